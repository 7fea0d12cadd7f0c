"""An actor or a topic as a page of its own, from documents that name it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from events.documents import shapes
from events.documents.reading import records
from events.documents.shapes import Document, Texts
from events.presenting.parts import (
    EntryLink,
    Fact,
    FactSource,
    OnFile,
    ShownPicture,
    SourceLine,
    facts,
    pictures,
    source_line,
)
from events.presenting.positions import FOR, ending
from events.presenting.wording import (
    Links,
    Term,
    Text,
    ago,
    began,
    chosen,
    closed_lists,
    flagged,
    flagged_by_code,
    mark,
    text,
)
from events.public import HeldPosition
from events.vocabulary import ActorKind, MemberRole, Stance
from events.words import normalise


@dataclass(frozen=True, slots=True)
class Related:
    """Another actor: one that represents this one or is represented by it or, with a `role`, a body
    or a member of one. `dates`: since when and until when. `stated_in`: the latest entry in which
    the one speaks for the other; None if no entry says so. `sources`: of a membership."""

    name: Text
    url: str
    office: Text
    role: str = ""
    dates: str = ""
    stated_in: EntryLink | None = None
    sources: tuple[FactSource, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """Who an actor is. `description` is plain text, in `language` if that is not the reader's.
    `members`: those of a coalition or organisation, else empty; `joined`: whether what such a body
    does, its members take part in. All that is on file has its dates and its sources."""

    slug: str
    name: Text
    kind: str
    country: str
    office: Text
    description: str
    language: str | None
    represents: Related | None
    lifespan: Fact | None
    predecessors: list[Fact]
    successors: list[Fact]
    members: list[Related]
    joined: bool
    bodies: list[Related]
    represented_by: list[Related]
    offices: list[Fact]
    former_names: list[Fact]
    aliases: list[Fact]
    identifiers: list[Fact]
    pictures: list[ShownPicture]


@dataclass(frozen=True, slots=True)
class TopicProfile:
    """`wider`: from the widest to the nearest. `narrower`: those that belong to it, by name."""

    slug: str
    name: Text
    description: str
    language: str | None
    wider: list[tuple[Text, str]]
    narrower: list[tuple[Text, str]]


@dataclass(frozen=True, slots=True)
class ProfilePosition:
    """A position that holds, with the name of its topic or of its actor: for certain, or possibly.
    `ending`: that it has ended, or may have. `age`: how long ago it was taken. `history`: all
    positions of that actor on that topic. `source`: who says so."""

    name: Text
    url: str
    stance: Term
    basis: Term | None
    since: Text
    mark: str
    age: str
    certain: bool
    ended: bool
    ending: Term | None
    entry: str
    history: str
    source: SourceLine | None


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """Those with the same stance on a topic."""

    stance: Term
    stands: list[ProfilePosition]


def neighbours(slug: str, documents: Sequence[Document]) -> list[str]:
    """The slugs of those whom the actor came after, and of those who came after it. The documents
    need not carry their records."""
    record = _known(documents)[slug]
    return [one["actor"] for one in (*record["predecessors"], *record["successors"])]


def actor(
    slug: str, documents: Sequence[Document], links: Links, pages: Collection[str] = ()
) -> ActorProfile:
    """`documents`: those that carry the record of the actor, newest first. `pages`: which of its
    `neighbours` have a page.

    They also say who represents the actor, and which coalitions and organisations it is in.
    """
    known = _known(documents)
    record = known[slug]
    on_file = OnFile(documents, known, links, pages)
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
        name=flagged(text(record["name"]), record),
        kind=closed_lists.label(ActorKind, kind),
        # The name of a country says it already.
        country=closed_lists.state(record["country"]) if kind != ActorKind.COUNTRY else "",
        office=text(record["office"]),
        description=description,
        language=language,
        represents=(
            _related(represented, links, stated(slug, represented["slug"])) if represented else None
        ),
        lifespan=on_file.lifespan(record),
        predecessors=[on_file.neighbour(one) for one in record["predecessors"]],
        successors=[on_file.neighbour(one) for one in record["successors"]],
        members=_by_name(
            _membership(member, member["actor"], member["name"], on_file)
            for member in record.get("members", [])
        ),
        joined=kind == ActorKind.COALITION,
        bodies=_by_name(
            _membership(member, other["slug"], other["name"], on_file)
            for other in known.values()
            for member in other.get("members", [])
            if member["actor"] == slug
        ),
        represented_by=_by_name(
            _related(other, links, stated(other["slug"], slug))
            for other in known.values()
            if other["represents"] == slug
        ),
        offices=[on_file.office(office) for office in record["offices"]],
        former_names=[on_file.former_name(former) for former in record["former_names"]],
        aliases=[facts.alias(one) for one in record["aliases"]],
        identifiers=[facts.identifier(one) for one in record["identifiers"]],
        pictures=pictures(record.get("pictures", ())),
    )


def topic(record: shapes.Topic, narrower: Mapping[str, shapes.Texts], links: Links) -> TopicProfile:
    description, language = chosen(record["description"])
    below = [(text(name), links.topic(slug)) for slug, name in narrower.items()]
    return TopicProfile(
        record["slug"],
        text(record["name"]),
        description,
        language,
        [(text(one["name"]), links.topic(one["slug"])) for one in reversed(record["wider"])],
        sorted(below, key=lambda one: normalise(one[0].plain)),
    )


def stands(held: Iterable[HeldPosition], links: Links, of: str) -> list[ProfilePosition]:
    """Positions that hold or have ended, by what they are on (`of` is "topic") or by who holds them
    ("actor")."""
    day = date.fromisoformat(links.day)
    found = [
        ProfilePosition(
            name=flagged_by_code(text(position.name), position.country),
            url=(links.topic if of == "topic" else links.actor)(getattr(position, of)),
            stance=closed_lists.stance(position.stance),
            basis=closed_lists.basis(position.basis),
            since=text(position.date["label"]),
            mark=mark(position.date),
            age=ago(began(position.date), day),
            certain=position.certain,
            ended=position.ended,
            ending=ending(position.date, position.stance, day),
            entry=links.entry(position.entry),
            history=links.cell(position.actor, position.topic),
            source=(
                source_line(position.source, links.entry(position.entry), links)
                if position.source
                else None
            ),
        )
        for position in held
    ]
    return sorted(found, key=lambda stand: normalise(stand.name.plain))


def camps(positions: Iterable[ProfilePosition]) -> list[StanceGroup]:
    """Positions on one topic by stance, without those taken back or ended. Of several of an actor
    with one stance, which are possible, the first stands."""
    found: dict[str, StanceGroup] = {}
    for stand in positions:
        if stand.ended or stand.stance.value == Stance.TAKEN_BACK:
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


def ended(positions: Iterable[ProfilePosition]) -> list[ProfilePosition]:
    """Those that have ended, without a later one."""
    return [stand for stand in positions if stand.ended]


def certain(positions: Iterable[ProfilePosition]) -> dict[str, Term]:
    """The stances that hold for certain, by the address of all that was said there."""
    return {
        stand.history: stand.stance for stand in positions if stand.certain and not stand.ending
    }


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
        flagged(text(record["name"]), record),
        links.actor(record["slug"]),
        text(record["office"]),
        stated_in=stated_in,
    )


def _by_name(related: Iterable[Related]) -> list[Related]:
    return sorted(related, key=lambda one: normalise(one.name.plain))


def _membership(member: shapes.Member, slug: str, name: Texts, on_file: OnFile) -> Related:
    """A membership, from the side of the body or of its member: `slug` and `name` are the other."""
    return Related(
        flagged(text(name), on_file.known.get(slug)),
        on_file.links.actor(slug),
        Text.of(""),
        closed_lists.label(MemberRole, member["role"]),
        facts.spanned(member["since"], member["until"], on_file.links.day),
        sources=on_file.who_says_so(member["source"]),
    )
