"""All actors or topics in the order of their names, a page at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from events.documents import shapes
from events.presenting.wording import (
    Links,
    Text,
    chosen,
    closed_lists,
    excerpt,
    flagged,
    joined,
    text,
)
from events.public import Named
from events.vocabulary import ActorKind
from events.words import normalise

PER_PAGE = 40
LETTERS = 3
HEADINGS: dict[str, Promise] = {
    ActorKind.COUNTRY: _("Countries"),
    ActorKind.ORGANISATION: _("Organisations"),
    ActorKind.COALITION: _("Coalitions"),
    ActorKind.PERSON: _("People"),
}
DESCRIBED = 160


@dataclass(frozen=True, slots=True)
class Listed:
    """`about`: office, country or description; `entries`: how many name it, if counted."""

    name: Text
    url: str
    about: SafeString
    entries: int | None


@dataclass(frozen=True, slots=True)
class ActorGroup:
    key: str
    heading: str
    listed: list[Listed]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the list. `label`: the first and the last letters on it."""

    number: int
    label: str


def ordered(names: Iterable[Named]) -> list[Named]:
    """By name in the reader's language."""
    return sorted(names, key=lambda named: normalise(text(named.name).plain or named.slug))


def sheets(names: Sequence[Named]) -> list[Sheet]:
    """The pages that the names fill, at least one."""
    starts = range(0, max(len(names), 1), PER_PAGE)
    return [Sheet(number, _letters(names, start)) for number, start in enumerate(starts, start=1)]


def on_sheet(names: Sequence[Named], number: int) -> list[Named]:
    return list(names[(number - 1) * PER_PAGE : number * PER_PAGE])


def actors(
    names: Sequence[Named], records: Iterable[shapes.Actor], links: Links
) -> list[ActorGroup]:
    """The names by kind: countries, organisations, coalitions, persons. For an earlier state of the
    record, the names are those in its documents, because a list has only the newest."""
    on_file = {record["slug"]: record for record in records}
    found: dict[str, list[Listed]] = {}
    for named in names:
        record = on_file.get(named.slug)
        if record is None:
            continue
        name = flagged(text(record["name"]), record)
        listed = Listed(name, links.actor(named.slug), _who(record), named.entries)
        found.setdefault(record["kind"], []).append(listed)
    order = list(ActorKind.values)
    keys = sorted(found, key=lambda kind: order.index(kind) if kind in order else len(order))
    return [ActorGroup(kind, str(HEADINGS.get(kind, kind)), found[kind]) for kind in keys]


def topics(names: Sequence[Named], records: Iterable[shapes.Topic], links: Links) -> list[Listed]:
    on_file = {record["slug"]: record for record in records}
    found = []
    for named in names:
        record = on_file.get(named.slug)
        if record is None:
            continue
        said, language = chosen(record["description"])
        about = Text.of(excerpt(said, DESCRIBED), language)
        found.append(Listed(text(record["name"]), links.topic(named.slug), about, named.entries))
    return found


def _who(record: shapes.Actor) -> SafeString:
    """Office and country of a person, or else the beginning of the description."""
    country = closed_lists.state(record["country"]) if record["kind"] != ActorKind.COUNTRY else ""
    parts = [part for part in (text(record["office"]), Text.of(country)) if part]
    if parts:
        return joined(parts)
    said, language = chosen(record["description"])
    return Text.of(excerpt(said, DESCRIBED), language)


def _letters(names: Sequence[Named], start: int) -> str:
    found = [text(named.name).plain or named.slug for named in names[start : start + PER_PAGE]]
    if not found:
        return ""
    return f"{found[0][:LETTERS].strip()} – {found[-1][:LETTERS].strip()}"
