"""Recognition of chronic disease (门诊慢特病认定): applied for with papers, decided by staff, read by settlement.

Rules of this room: see `service`. Which diseases a place recognises is data of its policy.
"""

from __future__ import annotations

from typing import Any

from wallet_cli.domain import papers as rules
from wallet_cli.domain import workdays
from wallet_cli.domain.chronic import DECIDED_WITHIN_DAYS, NEEDED, PAPERS, Chronic, ChronicState
from wallet_cli.domain.papers import Paper
from wallet_cli.domain.review import ReviewKind
from wallet_cli.errors import ChronicExists, ChronicInvalid, ChronicUnknown
from wallet_cli.platform import answers
from wallet_cli.platform.service import paging, places, register, reviews
from wallet_cli.platform.service.act import Act, page_limit
from wallet_cli.platform.sql import claims as q
from wallet_cli.ports import Page

MAX_CODE = 16


def recognised(act: Act, psn_no: str) -> frozenset[str]:
    """Codes of the diseases recognised in this person: what may be settled as chronic (med_type 14)."""
    return frozenset(str(row[0]) for row in act.rows(q.RECOGNISED, psn_no=psn_no))


def apply(act: Act, psn_no: str, disease: str, papers: tuple[Paper, ...]) -> Chronic:
    """A recognition applied for. Errors as ports.ChronicDiseases.recognise, and NotInsured."""
    person = register.find(act, psn_no)
    register.check_insured(person)
    diseases = places.policy(person.region, person.insutype).chronic_diseases
    if disease not in diseases:
        raise ChronicInvalid(disease=disease[:MAX_CODE], diseases=diseases, hotline=places.hotline(person.region))
    standing = act.row(q.STANDING_CHRONIC, psn_no=psn_no, disease=disease)
    if standing is not None:
        raise ChronicExists(chronic_id=str(standing[0]), state=str(standing[1]), disease=disease)
    rules.check(papers, PAPERS)
    rules.require(papers, NEEDED)
    chronic_id = "K" + act.word(16)
    chronic = Chronic(chronic_id, psn_no, disease, papers, ChronicState.PENDING, act.now, None, None)
    act.run(
        q.ADD_CHRONIC,
        chronic_id=chronic_id,
        psn_no=psn_no,
        disease=disease,
        now=act.now,
        body=_sealed(act, chronic),
    )
    reviews.open_(act, ReviewKind.CHRONIC, chronic_id, psn_no, workdays.due_at(act.now, DECIDED_WITHIN_DAYS))
    return chronic


def show(act: Act, psn_no: str, chronic_id: str) -> Chronic:
    """One's own application. Raises ChronicUnknown."""
    row = act.row(q.CHRONIC, psn_no=psn_no, chronic_id=chronic_id[:64])
    if row is None:
        raise ChronicUnknown(id=chronic_id[:64])
    return _opened(act, row)


def page(act: Act, psn_no: str, cursor: str | None, limit: int) -> Page[Chronic]:
    """A person's applications, newest first."""
    at, chronic_id = paging.after(cursor)
    rows = act.rows(q.CHRONICS, psn_no=psn_no, at=at, chronic_id=chronic_id, limit=page_limit(limit) + 1)
    shown = tuple(_opened(act, row) for row in rows[:limit])
    return Page(shown, paging.cursor(shown[-1].applied_at, shown[-1].chronic_id) if len(rows) > limit else None)


def about(act: Act, chronic_id: str) -> reviews.About:
    """For staff. Raises ChronicUnknown."""
    one = _find(act, chronic_id)
    return one.papers, {"disease": one.disease, "state": one.state.value}


def decided(act: Act, chronic_id: str, approve: bool, reason: str) -> None:
    """Staff's decision takes effect: from now on the disease is settled as such, or it is not."""
    state = ChronicState.APPROVED if approve else ChronicState.REFUSED
    after = _find(act, chronic_id)._replace(state=state, decided_at=act.now, reason=reason or None)
    act.run(q.DECIDE_CHRONIC, chronic_id=chronic_id, state=state.value, now=act.now, body=_sealed(act, after))


def _find(act: Act, chronic_id: str) -> Chronic:
    row = act.row(q.CHRONIC_BY_ID, chronic_id=chronic_id)
    if row is None:
        raise ChronicUnknown(id=chronic_id[:64])
    return _opened(act, row)


def _sealed(act: Act, one: Chronic) -> bytes:
    return act.cipher.seal(f"chronics/{one.chronic_id}", answers.dump(one))


def _opened(act: Act, row: tuple[Any, ...]) -> Chronic:
    opened: Chronic = answers.load(act.cipher.open(f"chronics/{row[0]}", row[1]))
    return opened
