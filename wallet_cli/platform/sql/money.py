"""Queries of balances, yearly use, contributions, settlements and kept answers."""

YEAR = """
    SELECT deductible_used_fen, pool_used_fen FROM years
    WHERE psn_no = :psn_no AND insutype = :insutype AND year = :year
"""
SET_YEAR = """
    INSERT INTO years (psn_no, insutype, year, deductible_used_fen, pool_used_fen)
    VALUES (:psn_no, :insutype, :year, :deductible, :pool)
    ON CONFLICT (psn_no, insutype, year) DO UPDATE
    SET deductible_used_fen = excluded.deductible_used_fen, pool_used_fen = excluded.pool_used_fen
"""
VISIT = "SELECT deductible_used_fen FROM visits WHERE mdtrt_id = :mdtrt_id AND psn_no = :psn_no"
SET_VISIT = """
    INSERT INTO visits (mdtrt_id, psn_no, deductible_used_fen, at) VALUES (:mdtrt_id, :psn_no, :deductible, :now)
    ON CONFLICT (mdtrt_id) DO UPDATE SET deductible_used_fen = excluded.deductible_used_fen
"""
SET_BALANCE = "UPDATE people SET account_fen = :account WHERE psn_no = :psn_no"

ADD_CONTRIBUTION = """
    INSERT INTO contributions (record_id, psn_no, at, period, payer, amount_fen)
    VALUES (:record_id, :psn_no, :at, :period, :payer, :amount)
"""
# One list of both kinds, newest first, by keyset: what comes after (at, record_id) of the last line shown.
RECORDS = """
    SELECT record_id, kind, at, amount_fen, period, payer, body FROM (
        SELECT record_id, 'contribution' AS kind, at, amount_fen, period, payer, NULL AS body
        FROM contributions WHERE psn_no = :psn_no
        UNION ALL
        SELECT setl_id, 'settlement', at, amount_fen, NULL, NULL, body FROM settlements WHERE psn_no = :psn_no
    ) AS records
    WHERE at >= :start AND at < :end AND (kind = :kind OR :kind = '')
        AND (at < :at OR (at = :at AND record_id < :record_id))
    ORDER BY at DESC, record_id DESC LIMIT :limit
"""
CONTRIBUTION = """
    SELECT record_id, 'contribution', at, amount_fen, period, payer, NULL FROM contributions
    WHERE psn_no = :psn_no AND record_id = :record_id
"""
SETTLEMENT_OF = """
    SELECT setl_id, 'settlement', at, amount_fen, NULL, NULL, body FROM settlements
    WHERE psn_no = :psn_no AND setl_id = :record_id
"""
ADD_SETTLEMENT = """
    INSERT INTO settlements (setl_id, psn_no, fixmedins_code, request_lookup, at, amount_fen, body)
    VALUES (:setl_id, :psn_no, :institution, :request, :at, :amount, :body)
"""
BY_SETL_ID = "SELECT setl_id, body FROM settlements WHERE fixmedins_code = :institution AND setl_id = :setl_id"
BY_REQUEST = "SELECT setl_id, body FROM settlements WHERE fixmedins_code = :institution AND request_lookup = :request"

ANSWER = "SELECT digest, answer FROM answers WHERE request_lookup = :lookup"
ADD_ANSWER = "INSERT INTO answers (request_lookup, digest, answer, at) VALUES (:lookup, :digest, :answer, :now)"
DROP_ANSWERS = "DELETE FROM answers WHERE at < :before"
