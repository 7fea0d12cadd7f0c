"""What has become of a commitment, and of each of its parts."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from events import dates
from events.documents import progress, reading, shapes
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

HAS_COME: dict[dates.Certainty, Promise | str] = {
    dates.Certainty.CERTAIN: "",
    dates.Certainty.POSSIBLE: gettext_lazy("possibly in force: its day is not known"),
    dates.Certainty.NO: gettext_lazy("announced, not in force yet"),
}


@dataclass(frozen=True, slots=True)
class DatedStatus:
    """`ahead`: that it is announced for a day to come, or can have come already; empty if it has.
    `by`: who changed it, empty where nobody is named."""

    ahead: str
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
    status: Term
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
            closed_lists.progress_worded(progress.part_status_on(part, day, document)),
            dated_or_none(part["deadline"]),
            part_lateness(part, document, day),
            [_change(change, document, links) for change in part["history"]],
        )
        for part in document["parts"]
    ]


def parts_line(document: Commitment, day: date) -> str:
    """“2 of 3 parts fulfilled”; empty for a commitment without parts."""
    states = [progress.part_status_on(part, day, document) for part in document["parts"]]
    if not states:
        return ""
    line = ngettext(
        "%(done)s of %(all)s part fulfilled", "%(done)s of %(all)s parts fulfilled", len(states)
    )
    fulfilled = [CommitmentStatus.FULFILLED]
    done = sum(state.is_certainly(fulfilled) for state in states)
    perhaps = sum(state.is_possibly(fulfilled) for state in states) - done
    line %= {"done": number_worded(done), "all": number_worded(len(states))}
    if not perhaps:
        return line
    more = ngettext("possibly %(number)s more", "possibly %(number)s more", perhaps)
    return f"{line}, {more % {'number': number_worded(perhaps)}}"


def still_ahead(change: shapes.StatusChange, day: str) -> str:
    """That a change of status is not in force on a day, which is ISO text, or may not be; empty if
    it is."""
    begun = dates.certainty.begun(dates.parse(change["date"]["edtf"]), date.fromisoformat(day))
    return str(HAS_COME[begun])


def _change(change: shapes.StatusChange, document: Commitment, links: Links) -> DatedStatus:
    by = change["by"]
    return DatedStatus(
        still_ahead(change, links.day),
        closed_lists.status(Kind.COMMITMENT, change["status"]),
        closed_lists.basis(change["basis"]),
        dated(change["date"]),
        on_file_then(reading.records(document)[by], document) if by else Text.of(""),
        links.actor(by) if by else "",
        text(change["note"]),
        change["locator"],
        change["source"],
    )
