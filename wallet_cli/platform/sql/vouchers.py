"""Queries of vouchers, nonces, online codes and ecTokens."""

_VOUCHER = (
    "handle, psn_no, device_id, voucher_id, guardian, holder, epoch, status_idx, state, snapshot, sd_jwt, issued_at, "
    "expires_at"
)
VOUCHER = f"SELECT {_VOUCHER} FROM vouchers WHERE handle = :handle"
OF_DEVICE = f"""
    SELECT {_VOUCHER} FROM vouchers WHERE device_id = :device_id AND state <> 'revoked'
    ORDER BY CASE WHEN guardian IS NULL THEN 0 ELSE 1 END, voucher_id
"""
ADD = f"""
    INSERT INTO vouchers ({_VOUCHER})
    VALUES (:handle, :psn_no, :device_id, :voucher_id, :guardian, :holder, :epoch, :status_idx, :state, :snapshot,
        :sd_jwt, :now, :expires_at)
"""
RENEW = """
    UPDATE vouchers SET snapshot = :snapshot, sd_jwt = :sd_jwt, issued_at = :now, expires_at = :expires_at
    WHERE handle = :handle
"""
REVOKE = "UPDATE vouchers SET state = 'revoked' WHERE handle = :handle"
REVOKE_DEVICE = "UPDATE vouchers SET state = 'revoked' WHERE device_id = :device_id"
COUNT_LIVE = """
    SELECT COUNT(*) FROM vouchers v JOIN devices d ON d.device_id = v.device_id
    WHERE v.psn_no = :psn_no AND v.state = 'valid' AND d.tester = 0
"""
STATES = """
    SELECT v.status_idx, v.state, p.frozen_at FROM vouchers v JOIN people p ON p.psn_no = v.psn_no
    WHERE v.state <> 'valid' OR p.frozen_at IS NOT NULL
"""

USE_NONCE = "INSERT INTO used_nonces (nonce, holder, at) VALUES (:nonce, :holder, :now) ON CONFLICT DO NOTHING"
DROP_NONCES = "DELETE FROM used_nonces WHERE at < :before"

USE_CODE = "INSERT INTO used_codes (handle, step, roll) VALUES (:handle, :step, :roll) ON CONFLICT DO NOTHING"
DROP_CODES = "DELETE FROM used_codes WHERE step < :before"
WRONG = """
    SELECT COUNT(*), MIN(at) FROM wrong_codes
    WHERE fixmedins_code = :code AND terminal = :terminal AND at > :since
"""
ADD_WRONG = """
    INSERT INTO wrong_codes (fixmedins_code, terminal, at, handle) VALUES (:code, :terminal, :now, :handle)
"""
DROP_WRONG = "DELETE FROM wrong_codes WHERE at < :before"

_TOKEN = "token_lookup, psn_no, handle, fixmedins_code, terminal, mdtrt_id, ec_index_no, previewed, expires_at"
TOKEN = f"SELECT {_TOKEN} FROM ec_tokens WHERE token_lookup = :lookup"
TOKEN_OF_CODE = f"SELECT {_TOKEN} FROM ec_tokens WHERE code_lookup = :lookup"
ADD_TOKEN = """
    INSERT INTO ec_tokens (token_lookup, code_lookup, psn_no, handle, fixmedins_code, terminal, mdtrt_id, ec_index_no,
        scene, previewed, expires_at)
    VALUES (:token, :code, :psn_no, :handle, :institution, :terminal, :mdtrt_id, :ec_index_no, :scene, :previewed,
        :expires_at)
"""
END_PREVIEW = "UPDATE ec_tokens SET previewed = 0 WHERE token_lookup = :lookup"
DROP_TOKENS = "DELETE FROM ec_tokens WHERE expires_at < :before"

TESTER_ROLL = "SELECT step, roll FROM tester_rolls WHERE handle = :handle"
SET_TESTER_ROLL = """
    INSERT INTO tester_rolls (handle, step, roll) VALUES (:handle, :step, :roll)
    ON CONFLICT (handle) DO UPDATE SET step = excluded.step, roll = excluded.roll
"""
