"""Queries of filings and of what staff review."""

_REVIEW = "review_id, kind, psn_no, opened_at, due_at, decided_at, approved, reason"
REVIEW = f"SELECT {_REVIEW} FROM reviews WHERE review_id = :review_id"
# A filing that nobody decided by its time counts as approved then; other applications go on waiting.
_WAITS = "decided_at IS NULL AND (kind <> 'filing' OR due_at > :now)"
PENDING_REVIEWS = f"""
    SELECT {_REVIEW} FROM reviews
    WHERE {_WAITS} AND (due_at > :at OR (due_at = :at AND review_id > :review_id))
    ORDER BY due_at, review_id LIMIT :limit
"""
PAST_REVIEWS = f"""
    SELECT {_REVIEW} FROM reviews
    WHERE NOT ({_WAITS}) AND (COALESCE(decided_at, due_at) < :at
        OR (COALESCE(decided_at, due_at) = :at AND review_id < :review_id))
    ORDER BY COALESCE(decided_at, due_at) DESC, review_id DESC LIMIT :limit
"""
ADD_REVIEW = """
    INSERT INTO reviews (review_id, kind, psn_no, opened_at, due_at, decided_at, approved, reason)
    VALUES (:review_id, :kind, :psn_no, :now, :due_at, NULL, NULL, NULL)
    ON CONFLICT (review_id) DO UPDATE SET opened_at = excluded.opened_at, due_at = excluded.due_at, decided_at = NULL,
        approved = NULL, reason = NULL
"""
DECIDE_REVIEW = """
    UPDATE reviews SET decided_at = :now, approved = :approved, reason = :reason
    WHERE review_id = :review_id AND decided_at IS NULL
"""

_FILING = (
    "filing_id, psn_no, category, insured_region, to_region, start_on, end_on, state, declaration, late, filed_at, "
    "decided_at, due_at, cancelled_on, body"
)
FILING = f"SELECT {_FILING} FROM filings WHERE filing_id = :filing_id"
FILING_OF = f"SELECT {_FILING} FROM filings WHERE filing_id = :filing_id AND psn_no = :psn_no"
# Newest first, by keyset.
FILINGS = f"""
    SELECT {_FILING} FROM filings
    WHERE psn_no = :psn_no AND (filed_at < :at OR (filed_at = :at AND filing_id < :filing_id))
    ORDER BY filed_at DESC, filing_id DESC LIMIT :limit
"""
HOLDING = f"""
    SELECT {_FILING} FROM filings
    WHERE psn_no = :psn_no AND state IN ('pending', 'active') AND (end_on IS NULL OR end_on >= :today)
    ORDER BY filed_at, filing_id
"""
# Those that may have held on one of two days; a filing under review may have held before it was changed.
ONCE_HELD = f"""
    SELECT {_FILING} FROM filings
    WHERE psn_no = :psn_no AND (state IN ('pending', 'active') OR (state = 'cancelled' AND cancelled_on > :earlier))
    ORDER BY filed_at, filing_id
"""
ADD_FILING = f"""
    INSERT INTO filings ({_FILING})
    VALUES (:filing_id, :psn_no, :category, :insured_region, :to_region, :start_on, :end_on, :state, :declaration,
        :late, :filed_at, :decided_at, :due_at, :cancelled_on, :body)
"""
SET_FILING = """
    UPDATE filings SET to_region = :to_region, start_on = :start_on, end_on = :end_on, state = :state,
        declaration = :declaration, late = :late, decided_at = :decided_at, due_at = :due_at,
        cancelled_on = :cancelled_on, body = :body
    WHERE filing_id = :filing_id
"""
MOVED = """
    SELECT filing_id FROM filings WHERE psn_no = :psn_no AND state IN ('pending', 'active')
"""
END_FILING = "UPDATE filings SET state = 'ended' WHERE filing_id = :filing_id"
OPEN_STAY = """
    SELECT MIN(admitted_on) FROM visits
    WHERE psn_no = :psn_no AND admitted_on IS NOT NULL AND discharged_on IS NULL
"""

ADD_RECEIPT = "INSERT INTO filing_receipts (status_idx, filing_id, revoked_at) VALUES (:status_idx, :filing_id, NULL)"
RECEIPT = "SELECT status_idx FROM filing_receipts WHERE filing_id = :filing_id AND revoked_at IS NULL"
REVOKE_RECEIPTS = "UPDATE filing_receipts SET revoked_at = :now WHERE filing_id = :filing_id AND revoked_at IS NULL"
REVOKED_RECEIPTS = "SELECT status_idx FROM filing_receipts WHERE revoked_at IS NOT NULL"
