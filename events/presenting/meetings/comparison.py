"""What is told of each meeting that is compared: what it was for, who took part, and whether a
question was open then."""

from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import dates
from events.documents import shapes
from events.documents.membership import joined_in
from events.documents.reading import records
from events.documents.shapes import Document, Question, Summit
from events.presenting.meetings import meeting
from events.presenting.meetings.meeting import Delegation, Seat
from events.presenting.parts import AWAY, moved, places
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    chosen,
    closed_lists,
    dated,
    flagged,
    joined,
    render,
    text,
)
from events.vocabulary import MeetingLevel, MeetingMode, QuestionStatus, Role


@dataclass(frozen=True, slots=True)
class Side:
    """One of the meetings. `about`: of what sort it was and where; `badge`: that it was moved;
    `planned`: for when it had been planned, in a line, and `moves`: when it was moved."""

    slug: str
    url: str
    title: Text
    short: SafeString  # “Paris, 6 January 2026”
    date: Dated
    status: Term | None
    badge: Term | None
    planned: SafeString
    moves: list[moved.WordedEarlierDate]
    about: SafeString
    summary: SafeString
    language: str | None
    counts: list[meeting.Count]


NOT_RAISED = gettext_lazy("Not raised yet")
NOT_CERTAIN = gettext_lazy("No record whether it was open then")


def side(document: Summit, links: Links) -> Side:
    summary, language = chosen(document["summary"])
    return Side(
        slug=document["slug"],
        url=links.entry(document["slug"]),
        title=text(document["title"]),
        short=short(document),
        date=dated(document["date"]),
        status=closed_lists.status_of(document, links.day),
        badge=moved.badge(document),
        planned=moved.first_planned(document),
        moves=[one for one in moved.earlier_dates(document) if one.moved_on or one.note],
        about=joined(filter(None, _about(document)), " · "),
        summary=render(summary),
        language=language,
        counts=meeting.tally(document),
    )


def _about(document: Summit) -> list[SafeString]:
    """Its format, at which level and in which way it met, and where."""
    return [
        text(document["format_record"]["name"]),
        Text.of(closed_lists.label(MeetingLevel, document["level"])),
        Text.of(closed_lists.label(MeetingMode, document["mode"])),
        places.sites(document),
    ]


def short(document: Summit) -> SafeString:
    """Where and when a meeting was, to tell it from another."""
    where = joined(places.towns(document))
    return joined(part for part in (where, text(document["date"]["label"])) if part)


def state(
    question: Question, answer: Document | None, day: date, until: date | None = None
) -> Term:
    """Whether a question was open on a day, as far as the dates tell; with `until`, on one day of
    those from the one to the other, which one is not known."""
    last = until or day
    raised = _by(question["date"], day, last)
    answered: bool | None
    if raised is False:
        return Term("not-raised", str(NOT_RAISED), "over")
    if question["status"] == QuestionStatus.OPEN:
        # “From May to November” says nothing of December.
        over = dates.certainty.can_be_over(dates.parse(question["date"]["edtf"]), last)
        answered = None if over else False
    else:
        answered = _by(answer["date"], day, last) if answer else None
    if raised is None or answered is None:
        return Term("not-certain", str(NOT_CERTAIN), "mixed")
    status = QuestionStatus.ANSWERED if answered else QuestionStatus.OPEN
    return closed_lists.status("question", status) or Term(status, status)


def days_of(document: Summit) -> tuple[date, date]:
    """From which day to which the last day of a meeting can have been or, if its end is open, the
    first."""
    value = dates.parse(document["date"]["edtf"])
    if value.latest is None and value.earliest is not None:
        return value.earliest, value.latest_start or date.max
    return value.earliest_end or date.min, value.latest or date.max


def _by(record: shapes.Date, first: date, last: date) -> bool | None:
    """Whether what has this date had happened by one of these days; None if that is left open."""
    value = dates.parse(record["edtf"])
    if dates.certainty.begun(value, first) is dates.Certainty.CERTAIN:
        return True
    return False if dates.certainty.begun(value, last) is dates.Certainty.NO else None


def members(document: Summit, links: Links) -> dict[str, Delegation]:
    """The members of the coalitions that took part in a meeting, each with a seat that says so."""
    there = {actor["slug"] for actor in document["actors"] if actor["status"] not in AWAY}
    on_file = records(document)
    found: dict[str, Delegation] = {}
    for record in on_file.values():
        if record["slug"] not in there:
            continue
        coalition = Seat(
            text(record["name"]), links.actor(record["slug"]), Text.of(""), "", "", False, False
        )
        for member in joined_in(record, document["date"]):
            slug = member["actor"]
            who = on_file.get(slug)
            name, kind = flagged(text(member["name"]), who), who["kind"] if who else ""
            delegation = Delegation(slug, name, links.actor(slug), kind)
            found.setdefault(slug, delegation).seats.append(coalition)
    return found


def told(delegation: Delegation | None, member: Delegation | None) -> list[SafeString]:
    """What an actor was at a meeting, in lines."""
    if delegation is not None:
        return [_seat(seat) for seat in delegation.seats]
    if member is None:
        return [Text.of(_("Not named"))]
    names = joined(seat.name for seat in member.seats)
    return [format_html(_("Not named itself; member of {}"), names)]


def _seat(seat: Seat) -> SafeString:
    """“Merz, Chancellor”, and whether he was there; for a delegation that is named itself, what it
    was."""
    name = format_html('<a href="{}">{}</a>', seat.url, seat.name)
    said = [part for part in ("" if seat.itself else name, seat.office, seat.role) if part]
    who = joined(said)
    if seat.attendance:
        there = format_html('<span class="attendance">{}</span>', seat.attendance)
        return joined([who, there], " ") if who else there
    return who or Text.of(closed_lists.label(Role, Role.PARTICIPANT))
