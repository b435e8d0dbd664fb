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
ADD_SETTLEMENT = """
    INSERT INTO settlements (setl_id, psn_no, fixmedins_code, request_lookup, at, amount_fen, body, mdtrt_id, fund_fen,
        account_fen, aid_fen, cash_fen)
    VALUES (:setl_id, :psn_no, :institution, :request, :at, :amount, :body, :mdtrt_id, :fund, :account, :aid, :cash)
"""
BY_SETL_ID = "SELECT setl_id, body FROM settlements WHERE fixmedins_code = :institution AND setl_id = :setl_id"
BY_REQUEST = "SELECT setl_id, body FROM settlements WHERE fixmedins_code = :institution AND request_lookup = :request"

ANSWER = "SELECT digest, answer FROM answers WHERE request_lookup = :lookup"
ADD_ANSWER = "INSERT INTO answers (request_lookup, digest, answer, at) VALUES (:lookup, :digest, :answer, :now)"
DROP_ANSWERS = "DELETE FROM answers WHERE at < :before"
