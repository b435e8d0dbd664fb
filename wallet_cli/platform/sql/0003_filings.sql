-- Format 3. Filings of treatment in another province, and what staff review. Bodies and papers are sealed.

CREATE TABLE filings (
    filing_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    category TEXT NOT NULL,
    insured_region TEXT NOT NULL,
    to_region TEXT NOT NULL,
    start_on TEXT NOT NULL,
    end_on TEXT,
    state TEXT NOT NULL,
    declaration BIGINT NOT NULL,
    late BIGINT NOT NULL,
    filed_at BIGINT NOT NULL,
    decided_at BIGINT,
    due_at BIGINT,
    cancelled_on TEXT,
    body BYTEA NOT NULL
);
CREATE INDEX filings_by_person ON filings (psn_no, filed_at);

-- Entries of the status list that receipts point to: a changed filing gets a new one.
CREATE TABLE filing_receipts (
    status_idx BIGINT PRIMARY KEY,
    filing_id TEXT NOT NULL REFERENCES filings (filing_id),
    revoked_at BIGINT
);
CREATE INDEX filing_receipts_by_filing ON filing_receipts (filing_id);

CREATE TABLE reviews (
    review_id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    opened_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    decided_at BIGINT,
    approved BIGINT,
    reason BYTEA
);
CREATE INDEX reviews_by_due ON reviews (due_at, review_id);
