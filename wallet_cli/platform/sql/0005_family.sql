-- Format 5. Family links and the consents they stand on; who acted for whom; people who died. `minor_until`: the first
-- second on which a member linked by declaration is to consent in person. Codes and papers are sealed.

CREATE TABLE links (
    link_id TEXT PRIMARY KEY,
    guardian TEXT NOT NULL REFERENCES people (psn_no),
    member TEXT NOT NULL REFERENCES people (psn_no),
    relation TEXT NOT NULL,
    consent TEXT NOT NULL,
    minor_until BIGINT,
    linked_at BIGINT NOT NULL,
    number BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    papers BYTEA
);
CREATE UNIQUE INDEX links_live ON links (guardian, member) WHERE ended_at IS NULL;
CREATE INDEX links_by_member ON links (member);

CREATE TABLE consents (
    consent_id TEXT PRIMARY KEY,
    member TEXT NOT NULL REFERENCES people (psn_no),
    code BYTEA NOT NULL,
    code_lookup BYTEA NOT NULL,
    guardian_lookup BYTEA,
    state TEXT NOT NULL,
    tries_left BIGINT NOT NULL,
    number BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX consents_by_member ON consents (member);
CREATE INDEX consents_by_code ON consents (code_lookup);

ALTER TABLE faces ADD COLUMN subject TEXT;
ALTER TABLE audit ADD COLUMN guardian TEXT;
ALTER TABLE people ADD COLUMN deceased_at BIGINT;
