"""Two meetings and more beside each other, as tables with a column for each: who took part, what
was on the agenda, which questions were open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.documents.reading import topics
from events.documents.shapes import Document, Question, Summit
from events.presenting.lists import Item, item
from events.presenting.meetings import meeting
from events.presenting.meetings.comparison import days_of, members, state, told
from events.presenting.parts import NamedEntries
from events.presenting.wording import Links, Term, Text, text
from events.words import normalise

# What is known of somebody at a meeting.
THERE, AWAY, MEMBER, UNKNOWN = "there", "away", "member", "unknown"
# The groups of those who are named, or of whom a coalition is, in order.
ATTENDANCE = ("all", "several", "one", "members", "absent")


@dataclass(frozen=True, slots=True)
class AttendancePlace:
    """`key`: whether somebody took part, is named as away, is only a member of a coalition that
    took part, or is not named at all, of which nothing follows. `told`: the same in lines."""

    key: str
    told: list[SafeString]


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A country, organisation or coalition; a place for each meeting."""

    slug: str
    name: Text
    url: str
    places: list[AttendancePlace]


@dataclass(frozen=True, slots=True)
class AttendanceRows:
    """Those who took part in all, in several or in one; the members of coalitions that did; those
    who are only named as absent."""

    key: str
    rows: list[AttendanceRow]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A topic; whether it is on the agenda of each meeting."""

    slug: str
    name: Text
    url: str
    on: list[bool]


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question; whether it was open at each meeting, and now."""

    item: Item
    on_agenda: bool
    at: list[Term]
    now: Term


def attendance(meetings: Sequence[Summit], links: Links) -> list[AttendanceRows]:
    """Everybody who is named at one of the meetings, or belongs to a coalition that is."""
    named = [meeting.delegations(document, links) for document in meetings]
    joined = [members(document, links) for document in meetings]
    known: dict[str, meeting.Delegation] = {}
    for found in [*reversed(joined), *reversed(named)]:
        known |= found
    order = dict.fromkeys(slug for found in [*named, *joined] for slug in found)
    rows: dict[str, list[AttendanceRow]] = {key: [] for key in ATTENDANCE}
    for slug in order:
        places = [
            _place(there.get(slug), of.get(slug)) for there, of in zip(named, joined, strict=True)
        ]
        one = known[slug]
        rows[_group(places)].append(AttendanceRow(slug, one.name, one.url, places))
    return [
        AttendanceRows(key, sorted(found, key=lambda row: normalise(row.name.plain)))
        for key, found in rows.items()
    ]


def _place(
    delegation: meeting.Delegation | None, member: meeting.Delegation | None
) -> AttendancePlace:
    lines = told(delegation, member)
    if delegation is not None:
        return AttendancePlace(THERE if delegation.present else AWAY, lines)
    return AttendancePlace(MEMBER if member else UNKNOWN, lines)


def _group(places: Sequence[AttendancePlace]) -> str:
    keys = [place.key for place in places]
    there = keys.count(THERE)
    if there:
        return "all" if there == len(keys) else "several" if there > 1 else "one"
    return "absent" if AWAY in keys else "members"


def agenda(meetings: Sequence[Summit], links: Links) -> list[AgendaRow]:
    """The topics of the agendas: those of the most meetings first, then by name."""
    names = {topic["slug"]: topic["name"] for one in meetings for topic in one["topics"]}
    on = [{topic["slug"] for topic in one["topics"]} for one in meetings]
    rows = [
        AgendaRow(slug, text(name), links.topic(slug), [slug in of for of in on])
        for slug, name in names.items()
    ]
    return sorted(rows, key=lambda row: (-sum(row.on), normalise(row.name.plain)))


def questions(
    asked: Iterable[Question],
    answers: Mapping[str, Document],
    meetings: Sequence[Summit],
    links: Links,
) -> list[QuestionRow]:
    """`answers`: the documents of the entries that answered some of the questions, by id."""
    of_agendas = {topic["slug"] for one in meetings for topic in one["topics"]}
    today = date.fromisoformat(links.day)
    rows = []
    for question in asked:
        answer = NamedEntries(answers, links).find(question["answered_by"])
        rows.append(
            QuestionRow(
                item(question, links),
                not of_agendas.isdisjoint(topic["slug"] for topic in topics(question)),
                [state(question, answer, *days_of(one)) for one in meetings],
                state(question, answer, today),
            )
        )
    return rows
