"""Queries of a person's records: settlements, contributions, claims, and their sums.

Each kind is read newest first along its own index, by keyset: what comes after (at, record id) of the last line shown.
The kinds are merged by the caller, a page of each: a UNION of them would have to be sorted whole.
"""

_LINE = "psn_no = :psn_no AND at >= :start AND (at, {id}) < (:at, :record_id)"
_SETTLEMENTS = f"FROM settlements WHERE {_LINE.format(id='setl_id')}"
_CONTRIBUTIONS = f"FROM contributions WHERE {_LINE.format(id='record_id')}"
_CLAIMS = """FROM claims
    WHERE psn_no = :psn_no AND claimed_at >= :start AND (claimed_at, claim_id) < (:at, :record_id)"""

_AIDS = """FROM aid_uses
    WHERE giver_no = :psn_no AND at >= :start AND (at, use_id) < (:at, :record_id)"""

_SETTLEMENT = "setl_id, at, amount_fen, state, body, claim_id"
_CONTRIBUTION = "record_id, at, amount_fen, period, payer"
_CLAIM = "claim_id, claimed_at, amount_fen, state, fund_fen, arrives_at, setl_id, body"
_AID = "use_id, at, amount_fen, user_no"

SETTLEMENTS = f"SELECT {_SETTLEMENT} {_SETTLEMENTS} ORDER BY at DESC, setl_id DESC LIMIT :limit"
CONTRIBUTIONS = f"SELECT {_CONTRIBUTION} {_CONTRIBUTIONS} ORDER BY at DESC, record_id DESC LIMIT :limit"
CLAIMS = f"SELECT {_CLAIM} {_CLAIMS} ORDER BY claimed_at DESC, claim_id DESC LIMIT :limit"
AIDS = f"SELECT {_AID} {_AIDS} ORDER BY at DESC, use_id DESC LIMIT :limit"

SETTLEMENT = f"SELECT {_SETTLEMENT} FROM settlements WHERE psn_no = :psn_no AND setl_id = :record_id"
CONTRIBUTION = f"SELECT {_CONTRIBUTION} FROM contributions WHERE psn_no = :psn_no AND record_id = :record_id"
CLAIM = f"SELECT {_CLAIM} FROM claims WHERE psn_no = :psn_no AND claim_id = :record_id"
AID = f"SELECT {_AID} FROM aid_uses WHERE giver_no = :psn_no AND use_id = :record_id"

COUNT_SETTLEMENTS = f"SELECT COUNT(*) {_SETTLEMENTS}"
COUNT_CONTRIBUTIONS = f"SELECT COUNT(*) {_CONTRIBUTIONS}"
COUNT_CLAIMS = f"SELECT COUNT(*) {_CLAIMS}"
COUNT_AIDS = f"SELECT COUNT(*) {_AIDS}"

_SUMS = """COUNT(*) - COUNT(refund_of), SUM(amount_fen), SUM(fund_fen), SUM(account_fen), SUM(aid_fen), SUM(cash_fen),
        SUM(CASE WHEN refund_of IS NULL THEN 0 ELSE amount_fen END)"""
_COUNTED = "FROM settlements WHERE psn_no = :psn_no AND state <> 'reversed'"

SUM_SETTLEMENTS = f"SELECT {_SUMS} {_COUNTED} AND at >= :start AND at < :end"
SUM_CONTRIBUTIONS = """
    SELECT SUM(amount_fen) FROM contributions WHERE psn_no = :psn_no AND at >= :start AND at < :end
"""
SUM_CLAIMS = """
    SELECT SUM(fund_fen) FROM claims
    WHERE psn_no = :psn_no AND state = 'paid' AND claimed_at >= :start AND claimed_at < :end
"""
SUM_AIDS = "SELECT SUM(amount_fen) FROM aid_uses WHERE giver_no = :psn_no AND at >= :start AND at < :end"
_MONTH = " ".join(f"WHEN at < :m{month + 1} THEN {month}" for month in range(1, 12))
SUM_MONTHS = f"""
    SELECT CASE {_MONTH} ELSE 12 END AS month, {_SUMS} {_COUNTED} AND at >= :m1 AND at < :m13 GROUP BY 1 ORDER BY 1
"""
"""`m1` to `m13`: when each month begins, the last one that of the year after."""
