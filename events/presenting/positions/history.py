"""What one actor has said on one topic, position by position; and positions of related actors."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest

from django.utils.translation import gettext as _

from events import dates
from events.documents import shapes
from events.documents.membership import members_between
from events.documents.reading import records
from events.documents.shapes import Position
from events.presenting.parts import CitedSource, name_then, sources
from events.presenting.positions.ending import ending
from events.presenting.wording import (
    Dated,
    Links,
    Term,
    Text,
    ago,
    began,
    chosen,
    closed_lists,
    dated,
    excerpt,
    sort_day,
    text,
)
from events.public import Said
from events.vocabulary import ActorKind, MemberRole, Role
from events.words import normalise

# The last day of all stands for “never”.
_WHEN_ALL_HAVE_BEGUN = date.max - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Speaker:
    name: Text
    url: str
    office: Text


@dataclass(frozen=True, slots=True)
class PositionInHistory:
    """A position in the history of a cell. `before`: the stance that held until then, if it was
    another. `since`: when the record began to say so; `corrected`: what it said until then. `age`:
    how long ago it was taken. `over`: the last day on which it can hold, if its date has an end;
    `ending`: that it has ended, or may have. `latest`: none of the others
    can have begun after it. `together`: others who
    hold the same position by the same entry.
    """

    slug: str
    url: str
    versions_url: str
    title: Text
    excerpt: Text
    stance: Term
    basis: Term | None
    before: Term | None
    when: Dated
    begins: date
    ends: date
    age: str
    over: date | None
    ending: Term | None
    latest: bool
    speakers: list[Speaker]
    attribution: Text
    together: list[Speaker]
    sources: list[CitedSource]
    since: datetime
    corrected: Term | None


@dataclass(frozen=True, slots=True)
class Beside:
    """The position of a related actor; `how` it is related, in words."""

    name: Text
    url: str
    how: str
    stance: Term
    basis: Term | None
    certain: bool
    date: Text
    age: str
    history_url: str


def stands(actor: str, said: Sequence[Said], links: Links) -> list[PositionInHistory]:
    """The positions, newest first, as given."""
    began = [dates.certainty.since(dates.parse(item.document["date"]["edtf"])) for item in said]
    # Only the first in the list can be the latest: by its place, no other one is later.
    others = max((turn.certainly or date.max for turn in began[1:]), default=date.min)
    is_latest = bool(began) and (began[0].possibly or date.min) >= others
    return [
        _stand(actor, item, older, latest=is_latest and item is said[0], links=links)
        for item, older in zip_longest(said, said[1:])
    ]


def _stand(
    actor: str, said: Said, older: Said | None, *, latest: bool, links: Links
) -> PositionInHistory:
    document = said.document
    before = older.document["stance"] if older and _follows(older, said) else None
    summary, language = chosen(document["summary"])
    day = date.fromisoformat(sort_day(document["date"]))
    last_day = document["date"]["latest"]
    over = dates.certainty.until(dates.parse(document["date"]["edtf"]))
    return PositionInHistory(
        slug=document["slug"],
        url=links.entry(document["slug"]),
        versions_url=links.page("history", document["slug"]),
        title=text(document["title"]),
        excerpt=Text.of(excerpt(summary), language),
        stance=closed_lists.stance(document["stance"]),
        basis=closed_lists.basis(document["basis"]),
        before=closed_lists.stance(before) if before and before != document["stance"] else None,
        when=dated(document["date"]),
        begins=day,
        ends=date.fromisoformat(last_day) if last_day else day,
        age=ago(began(document["date"]), date.fromisoformat(links.day)),
        over=over.certainly if over else None,
        ending=ending(document["date"], document["stance"], date.fromisoformat(links.day)),
        latest=latest,
        speakers=_named(document, Role.SPEAKER, links),
        attribution=text(document["attribution"]),
        together=_named(document, Role.HOLDER, links, but=actor),
        sources=sources(document, links),
        since=said.since,
        corrected=closed_lists.stance(said.earlier) if said.earlier else None,
    )


def _follows(older: Said, newer: Said) -> bool:
    """Whether the one was said after the other in every reading of their dates."""
    both = [dates.parse(said.document["date"]["edtf"]) for said in (older, newer)]
    found = dates.certainty.latest(both, _WHEN_ALL_HAVE_BEGUN)
    return found.number == 1 and not found.rivals


def _named(document: Position, role: str, links: Links, but: str = "") -> list[Speaker]:
    # One may be there for two bodies.
    named = {row["slug"]: row for row in document["actors"] if row["role"] == role}
    return [
        Speaker(name_then(actor), links.actor(slug), text(actor["office"]))
        for slug, actor in named.items()
        if slug != but
    ]


def others(actor: shapes.Actor, day: date) -> list[str]:
    """The slugs of those whose position a reader of an actor's position looks for: the members of a
    body on that day, and whomever the actor represents. `actor`: its record."""
    members = [member["actor"] for member in members_between(actor, day, day)]
    return [*members, *filter(None, [actor["represents"]])]


def beside(
    actor: shapes.Actor,
    topic: str,
    found: Iterable[tuple[str, Position, bool]],
    links: Links,
) -> list[Beside]:
    """Positions of others, each with the slug of its holder and whether it is certain, if it can be
    said how they are related to the actor; by name."""
    result = []
    for slug, document, certain in found:
        other = records(document)[slug]
        how = _how(actor, other, document)
        if how:
            result.append(
                Beside(
                    text(other["name"]),
                    links.actor(slug),
                    how,
                    closed_lists.stance(document["stance"]),
                    closed_lists.basis(document["basis"]),
                    certain,
                    text(document["date"]["label"]),
                    ago(began(document["date"]), date.fromisoformat(links.day)),
                    links.cell(slug, topic),
                )
            )
    return sorted(result, key=lambda one: normalise(one.name.plain))


def _how(actor: shapes.Actor, other: shapes.Actor, document: Position) -> str:
    """How another actor is related to this one; empty if that is not known."""
    name = text(actor["name"]).plain
    if role := _member(actor, other["slug"]):
        return _("member of %(name)s: %(role)s") % {"name": name, "role": role}
    if role := _member(other, actor["slug"]):
        if other["kind"] == ActorKind.COALITION:
            said = _("a coalition of which %(name)s is a member: %(role)s")
        else:
            said = _("an organisation of which %(name)s is a member: %(role)s")
        return said % {"name": name, "role": role}
    if any(
        row["slug"] == other["slug"] and row["represents"] == actor["slug"]
        for row in document["actors"]
    ):
        return _("speaks for %(name)s") % {"name": name}
    if actor["represents"] == other["slug"]:
        return _("is represented by %(name)s") % {"name": name}
    roles = {item["role"] for item in document["actors"] if item["slug"] == actor["slug"]}
    if Role.SPEAKER in roles:
        return _("in the words of %(name)s") % {"name": name}
    return ""


def _member(body: shapes.Actor, slug: str) -> str:
    """The role of a member of a coalition or organisation; empty for a non-member."""
    for member in body.get("members", []):
        if member["actor"] == slug:
            return closed_lists.label(MemberRole, member["role"])
    return ""
