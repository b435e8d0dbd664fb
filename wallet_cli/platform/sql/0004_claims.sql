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

-- fixmedins_code is empty for an institution that is not designated; fund_fen is what the fund pays, once decided;
-- recover_fen is what is still open of an advance; arrives_at is when the transfer is on the person's account.
CREATE TABLE claims (
    claim_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    fixmedins_code TEXT NOT NULL,
    visited_on TEXT NOT NULL,
    left_on TEXT NOT NULL,
    invoice_lookup BYTEA NOT NULL,
    state TEXT NOT NULL,
    amount_fen BIGINT NOT NULL CHECK (amount_fen >= 0),
    fund_fen BIGINT CHECK (fund_fen >= 0),
    recover_fen BIGINT NOT NULL DEFAULT 0 CHECK (recover_fen >= 0),
    recovered_fen BIGINT NOT NULL DEFAULT 0 CHECK (recovered_fen >= 0),
    setl_id TEXT,
    claimed_at BIGINT NOT NULL,
    decided_at BIGINT,
    arrives_at BIGINT,
    body BYTEA NOT NULL
);
CREATE INDEX claims_by_person ON claims (psn_no, claimed_at);
CREATE INDEX claims_by_invoice ON claims (invoice_lookup);

-- The claim that a settlement was computed for: such a row is none of the institution's, whose code it does not carry.
ALTER TABLE settlements ADD COLUMN claim_id TEXT;
