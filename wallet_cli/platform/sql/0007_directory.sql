-- Format 7. The directory of institutions as people search it: names, pinyin and initials in one text; by place.

ALTER TABLE institutions ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
CREATE INDEX institutions_by_region ON institutions (region, fixmedins_code);
