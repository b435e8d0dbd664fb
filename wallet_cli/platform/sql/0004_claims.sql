-- Format 4. Recognitions of chronic disease and manual claims. Bodies are sealed.

CREATE TABLE chronics (
    chronic_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    disease TEXT NOT NULL,
    state TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    decided_at BIGINT,
    body BYTEA NOT NULL
);
CREATE INDEX chronics_by_person ON chronics (psn_no, applied_at);

CREATE TABLE claims (
    claim_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    invoice_lookup BYTEA NOT NULL,
    state TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    fund_fen BIGINT,
    claimed_at BIGINT NOT NULL,
    decided_at BIGINT,
    body BYTEA NOT NULL
);
CREATE INDEX claims_by_person ON claims (psn_no, claimed_at);
CREATE INDEX claims_by_invoice ON claims (invoice_lookup);
