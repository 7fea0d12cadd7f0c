"""An actor or a topic as a page of its own, from documents that name it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.documents import shapes
from events.documents.reading import records
from events.documents.shapes import Document
from events.presenting.parts import EntryLink
from events.presenting.positions import FOR
from events.presenting.wording import (
    Links,
    Term,
    Text,
    ago,
    bounds,
    chosen,
    closed_lists,
    joined,
    mark,
    text,
)
from events.public import HeldPosition
from events.vocabulary import ActorKind, MemberRole, Stance
from events.words import normalise


@dataclass(frozen=True, slots=True)
class Related:
    """Another actor: one that represents this one or is represented by it or, with a `role`, a
    coalition or a member of one. `dates`: since when and until when. `stated_in`: the latest entry
    in which the one speaks for the other; None if no entry says so."""

    name: Text
    url: str
    office: Text
    role: str = ""
    dates: str = ""
    stated_in: EntryLink | None = None


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """Who an actor is. `description` is plain text, in `language` if that is not the reader's.
    `members`: those of a coalition, else empty. `offices`, `former_names`: each with its dates."""

    slug: str
    name: Text
    kind: str
    country: str
    office: Text
    description: str
    language: str | None
    represents: Related | None
    members: list[Related]
    coalitions: list[Related]
    represented_by: list[Related]
    offices: list[SafeString]
    former_names: list[SafeString]


@dataclass(frozen=True, slots=True)
class TopicProfile:
    slug: str
    name: Text
    description: str
    language: str | None


@dataclass(frozen=True, slots=True)
class ProfilePosition:
    """A position that holds, with the name of its topic or of its actor: for certain, or possibly.
    `age`: how long ago it was taken. `history`: all positions of that actor on that topic."""

    name: Text
    url: str
    stance: Term
    since: Text
    mark: str
    age: str
    certain: bool
    entry: str
    history: str


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """Those with the same stance on a topic."""

    stance: Term
    stands: list[ProfilePosition]


def actor(slug: str, documents: Sequence[Document], links: Links) -> ActorProfile:
    """`documents`: those that carry the record of the actor, newest first.

    They also say who represents the actor, and which coalitions it is in.
    """
    known = _known(documents)
    record = known[slug]
    description, language = chosen(record["description"])
    represented = known.get(record["represents"] or "")
    kind = record["kind"]

    def stated(person: str, whom: str) -> EntryLink | None:
        for document in documents:
            for one in document["actors"]:
                if (one["slug"], one["represents"]) == (person, whom):
                    return EntryLink(text(document["title"]), links.entry(document["slug"]))
        return None

    return ActorProfile(
        slug=slug,
        name=text(record["name"]),
        kind=closed_lists.label(ActorKind, kind),
        # The name of a country says it already.
        country=closed_lists.country(record["country"]) if kind != ActorKind.COUNTRY else "",
        office=text(record["office"]),
        description=description,
        language=language,
        represents=(
            _related(represented, links, stated(slug, represented["slug"])) if represented else None
        ),
        members=_by_name(_member(member, links) for member in record.get("members", [])),
        coalitions=_by_name(
            _membership(other, member, links)
            for other in known.values()
            for member in other.get("members", [])
            if member["actor"] == slug
        ),
        represented_by=_by_name(
            _related(other, links, stated(other["slug"], slug))
            for other in known.values()
            if other["represents"] == slug
        ),
        offices=[_office(office, known) for office in record["offices"]],
        former_names=[_former_name(former) for former in record["former_names"]],
    )


def topic(record: shapes.Topic) -> TopicProfile:
    description, language = chosen(record["description"])
    return TopicProfile(record["slug"], text(record["name"]), description, language)


def stands(held: Iterable[HeldPosition], links: Links, of: str) -> list[ProfilePosition]:
    """Positions that hold, by what they are on (`of` is "topic") or by who holds them ("actor")."""
    found = [
        ProfilePosition(
            name=text(position.name),
            url=(links.topic if of == "topic" else links.actor)(getattr(position, of)),
            stance=closed_lists.stance(position.stance),
            since=text(position.date["label"]),
            mark=mark(position.date),
            age=ago(bounds(position.date), date.fromisoformat(links.day)),
            certain=position.certain,
            entry=links.entry(position.entry),
            history=links.cell(position.actor, position.topic),
        )
        for position in held
    ]
    return sorted(found, key=lambda stand: normalise(stand.name.plain))


def camps(positions: Iterable[ProfilePosition]) -> list[StanceGroup]:
    """Positions on one topic by stance, without those taken back. Of several of an actor with one
    stance, which are possible, the first stands."""
    found: dict[str, StanceGroup] = {}
    for stand in positions:
        if stand.stance.value == Stance.TAKEN_BACK:
            continue
        camp = found.setdefault(stand.stance.value, StanceGroup(stand.stance, []))
        if all(stand.url != other.url for other in camp.stands):
            camp.stands.append(stand)
    order = list(Stance.values)
    return [found[value] for value in sorted(found, key=order.index)]


def taken_back(positions: Iterable[ProfilePosition]) -> StanceGroup | None:
    """Those who have taken back what they held, or may have; None if there are none."""
    found = [stand for stand in positions if stand.stance.value == Stance.TAKEN_BACK]
    return StanceGroup(found[0].stance, found) if found else None


def contested(found: Iterable[StanceGroup]) -> bool:
    """Is somebody for it and somebody against?"""
    stances = {camp.stance.value for camp in found if any(stand.certain for stand in camp.stands)}
    return Stance.OPPOSES in stances and not stances.isdisjoint(FOR)


def _known(documents: Iterable[Document]) -> dict[str, shapes.Actor]:
    """Every actor whose record the documents carry, each from the newest document that does."""
    found: dict[str, shapes.Actor] = {}
    for document in documents:
        found = records(document) | found
    return found


def _related(record: shapes.Actor, links: Links, stated_in: EntryLink | None) -> Related:
    return Related(
        text(record["name"]),
        links.actor(record["slug"]),
        text(record["office"]),
        stated_in=stated_in,
    )


def _office(office: shapes.Office, known: Mapping[str, shapes.Actor]) -> SafeString:
    """“Foreign Minister, Netherlands, from 2017 to 2021”"""
    represented = known.get(office["represents"] or "")
    parts = [
        text(office["title"]),
        text(represented["name"] if represented else None),
        Text.of(_span(office)),
    ]
    return joined(part for part in parts if part)


def _former_name(former: shapes.FormerName) -> SafeString:
    until = _("until %(date)s") % {"date": _worded(former["until"])}
    return joined([text(former["name"]), Text.of(until)])


def _by_name(related: Iterable[Related]) -> list[Related]:
    return sorted(related, key=lambda one: normalise(one.name.plain))


def _member(member: shapes.Member, links: Links) -> Related:
    role = closed_lists.label(MemberRole, member["role"])
    url = links.actor(member["actor"])
    return Related(text(member["name"]), url, Text.of(""), role, _span(member))


def _membership(coalition: shapes.Actor, member: shapes.Member, links: Links) -> Related:
    role = closed_lists.label(MemberRole, member["role"])
    url = links.actor(coalition["slug"])
    return Related(text(coalition["name"]), url, Text.of(""), role, _span(member))


def _span(held: shapes.Member | shapes.Office) -> str:
    since, until = _worded(held["since"]), _worded(held["until"])
    if since and until:
        return _("from %(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return _("since %(date)s") % {"date": since}
    return _("until %(date)s") % {"date": until} if until else ""


def _worded(date: shapes.Date | None) -> str:
    return text(date["label"]).plain if date else ""
