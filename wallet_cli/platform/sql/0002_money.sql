-- Format 2. Who paid what of each settlement, in columns that can be summed; refunds and reversals; visits that several
-- credentials share; bills sent to wallets. `bill` is sealed: the bill and what stood used when it was settled, by which
-- a part of it can be given back. `agent_no`: who collected medicines for the patient.

ALTER TABLE settlements ADD COLUMN mdtrt_id TEXT NOT NULL DEFAULT '';
ALTER TABLE settlements ADD COLUMN state TEXT NOT NULL DEFAULT 'settled';
ALTER TABLE settlements ADD COLUMN refund_of TEXT;
ALTER TABLE settlements ADD COLUMN fund_fen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE settlements ADD COLUMN account_fen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE settlements ADD COLUMN aid_fen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE settlements ADD COLUMN cash_fen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE settlements ADD COLUMN bill BYTEA;
DROP INDEX settlements_by_person;
CREATE INDEX settlements_by_line ON settlements (psn_no, at, setl_id);
ALTER TABLE settlements ADD COLUMN agent_no TEXT;
CREATE INDEX settlements_by_refunded ON settlements (refund_of);

ALTER TABLE visits ADD COLUMN fixmedins_code TEXT NOT NULL DEFAULT '';
ALTER TABLE visits ADD COLUMN admitted_on TEXT;
ALTER TABLE visits ADD COLUMN discharged_on TEXT;
ALTER TABLE visits ADD COLUMN stay BIGINT NOT NULL DEFAULT 0;

-- Inpatient stays of a year; figures that only some places' rules need stand by name (domain.standing.YearUse).
ALTER TABLE years ADD COLUMN stays BIGINT NOT NULL DEFAULT 0;
CREATE TABLE tallies (
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    insutype TEXT NOT NULL,
    year BIGINT NOT NULL,
    name TEXT NOT NULL,
    figure_fen BIGINT NOT NULL CHECK (figure_fen >= 0),
    PRIMARY KEY (psn_no, insutype, year, name)
);

-- Requests of terminals that were reversed before the platform had seen them: they must never be carried out later.
CREATE TABLE reversed_requests (
    request_lookup BYTEA PRIMARY KEY,
    fixmedins_code TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE TABLE payments (
    bill_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    fixmedins_code TEXT NOT NULL,
    terminal TEXT NOT NULL,
    mdtrt_id TEXT NOT NULL,
    cert_type TEXT NOT NULL,
    scene TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    bill BYTEA NOT NULL,
    state TEXT NOT NULL,
    setl_id TEXT,
    requested_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX payments_by_person ON payments (psn_no, requested_at);
CREATE INDEX payments_by_settlement ON payments (setl_id);
