"""Queries of the directory of designated institutions."""

_INSTITUTION = "fixmedins_code, name_zh, name_en, region, level, supports, cross_province"
ADD = """
    INSERT INTO institutions (fixmedins_code, name_zh, name_en, region, level, supports, cross_province, search_key)
    VALUES (:code, :name_zh, :name_en, :region, :level, :supports, :cross_province, :search_key)
    ON CONFLICT DO NOTHING
"""
SEARCH = f"""
    SELECT {_INSTITUTION} FROM institutions
    WHERE fixmedins_code > :after AND region >= :first AND region <= :last
        AND level >= :lowest AND level <= :highest AND cross_province >= :cross_province
        AND search_key LIKE :word0 AND search_key LIKE :word1 AND search_key LIKE :word2 AND search_key LIKE :word3
        AND ',' || supports || ',' LIKE :service0 AND ',' || supports || ',' LIKE :service1
        AND ',' || supports || ',' LIKE :service2 AND ',' || supports || ',' LIKE :service3
        AND ',' || supports || ',' LIKE :service4 AND ',' || supports || ',' LIKE :service5
    ORDER BY fixmedins_code LIMIT :limit
"""
WITHOUT_KEY = "SELECT fixmedins_code, name_zh, name_en FROM institutions WHERE search_key = ''"
SET_KEY = "UPDATE institutions SET search_key = :search_key WHERE fixmedins_code = :code"
