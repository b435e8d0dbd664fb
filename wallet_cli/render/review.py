"""The fields of applications before staff, and of papers wherever they stand (cli.md, Output; see `shapes`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wallet_cli.domain.secret import Secret

if TYPE_CHECKING:
    from wallet_cli.domain.papers import Paper
    from wallet_cli.domain.review import Review
    from wallet_cli.render.leaves import Data


def paper(one: Paper) -> Data:
    """A paper handed in. A file's name may hold a person's: shown with --reveal."""
    return {
        "paper": one.kind,
        "file": Secret(one.name.encode()),
        "media_type": one.media_type,
        "size": one.size,
        "sha256": one.sha256,
    }


def review_line(one: Review) -> Data:
    """One application in the list of those before staff."""
    return {
        "review_id": one.review_id,
        "kind": one.kind,
        "psn_no": one.psn_no,
        "name": one.masked_name,
        "state": state(one),
        "opened_at": one.opened_at,
        "due_at": one.due_at,
        "decided_at": one.decided_at,
    }


def review(one: Review) -> Data:
    """One application, whole."""
    return {
        **review_line(one),
        "reason": one.reason,
        "papers": [paper(each) for each in one.papers],
        "about": dict(one.about),
    }


def state(one: Review) -> str:
    """pending, approved, refused or withdrawn."""
    if one.approved is None:
        return "pending" if one.decided_at is None else "withdrawn"
    return "approved" if one.approved else "refused"
