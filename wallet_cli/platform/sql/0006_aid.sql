-- Format 6. Mutual aid: who may spend whose personal account, and every use of it, refunds with the opposite sign.

CREATE TABLE aids (
    aid_id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    giver_no TEXT NOT NULL REFERENCES people (psn_no),
    user_no TEXT NOT NULL REFERENCES people (psn_no),
    relation TEXT NOT NULL,
    yearly_limit_fen BIGINT CHECK (yearly_limit_fen > 0),
    state TEXT NOT NULL,
    since BIGINT NOT NULL,
    ended_at BIGINT,
    reason TEXT
);
CREATE INDEX aids_by_giver ON aids (giver_no);
CREATE INDEX aids_by_user ON aids (user_no);

CREATE TABLE aid_uses (
    use_id TEXT PRIMARY KEY,
    setl_id TEXT NOT NULL,
    aid_id TEXT NOT NULL REFERENCES aids (aid_id),
    giver_no TEXT NOT NULL REFERENCES people (psn_no),
    user_no TEXT NOT NULL REFERENCES people (psn_no),
    year BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX aid_uses_by_settlement ON aid_uses (setl_id);
CREATE INDEX aid_uses_by_giver ON aid_uses (giver_no, at, use_id);
CREATE INDEX aid_uses_by_link ON aid_uses (aid_id, year);
