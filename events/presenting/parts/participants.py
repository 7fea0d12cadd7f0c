"""Who is named in an entry: by role, with whom they speak for and whether they came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.documents import reading, shapes
from events.documents.membership import members_on
from events.documents.shapes import Document
from events.presenting.parts.figures import number_worded
from events.presenting.wording import Links, Text, closed_lists, joined, name, text
from events.vocabulary import Attendance, MemberRole, Role
from events.words import normalise

# In the order in which a page shows them.
HEADINGS: dict[str, Promise] = {
    Role.HOST: _("Hosted by"),
    Role.CHAIR: _("Chaired by"),
    Role.PARTICIPANT: _("Taking part"),
    Role.MEDIATOR: _("Mediating"),
    Role.OBSERVER: _("Observing"),
    Role.PARTY: _("Bound by it"),
    Role.CONTRIBUTOR: _("Contributing"),
    Role.HOLDER: _("Whose position"),
    Role.SPEAKER: _("In the words of"),
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
    """`role`: what the member is in the coalition."""

    name: Text
    url: str
    role: str


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
        person = _person(actor, records, links)
        found.setdefault((away, "" if away else actor["role"]), []).append(person)
    order = list(HEADINGS)
    keys = sorted(found, key=lambda key: (key[0], order.index(key[1]) if key[1] in order else 99))
    return [ParticipantGroup(_heading(role, away), away, found[away, role]) for away, role in keys]


def coalitions(document: Document, links: Links) -> list[Coalition]:
    """The coalitions that are named in a role, and the members that they had then."""
    named = {actor["slug"] for actor in document["actors"]}
    found = []
    for record in document["actor_records"]:
        if record["slug"] in named and (then := members_on(record, document["date"])):
            members = [
                CoalitionMember(
                    text(member["name"]),
                    links.actor(member["actor"]),
                    closed_lists.label(MemberRole, member["role"]),
                )
                for member in then
            ]
            members.sort(key=lambda member: normalise(member.name.plain))
            found.append(Coalition(text(record["name"]), members))
    return found


def names_line(
    actors: Iterable[shapes.ActorInEntry | shapes.Topic], reader: str = ""
) -> SafeString:
    """Names for one line of a list: each once, and only the first few."""
    names = list({actor["slug"]: actor["name"] for actor in actors}.values())
    rest = len(names) - NAMES_IN_LINE
    if rest <= 1:
        return joined(name(one, reader) for one in names)
    more = ngettext("%(number)s more", "%(number)s more", rest) % {"number": number_worded(rest)}
    return joined([*(name(one, reader) for one in names[:NAMES_IN_LINE]), Text.of(more)])


def in_role(document: Document, *roles: str) -> list[shapes.ActorInEntry]:
    return [actor for actor in document["actors"] if actor["role"] in roles]


def office(slug: str, records: Mapping[str, shapes.Actor]) -> Text:
    """The office of an actor. `records`: those of the actors that a document refers to, by slug."""
    record = records.get(slug)
    return text(record["office"] if record else None)


def _heading(role: str, away: bool) -> str:
    if away:
        return str(_("Not there"))
    return str(HEADINGS.get(role) or closed_lists.label(Role, role))


def _person(
    actor: shapes.ActorInEntry, records: Mapping[str, shapes.Actor], links: Links
) -> Person:
    represented = records.get(actor["represents"] or "")
    return Person(
        name=text(actor["name"]),
        url=links.actor(actor["slug"]),
        office=office(actor["slug"], records),
        represents=text(represented["name"] if represented else None),
        attendance=closed_lists.label(Attendance, actor["status"]),
    )
