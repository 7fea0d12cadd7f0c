"""Who is named in an entry: by role, with whom they speak for and whether they came."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import cast

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.documents import onday, reading, shapes
from events.documents.membership import joined_in
from events.documents.shapes import Document, Texts
from events.presenting.parts import facts
from events.presenting.parts.figures import number_worded
from events.presenting.wording import (
    Flagged,
    Links,
    Text,
    called,
    closed_lists,
    flagged,
    in_page,
    joined,
    text,
)
from events.vocabulary import Attendance, MemberRole, Role
from events.words import normalise

# In the order in which a page shows them.
HEADINGS: dict[str, Promise] = {
    Role.HOST: _("Hosted by"),
    Role.CHAIR: _("Chaired by"),
    Role.PARTICIPANT: _("Taking part"),
    Role.MEDIATOR: _("Mediating"),
    Role.OBSERVER: _("Observing"),
    Role.PARTY: _("Committed"),
    Role.CONTRIBUTOR: _("Contributing"),
    Role.DECLINER: _("Declined by"),
    Role.FORMER: _("Taking part no longer"),
    Role.HOLDER: _("Whose position"),
    Role.SPEAKER: _("Said by"),
    Role.INVOLVED: _("Involved"),
    Role.CONCERNED: _("Whom it concerns"),
}
AWAY = (Attendance.DECLINED, Attendance.ABSENT)
# How many names fit in a line of a list; of the rest, it says how many there are.
NAMES_IN_LINE = 4


@dataclass(frozen=True, slots=True)
class Person:
    """An actor in an entry; not always a person."""

    name: Text
    url: str
    office: Text
    represents: Text
    attendance: str


@dataclass(frozen=True, slots=True)
class ParticipantGroup:
    heading: str
    away: bool
    people: list[Person]


@dataclass(frozen=True, slots=True)
class CoalitionMember:
    """`role`: what the member is in the coalition; `dates`: since and until when, if known."""

    name: Text
    url: str
    role: str
    dates: str


@dataclass(frozen=True, slots=True)
class Coalition:
    """The members of a coalition that the record knows by name, and their roles in it."""

    name: Text
    members: list[CoalitionMember]


def groups(document: Document, links: Links) -> list[ParticipantGroup]:
    """The actors by role; those who stayed away come separately, at the end."""
    records = reading.records(document)
    found: dict[tuple[bool, str], list[Person]] = {}
    for actor in document["actors"]:
        away = actor["status"] in AWAY
        person = _person(actor, document, records, links)
        found.setdefault((away, "" if away else actor["role"]), []).append(person)
    order = list(HEADINGS)
    keys = sorted(found, key=lambda key: (key[0], order.index(key[1]) if key[1] in order else 99))
    return [ParticipantGroup(_heading(role, away), away, found[away, role]) for away, role in keys]


def coalitions(document: Document, links: Links) -> list[Coalition]:
    """The coalitions that are named in a role, and the members that they had then."""
    named, records = {actor["slug"] for actor in document["actors"]}, reading.records(document)
    found = []
    for record in records.values():
        if record["slug"] in named and (then := joined_in(record, document["date"])):
            members = [
                CoalitionMember(
                    flagged(text(member["name"]), records.get(member["actor"])),
                    links.actor(member["actor"]),
                    closed_lists.label(MemberRole, member["role"]),
                    facts.spanned(member["since"], member["until"], links.day),
                )
                for member in then
            ]
            members.sort(key=lambda member: normalise(member.name.plain))
            found.append(Coalition(on_file_then(record, document), members))
    return found


def names_line(
    actors: Iterable[shapes.ActorInEntry | shapes.Topic],
    reader: str = "",
    page: Callable[[str], str] | None = None,
) -> SafeString:
    """Names for one line of a list: each once, and only the first few. `page`: the address of the
    page of each, by its slug; without it, they lead nowhere."""
    found = list({one["slug"]: one for one in actors}.values())
    rest = len(found) - NAMES_IN_LINE
    names = [_named(one, reader, page) for one in (found if rest <= 1 else found[:NAMES_IN_LINE])]
    if rest <= 1:
        return joined(names)
    more = ngettext("%(number)s more", "%(number)s more", rest) % {"number": number_worded(rest)}
    return joined([*names, Text.of(more)])


def _named(
    one: shapes.ActorInEntry | shapes.Topic, reader: str, page: Callable[[str], str] | None
) -> str:
    name = called(one["name"], cast("Texts | None", one.get("name_today")), reader)
    name = flagged(name, one) if "kind" in one else name
    if page is None:
        return name
    link = f'<a href="{escape(page(one["slug"]))}">'
    return Flagged.made(f"{link}{name}</a>", lambda: f"{link}{in_page(name)}</a>")


def in_role(document: Document, *roles: str) -> list[shapes.ActorInEntry]:
    return [actor for actor in document["actors"] if actor["role"] in roles]


def name_then(actor: shapes.ActorInEntry) -> Text:
    """An actor by the name it had on the day, with today's beside it, and its flag."""
    return flagged(called(actor["name"], actor["name_today"]), actor)


def on_file_then(record: shapes.Actor, document: Document) -> Text:
    """The same of an actor that the document only refers to."""
    then = called(onday.name_on(record, document["date"]["edtf"]), record["name"])
    return flagged(then, record)


def _heading(role: str, away: bool) -> str:
    if away:
        return str(_("Not there"))
    return str(HEADINGS.get(role) or closed_lists.label(Role, role))


def _person(
    actor: shapes.ActorInEntry,
    document: Document,
    records: Mapping[str, shapes.Actor],
    links: Links,
) -> Person:
    represented = records.get(actor["represents"] or "")
    return Person(
        name=name_then(actor),
        url=links.actor(actor["slug"]),
        office=text(actor["office"]),
        represents=on_file_then(represented, document) if represented else text(None),
        attendance=closed_lists.label(Attendance, actor["status"]),
    )
