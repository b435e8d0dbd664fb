"""Queries of family links, consents, and of what a death or a corrected ID number changes."""

_LINK = "link_id, guardian, member, relation, consent, minor_until, linked_at, ended_at"
LIVE = f"SELECT {_LINK} FROM links WHERE guardian = :guardian AND member = :member AND ended_at IS NULL"
LINK = f"SELECT {_LINK} FROM links WHERE link_id = :link_id"
MEMBERS = f"SELECT {_LINK} FROM links WHERE guardian = :psn_no AND ended_at IS NULL ORDER BY number LIMIT 50"
GUARDIANS = f"SELECT {_LINK} FROM links WHERE member = :psn_no AND ended_at IS NULL ORDER BY number LIMIT 50"
ADD_LINK = """
    INSERT INTO links (link_id, guardian, member, relation, consent, minor_until, linked_at, number, ended_at,
        ended_by, papers)
    VALUES (:link_id, :guardian, :member, :relation, :consent, :minor_until, :now, :number, NULL, NULL, :papers)
"""
CONSENTED = "UPDATE links SET consent = :consent, minor_until = NULL WHERE link_id = :link_id"
END_LINK = "UPDATE links SET ended_at = :now, ended_by = :ended_by WHERE link_id = :link_id AND ended_at IS NULL"
END_LINKS_OF = """
    UPDATE links SET ended_at = :now, ended_by = :ended_by
    WHERE (guardian = :psn_no OR member = :psn_no) AND ended_at IS NULL
"""
REVOKE_LINKED = "UPDATE vouchers SET state = 'revoked' WHERE guardian = :guardian AND psn_no = :member"
REVOKE_PERSON = "UPDATE vouchers SET state = 'revoked' WHERE psn_no = :psn_no OR guardian = :psn_no"
OVERDUE = """
    SELECT v.status_idx FROM vouchers v JOIN links l ON l.guardian = v.guardian AND l.member = v.psn_no
    WHERE l.ended_at IS NULL AND l.minor_until <= :before AND v.state = 'valid'
"""

ADD_CONSENT = """
    INSERT INTO consents (consent_id, member, code, code_lookup, guardian_lookup, state, tries_left, number, made_at,
        expires_at)
    VALUES (:consent_id, :member, :code, :code_lookup, :guardian_lookup, 'live', :tries, :number, :now, :expires_at)
"""
STALE_CONSENTS = "UPDATE consents SET state = 'stale' WHERE member = :member AND state = 'live'"
CONSENTS = """
    SELECT consent_id, code, state, tries_left, expires_at, number, guardian_lookup FROM consents
    WHERE member = :member ORDER BY number DESC LIMIT 100
"""
OTHERS_CONSENT = """
    SELECT 1 FROM consents WHERE code_lookup = :code_lookup AND member <> :member AND state = 'live'
        AND expires_at > :now
"""
SET_CONSENT = "UPDATE consents SET state = :state, tries_left = :tries WHERE consent_id = :consent_id"
DROP_CONSENTS = "DELETE FROM consents WHERE expires_at < :before"
TEXTED = """
    SELECT code_id, code, state, tries_left, expires_at, number FROM text_codes WHERE activation_id = :activation_id
    ORDER BY number DESC LIMIT 100
"""

ADD_FACE = """
    INSERT INTO faces (face_id, user_code, thumbprint, purpose, activation_id, outcome, used, created_at, expires_at,
        subject)
    VALUES (:face_id, :user_code, :thumbprint, :purpose, NULL, 'pending', 0, :now, :expires_at, :subject)
"""
FACE_SUBJECT = "SELECT subject FROM faces WHERE face_id = :face_id"

DECEASED = "SELECT 1 FROM people WHERE psn_no = :psn_no AND deceased_at IS NOT NULL"
DIE = "UPDATE people SET deceased_at = :now, insured = 0 WHERE psn_no = :psn_no AND deceased_at IS NULL"
MOVE_BIRTHDAY = """
    UPDATE links SET minor_until = :minor_until WHERE member = :psn_no AND minor_until IS NOT NULL AND ended_at IS NULL
"""
SET_DOCUMENT = """
    UPDATE people SET document = :document, document_lookup = :document_lookup WHERE psn_no = :psn_no
"""
