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
"""
DECIDE_REVIEW = """
    UPDATE reviews SET decided_at = :now, approved = :approved, reason = :reason
    WHERE review_id = :review_id AND decided_at IS NULL
"""
