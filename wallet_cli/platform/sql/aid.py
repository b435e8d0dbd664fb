"""Queries of mutual aid: links, and what each giver's account paid."""

_LINK = "aid_id, number, giver_no, user_no, relation, yearly_limit_fen, state, since, ended_at, reason"
ADD = """
    INSERT INTO aids (aid_id, number, giver_no, user_no, relation, yearly_limit_fen, state, since)
    VALUES (:aid_id, :number, :giver, :user, :relation, :limit, 'active', :now)
"""
LINK = f"SELECT {_LINK} FROM aids WHERE aid_id = :aid_id"
OF_PERSON = f"SELECT {_LINK} FROM aids WHERE giver_no = :psn_no OR user_no = :psn_no ORDER BY number"
GIVERS = f"SELECT {_LINK} FROM aids WHERE user_no = :psn_no AND state = 'active' ORDER BY number"
USERS = f"SELECT {_LINK} FROM aids WHERE giver_no = :psn_no AND state = 'active' ORDER BY number"
SET_LIMIT = "UPDATE aids SET yearly_limit_fen = :limit, relation = :relation WHERE aid_id = :aid_id"
END = "UPDATE aids SET state = 'ended', ended_at = :now, reason = :reason WHERE aid_id = :aid_id AND state = 'active'"
END_ALL = """
    UPDATE aids SET state = 'ended', ended_at = :now, reason = :reason
    WHERE (giver_no = :psn_no OR user_no = :psn_no) AND state = 'active'
"""
USED = "SELECT COALESCE(SUM(amount_fen), 0) FROM aid_uses WHERE aid_id = :aid_id AND year = :year"
ADD_USE = """
    INSERT INTO aid_uses (use_id, setl_id, aid_id, giver_no, user_no, year, amount_fen, at)
    VALUES (:use_id, :setl_id, :aid_id, :giver, :user, :year, :amount, :at)
"""
USES_OF = "SELECT aid_id, giver_no, user_no, year, amount_fen FROM aid_uses WHERE setl_id = :setl_id AND amount_fen > 0"
CHANGE_BALANCE = "UPDATE people SET account_fen = account_fen + :amount WHERE psn_no = :psn_no"
