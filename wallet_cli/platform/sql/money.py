"""Queries of balances, yearly use, visits, contributions, settlements, bills sent to wallets and kept answers."""

YEAR = """
    SELECT deductible_used_fen, pool_used_fen, stays FROM years
    WHERE psn_no = :psn_no AND insutype = :insutype AND year = :year
"""
SET_YEAR = """
    INSERT INTO years (psn_no, insutype, year, deductible_used_fen, pool_used_fen, stays)
    VALUES (:psn_no, :insutype, :year, :deductible, :pool, :stays)
    ON CONFLICT (psn_no, insutype, year) DO UPDATE
    SET deductible_used_fen = excluded.deductible_used_fen, pool_used_fen = excluded.pool_used_fen,
        stays = excluded.stays
"""
TALLIES = """
    SELECT name, figure_fen FROM tallies WHERE psn_no = :psn_no AND insutype = :insutype AND year = :year ORDER BY name
"""
DROP_TALLIES = "DELETE FROM tallies WHERE psn_no = :psn_no AND insutype = :insutype AND year = :year"
ADD_TALLY = """
    INSERT INTO tallies (psn_no, insutype, year, name, figure_fen) VALUES (:psn_no, :insutype, :year, :name, :figure)
"""
VISIT = """
    SELECT mdtrt_id, psn_no, fixmedins_code, admitted_on, discharged_on, deductible_used_fen, stay FROM visits
    WHERE mdtrt_id = :mdtrt_id
"""
OPEN_VISIT = """
    INSERT INTO visits (mdtrt_id, psn_no, deductible_used_fen, at, fixmedins_code, admitted_on, discharged_on)
    VALUES (:mdtrt_id, :psn_no, 0, :now, :institution, :admitted_on, NULL) ON CONFLICT DO NOTHING
"""
USE_VISIT = "UPDATE visits SET deductible_used_fen = :deductible, stay = :stay WHERE mdtrt_id = :mdtrt_id"
GIVE_BACK_VISIT = """
    UPDATE visits SET deductible_used_fen = deductible_used_fen - :deductible, stay = stay - :stay
    WHERE mdtrt_id = :mdtrt_id
"""
PLACE_VISIT = "UPDATE visits SET fixmedins_code = :institution WHERE mdtrt_id = :mdtrt_id AND fixmedins_code = ''"
CLOSE_VISIT = "UPDATE visits SET discharged_on = :day WHERE mdtrt_id = :mdtrt_id"
CHANGE_BALANCE = "UPDATE people SET account_fen = account_fen + :amount WHERE psn_no = :psn_no"
SET_BALANCE = "UPDATE people SET account_fen = :account WHERE psn_no = :psn_no"

ADD_CONTRIBUTION = """
    INSERT INTO contributions (record_id, psn_no, at, period, payer, amount_fen)
    VALUES (:record_id, :psn_no, :at, :period, :payer, :amount)
"""
ADD_SETTLEMENT = """
    INSERT INTO settlements (setl_id, psn_no, fixmedins_code, request_lookup, at, amount_fen, body, mdtrt_id, state,
        refund_of, fund_fen, account_fen, aid_fen, cash_fen, bill, agent_no, claim_id)
    VALUES (:setl_id, :psn_no, :institution, :request, :at, :amount, :body, :mdtrt_id, :state, :refund_of, :fund,
        :account, :aid, :cash, :bill, :agent_no, :claim_id)
"""
_KEPT = "setl_id, psn_no, fixmedins_code, request_lookup, body, bill"
BY_SETL_ID = f"SELECT {_KEPT} FROM settlements WHERE fixmedins_code = :institution AND setl_id = :setl_id"
BY_REQUEST = f"SELECT {_KEPT} FROM settlements WHERE fixmedins_code = :institution AND request_lookup = :request"
SET_STATE = "UPDATE settlements SET state = :state, body = :body, bill = :bill WHERE setl_id = :setl_id"

REVERSED = "SELECT 1 FROM reversed_requests WHERE request_lookup = :request"
ADD_REVERSED = """
    INSERT INTO reversed_requests (request_lookup, fixmedins_code, at) VALUES (:request, :institution, :now)
    ON CONFLICT DO NOTHING
"""
FORGET_ANSWER = "DELETE FROM answers WHERE request_lookup = :request"

_PAYMENT = (
    "bill_id, psn_no, fixmedins_code, terminal, mdtrt_id, cert_type, scene, amount_fen, bill, state, setl_id, "
    "requested_at, expires_at"
)
PAYMENT = f"SELECT {_PAYMENT} FROM payments WHERE bill_id = :bill_id"
PAYMENTS = f"""
    SELECT {_PAYMENT} FROM payments
    WHERE psn_no = :psn_no AND (requested_at < :at OR (requested_at = :at AND bill_id < :bill_id))
    ORDER BY requested_at DESC, bill_id DESC LIMIT :limit
"""
ADD_PAYMENT = f"""
    INSERT INTO payments ({_PAYMENT})
    VALUES (:bill_id, :psn_no, :institution, :terminal, :mdtrt_id, :cert_type, :scene, :amount, :bill, 'open', NULL,
        :now, :expires_at)
"""
SET_PAYMENT = "UPDATE payments SET state = :state, setl_id = :setl_id WHERE bill_id = :bill_id"

ANSWER = "SELECT digest, answer FROM answers WHERE request_lookup = :lookup"
ADD_ANSWER = "INSERT INTO answers (request_lookup, digest, answer, at) VALUES (:lookup, :digest, :answer, :now)"
DROP_ANSWERS = "DELETE FROM answers WHERE at < :before"
