"""Queries of the register: people, cards, institutions, devices, the audit of operators, counters."""

COUNT = "UPDATE counters SET value = value + 1 WHERE name = :name RETURNING value"
START_COUNTER = "INSERT INTO counters (name, value) VALUES (:name, :value)"
COUNTER = "SELECT value FROM counters WHERE name = :name"
SET_COUNTER = "UPDATE counters SET value = :value WHERE name = :name"
SEALED = "SELECT value FROM sealed WHERE name = :name"
PUT_SEALED = "INSERT INTO sealed (name, value) VALUES (:name, :value)"

_PERSON = "psn_no, name, document, phone, region, insutype, insured, account_fen, frozen_at"
PERSON = f"SELECT {_PERSON} FROM people WHERE psn_no = :psn_no"
BY_DOCUMENT = f"SELECT {_PERSON} FROM people WHERE document_lookup = :lookup"
BY_NAME = f"SELECT {_PERSON} FROM people WHERE name_lookup = :lookup LIMIT 2"
BY_PHONE = f"SELECT {_PERSON} FROM people WHERE phone_lookup = :lookup LIMIT 2"
PEOPLE = f"SELECT {_PERSON} FROM people WHERE psn_no > :after ORDER BY psn_no LIMIT :limit"
ADD_PERSON = """
    INSERT INTO people (psn_no, name, name_lookup, document, document_lookup, phone, phone_lookup, region, insutype,
        insured, account_fen, frozen_at, created_at)
    VALUES (:psn_no, :name, :name_lookup, :document, :document_lookup, :phone, :phone_lookup, :region, :insutype,
        :insured, :account_fen, NULL, :now)
"""
CHANGE_PERSON = """
    UPDATE people SET name = :name, name_lookup = :name_lookup, phone = :phone, phone_lookup = :phone_lookup,
        region = :region, insutype = :insutype, insured = :insured
    WHERE psn_no = :psn_no
"""
FREEZE = "UPDATE people SET frozen_at = :now WHERE psn_no = :psn_no AND frozen_at IS NULL"
UNFREEZE = "UPDATE people SET frozen_at = NULL WHERE psn_no = :psn_no AND frozen_at IS NOT NULL"

ADD_CARD = """
    INSERT INTO cards (number_lookup, psn_no, number, state, since, present)
    VALUES (:lookup, :psn_no, :number, :state, :now, 1)
"""
CARD = "SELECT number_lookup, number, state, since FROM cards WHERE psn_no = :psn_no AND present = 1"
CARD_BY_NUMBER = "SELECT psn_no, state FROM cards WHERE number_lookup = :lookup"
SET_CARD = "UPDATE cards SET state = :state, since = :now WHERE number_lookup = :lookup"
RETIRE_CARD = "UPDATE cards SET present = 0 WHERE number_lookup = :lookup"

_INSTITUTION = "fixmedins_code, name_zh, name_en, region, level, supports, cross_province"
INSTITUTION = f"SELECT {_INSTITUTION} FROM institutions WHERE fixmedins_code = :code"
INSTITUTIONS = (
    f"SELECT {_INSTITUTION} FROM institutions WHERE fixmedins_code > :after ORDER BY fixmedins_code LIMIT :limit"
)

_DEVICE = "device_id, psn_no, name, channel, enrolled_at, revoked_at"
DEVICE = f"SELECT {_DEVICE} FROM devices WHERE thumbprint = :thumbprint"
DEVICE_BY_ID = f"SELECT {_DEVICE} FROM devices WHERE device_id = :device_id AND tester = 0"
DEVICES = f"SELECT {_DEVICE} FROM devices WHERE psn_no = :psn_no AND tester = 0 ORDER BY number LIMIT 500"
COUNT_DEVICES = "SELECT COUNT(*) FROM devices WHERE psn_no = :psn_no AND revoked_at IS NULL AND tester = 0"
ADD_DEVICE = """
    INSERT INTO devices (device_id, number, psn_no, thumbprint, name, channel, enrolled_at, revoked_at, tester)
    VALUES (:device_id, :number, :psn_no, :thumbprint, :name, :channel, :now, NULL, :tester)
"""
REVOKE_DEVICE = "UPDATE devices SET revoked_at = :now WHERE device_id = :device_id AND revoked_at IS NULL"

AUDIT = """
    INSERT INTO audit (number, at, act, operator, subject, guardian)
    VALUES (:number, :at, :act, :operator, :subject, :guardian)
"""
AUDITED = """
    SELECT number, at, act, operator, subject, guardian FROM audit WHERE number > :after ORDER BY number LIMIT :limit
"""
