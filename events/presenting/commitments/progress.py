"""What has become of a commitment, and of each of its parts."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from events.documents import reading, shapes
from events.documents.shapes import Commitment
from events.presenting.commitments.lateness import part_lateness
from events.presenting.parts import number_worded, on_file_then
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    closed_lists,
    dated,
    dated_or_none,
    text,
)
from events.vocabulary import CommitmentStatus, Kind


@dataclass(frozen=True, slots=True)
class DatedStatus:
    """`ahead`: it is announced for a day to come, and not in force yet. `by`: who changed it, empty
    where nobody is named."""

    ahead: bool
    status: Term | None
    basis: Term | None
    date: Dated
    by: Text
    by_url: str
    note: Text
    locator: str
    source: str


@dataclass(frozen=True, slots=True)
class PartProgress:
    """A part of a commitment, with what has become of it until the reader's day."""

    text: Text
    status: Term | None
    deadline: Dated | None
    lateness: Term | None
    changes: list[DatedStatus]


def changes(document: Commitment, links: Links) -> list[DatedStatus]:
    """How the status of the whole has changed."""
    return [_change(change, document, links) for change in document["history"]]


def parts(document: Commitment, links: Links) -> list[PartProgress]:
    day = date.fromisoformat(links.day)
    return [
        PartProgress(
            text(part["text"]),
            closed_lists.status(Kind.COMMITMENT, reading.part_status_on(part, links.day)),
            dated_or_none(part["deadline"]),
            part_lateness(part, document, day),
            [_change(change, document, links) for change in part["history"]],
        )
        for part in document["parts"]
    ]


def parts_line(document: Commitment, day: str) -> str:
    """“2 of 3 parts fulfilled”; empty for a commitment without parts."""
    states = [reading.part_status_on(part, day) for part in document["parts"]]
    if not states:
        return ""
    line = ngettext(
        "%(done)s of %(all)s part fulfilled", "%(done)s of %(all)s parts fulfilled", len(states)
    )
    done = states.count(CommitmentStatus.FULFILLED)
    return line % {"done": number_worded(done), "all": number_worded(len(states))}


def _change(change: shapes.StatusChange, document: Commitment, links: Links) -> DatedStatus:
    by = change["by"]
    return DatedStatus(
        (change["date"]["earliest"] or "") > links.day,
        closed_lists.status(Kind.COMMITMENT, change["status"]),
        closed_lists.basis(change["basis"]),
        dated(change["date"]),
        on_file_then(reading.records(document)[by], document) if by else Text.of(""),
        links.actor(by) if by else "",
        text(change["note"]),
        change["locator"],
        change["source"],
    )
