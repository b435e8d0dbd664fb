"""Queries of recognitions of chronic disease and of manual claims."""

_CHRONIC = "chronic_id, body"
CHRONIC = f"SELECT {_CHRONIC} FROM chronics WHERE chronic_id = :chronic_id AND psn_no = :psn_no"
CHRONIC_BY_ID = f"SELECT {_CHRONIC} FROM chronics WHERE chronic_id = :chronic_id"
CHRONICS = f"""
    SELECT {_CHRONIC} FROM chronics
    WHERE psn_no = :psn_no AND (applied_at < :at OR (applied_at = :at AND chronic_id < :chronic_id))
    ORDER BY applied_at DESC, chronic_id DESC LIMIT :limit
"""
STANDING_CHRONIC = """
    SELECT chronic_id, state FROM chronics
    WHERE psn_no = :psn_no AND disease = :disease AND state IN ('pending', 'approved')
"""
RECOGNISED = "SELECT disease FROM chronics WHERE psn_no = :psn_no AND state = 'approved'"
ADD_CHRONIC = """
    INSERT INTO chronics (chronic_id, psn_no, disease, state, applied_at, decided_at, body)
    VALUES (:chronic_id, :psn_no, :disease, 'pending', :now, NULL, :body)
"""
DECIDE_CHRONIC = """
    UPDATE chronics SET state = :state, decided_at = :now, body = :body
    WHERE chronic_id = :chronic_id AND state = 'pending'
"""

_CLAIM = "claim_id, state, fund_fen, recover_fen, recovered_fen, setl_id, decided_at, arrives_at, body"
CLAIM = f"SELECT {_CLAIM} FROM claims WHERE claim_id = :claim_id AND psn_no = :psn_no"
CLAIM_BY_ID = f"SELECT {_CLAIM} FROM claims WHERE claim_id = :claim_id"
CLAIMS = f"""
    SELECT {_CLAIM} FROM claims
    WHERE psn_no = :psn_no AND (claimed_at < :at OR (claimed_at = :at AND claim_id < :claim_id))
    ORDER BY claimed_at DESC, claim_id DESC LIMIT :limit
"""
SAME_INVOICE = """
    SELECT claim_id, psn_no, state FROM claims
    WHERE invoice_lookup = :invoice AND state IN ('pending', 'paid')
"""
PAID_BY_HAND = """
    SELECT claim_id FROM claims
    WHERE psn_no = :psn_no AND fixmedins_code = :institution AND amount_fen = :amount
        AND visited_on <= :day AND left_on >= :day AND state = 'paid'
"""
SETTLED = """
    SELECT setl_id, body FROM settlements
    WHERE psn_no = :psn_no AND fixmedins_code = :institution AND amount_fen = :amount AND at >= :start AND at < :end
        AND refund_of IS NULL AND state IN ('settled', 'partly_refunded')
"""
ADD_CLAIM = """
    INSERT INTO claims (claim_id, psn_no, fixmedins_code, visited_on, left_on, invoice_lookup, state, amount_fen,
        claimed_at, body)
    VALUES (:claim_id, :psn_no, :institution, :visited_on, :left_on, :invoice, 'pending', :amount, :now, :body)
"""
PAY_CLAIM = """
    UPDATE claims SET state = 'paid', fund_fen = :fund, recover_fen = :recover, setl_id = :setl_id, decided_at = :now,
        arrives_at = :arrives_at
    WHERE claim_id = :claim_id AND state = 'pending'
"""
END_CLAIM = """
    UPDATE claims SET state = :state, decided_at = :now, body = :body WHERE claim_id = :claim_id AND state = 'pending'
"""
RECOVER = """
    UPDATE claims SET recover_fen = recover_fen - :amount, recovered_fen = recovered_fen + :amount
    WHERE claim_id = :claim_id AND recover_fen >= :amount
"""
INSTITUTIONS_BY_NAME = """
    SELECT fixmedins_code, name_zh, name_en, region, level, supports, cross_province FROM institutions
    WHERE name_zh = :name OR LOWER(name_en) = LOWER(:name) ORDER BY fixmedins_code LIMIT 10
"""
