"""Queries of activations, text codes, face checks, counter offers, reset codes and tickets."""

_ACTIVATION = "activation_id, thumbprint, device_name, psn_no, channel, step, handle, expires_at"
ACTIVATION = f"SELECT {_ACTIVATION} FROM activations WHERE activation_id = :activation_id"
ADD = """
    INSERT INTO activations (activation_id, thumbprint, device_name, psn_no, channel, agreement, step, handle,
        created_at, expires_at)
    VALUES (:activation_id, :thumbprint, :device_name, :psn_no, :channel, :agreement, :step, NULL, :now, :expires_at)
"""
DROP_UNFINISHED = "DELETE FROM activations WHERE thumbprint = :thumbprint AND step <> 'done'"
SET_STEP = "UPDATE activations SET step = :step WHERE activation_id = :activation_id AND step = :was"
FINISH = "UPDATE activations SET step = 'done', handle = :handle WHERE activation_id = :activation_id"

SENT_SINCE = "SELECT COUNT(*), MIN(sent_at) FROM text_codes WHERE psn_no = :psn_no AND sent_at > :since"
STALE_OTHERS = "UPDATE text_codes SET state = 'stale' WHERE activation_id = :activation_id AND state = 'live'"
ADD_TEXT = """
    INSERT INTO text_codes (code_id, activation_id, psn_no, phone, purpose, code, state, tries_left, sent_at, number,
        expires_at)
    VALUES (:code_id, :activation_id, :psn_no, :phone, :purpose, :code, 'live', :tries, :now, :number, :expires_at)
"""
TEXTS = """
    SELECT code_id, code, state, tries_left, expires_at FROM text_codes WHERE activation_id = :activation_id
    ORDER BY number DESC LIMIT 100
"""
SET_TEXT = "UPDATE text_codes SET state = :state, tries_left = :tries WHERE code_id = :code_id"
OUTBOX = """
    SELECT code_id, sent_at, phone, purpose, code FROM text_codes ORDER BY number DESC LIMIT :limit
"""

_FACE = "face_id, thumbprint, purpose, activation_id, outcome, used, expires_at"
FACE = f"SELECT {_FACE} FROM faces WHERE face_id = :face_id"
FACE_BY_CODE = f"SELECT {_FACE} FROM faces WHERE user_code = :user_code"
ADD_FACE = """
    INSERT INTO faces (face_id, user_code, thumbprint, purpose, activation_id, outcome, used, created_at, expires_at)
    VALUES (:face_id, :user_code, :thumbprint, :purpose, :activation_id, 'pending', 0, :now, :expires_at)
"""
DECIDE_FACE = "UPDATE faces SET outcome = :outcome WHERE face_id = :face_id"
USE_FACE = "UPDATE faces SET used = 1 WHERE face_id = :face_id AND used = 0"

OFFER = """
    SELECT psn_no, channel, tx_code, tries_left, thumbprint, activation_id, expires_at FROM offers
    WHERE offer_lookup = :lookup
"""
ADD_OFFER = """
    INSERT INTO offers (offer_lookup, psn_no, channel, tx_code, tries_left, thumbprint, activation_id, created_at,
        expires_at)
    VALUES (:lookup, :psn_no, :channel, :tx_code, :tries, NULL, NULL, :now, :expires_at)
"""
SET_OFFER_TRIES = "UPDATE offers SET tries_left = :tries WHERE offer_lookup = :lookup"
BIND_OFFER = """
    UPDATE offers SET thumbprint = :thumbprint, activation_id = :activation_id WHERE offer_lookup = :lookup
"""

RESET_CODES = """
    SELECT number, code, state, tries_left, expires_at FROM reset_codes WHERE psn_no = :psn_no
    ORDER BY number DESC LIMIT 100
"""
STALE_RESETS = "UPDATE reset_codes SET state = 'stale' WHERE psn_no = :psn_no AND state = 'live'"
ADD_RESET = """
    INSERT INTO reset_codes (psn_no, number, code, state, tries_left, expires_at)
    VALUES (:psn_no, :number, :code, 'live', :tries, :expires_at)
"""
SET_RESET = """
    UPDATE reset_codes SET state = :state, tries_left = :tries WHERE psn_no = :psn_no AND number = :number
"""
TICKET = "SELECT device_id, keys, answer, expires_at FROM tickets WHERE ticket_lookup = :lookup"
ADD_TICKET = """
    INSERT INTO tickets (ticket_lookup, device_id, keys, answer, expires_at)
    VALUES (:lookup, :device_id, NULL, NULL, :expires_at)
"""
ANSWER_TICKET = "UPDATE tickets SET keys = :keys, answer = :answer WHERE ticket_lookup = :lookup"

DROP_FACES = "DELETE FROM faces WHERE expires_at < :before"
DROP_TICKETS = "DELETE FROM tickets WHERE expires_at < :before"
DROP_OFFERS = "DELETE FROM offers WHERE expires_at < :before"
DROP_RESETS = "DELETE FROM reset_codes WHERE expires_at < :before"
DROP_TEXTS = "DELETE FROM text_codes WHERE expires_at < :before"
DROP_ACTIVATIONS = "DELETE FROM activations WHERE expires_at < :before"
