-- Format 1. Times are seconds since 1970, money is integer fen, flags are 0 or 1. BYTEA columns hold sealed bytes
-- (AES-GCM-SIV) or HMACs; what a row is looked up by is an HMAC where the value itself is personal or secret.

CREATE TABLE sealed (
    name TEXT PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE people (
    psn_no TEXT PRIMARY KEY,
    name BYTEA NOT NULL,
    name_lookup BYTEA NOT NULL,
    document BYTEA NOT NULL,
    document_lookup BYTEA NOT NULL UNIQUE,
    phone BYTEA NOT NULL,
    phone_lookup BYTEA NOT NULL,
    region TEXT NOT NULL,
    insutype TEXT NOT NULL,
    insured BIGINT NOT NULL,
    account_fen BIGINT NOT NULL CHECK (account_fen >= 0),
    frozen_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX people_by_name ON people (name_lookup);
CREATE INDEX people_by_phone ON people (phone_lookup);

CREATE TABLE years (
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    insutype TEXT NOT NULL,
    year BIGINT NOT NULL,
    deductible_used_fen BIGINT NOT NULL CHECK (deductible_used_fen >= 0),
    pool_used_fen BIGINT NOT NULL CHECK (pool_used_fen >= 0),
    PRIMARY KEY (psn_no, insutype, year)
);

CREATE TABLE contributions (
    record_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    at BIGINT NOT NULL,
    period TEXT NOT NULL,
    payer TEXT NOT NULL,
    amount_fen BIGINT NOT NULL CHECK (amount_fen >= 0)
);
CREATE INDEX contributions_by_person ON contributions (psn_no, at);

CREATE TABLE cards (
    number_lookup BYTEA PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    number BYTEA NOT NULL,
    state TEXT NOT NULL,
    since BIGINT NOT NULL,
    present BIGINT NOT NULL
);
CREATE INDEX cards_by_person ON cards (psn_no);

CREATE TABLE institutions (
    fixmedins_code TEXT PRIMARY KEY,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    region TEXT NOT NULL,
    level BIGINT NOT NULL,
    supports TEXT NOT NULL,
    cross_province BIGINT NOT NULL
);

CREATE TABLE devices (
    device_id TEXT PRIMARY KEY,
    number BIGINT NOT NULL,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    thumbprint TEXT NOT NULL UNIQUE,
    name BYTEA NOT NULL,
    channel TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT,
    tester BIGINT NOT NULL
);
CREATE INDEX devices_by_person ON devices (psn_no);

CREATE TABLE vouchers (
    handle TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    device_id TEXT NOT NULL REFERENCES devices (device_id),
    voucher_id TEXT NOT NULL,
    guardian TEXT,
    holder TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    status_idx BIGINT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    snapshot BYTEA NOT NULL,
    sd_jwt BYTEA NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX vouchers_by_person ON vouchers (psn_no);
CREATE INDEX vouchers_by_device ON vouchers (device_id);

CREATE TABLE activations (
    activation_id TEXT PRIMARY KEY,
    thumbprint TEXT NOT NULL,
    device_name BYTEA NOT NULL,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    channel TEXT NOT NULL,
    agreement TEXT NOT NULL,
    step TEXT NOT NULL,
    handle TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX activations_by_device ON activations (thumbprint);

CREATE TABLE text_codes (
    code_id TEXT PRIMARY KEY,
    activation_id TEXT NOT NULL,
    psn_no TEXT NOT NULL,
    phone BYTEA NOT NULL,
    purpose TEXT NOT NULL,
    code BYTEA NOT NULL,
    state TEXT NOT NULL,
    tries_left BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    number BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX text_codes_by_person ON text_codes (psn_no, sent_at);
CREATE INDEX text_codes_by_activation ON text_codes (activation_id);

CREATE TABLE faces (
    face_id TEXT PRIMARY KEY,
    user_code TEXT NOT NULL UNIQUE,
    thumbprint TEXT NOT NULL,
    purpose TEXT NOT NULL,
    activation_id TEXT,
    outcome TEXT NOT NULL,
    used BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE offers (
    offer_lookup BYTEA PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    channel TEXT NOT NULL,
    tx_code BYTEA NOT NULL,
    tries_left BIGINT NOT NULL,
    thumbprint TEXT,
    activation_id TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE reset_codes (
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    number BIGINT NOT NULL,
    code BYTEA NOT NULL,
    state TEXT NOT NULL,
    tries_left BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (psn_no, number)
);

CREATE TABLE tickets (
    ticket_lookup BYTEA PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (device_id),
    keys BYTEA,
    answer BYTEA,
    expires_at BIGINT NOT NULL
);

CREATE TABLE used_nonces (
    nonce TEXT NOT NULL,
    holder TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (nonce, holder)
);

CREATE TABLE used_codes (
    handle TEXT NOT NULL,
    step BIGINT NOT NULL,
    roll BIGINT NOT NULL,
    PRIMARY KEY (handle, step, roll)
);

CREATE TABLE wrong_codes (
    fixmedins_code TEXT NOT NULL,
    terminal TEXT NOT NULL,
    at BIGINT NOT NULL,
    handle TEXT
);
CREATE INDEX wrong_codes_by_terminal ON wrong_codes (fixmedins_code, terminal, at);

CREATE TABLE ec_tokens (
    token_lookup BYTEA PRIMARY KEY,
    code_lookup BYTEA UNIQUE,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    handle TEXT NOT NULL,
    fixmedins_code TEXT NOT NULL,
    terminal TEXT NOT NULL,
    mdtrt_id TEXT NOT NULL,
    ec_index_no TEXT NOT NULL,
    scene TEXT NOT NULL,
    previewed BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE visits (
    mdtrt_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    deductible_used_fen BIGINT NOT NULL CHECK (deductible_used_fen >= 0),
    at BIGINT NOT NULL
);

CREATE TABLE settlements (
    setl_id TEXT PRIMARY KEY,
    psn_no TEXT NOT NULL REFERENCES people (psn_no),
    fixmedins_code TEXT NOT NULL,
    request_lookup BYTEA NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    body BYTEA NOT NULL
);
CREATE INDEX settlements_by_person ON settlements (psn_no, at);

CREATE TABLE answers (
    request_lookup BYTEA PRIMARY KEY,
    digest BYTEA NOT NULL,
    answer BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX answers_by_time ON answers (at);

CREATE TABLE audit (
    number BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    operator BYTEA NOT NULL,
    subject TEXT NOT NULL
);

CREATE TABLE tester_rolls (
    handle TEXT PRIMARY KEY,
    step BIGINT NOT NULL,
    roll BIGINT NOT NULL
);
