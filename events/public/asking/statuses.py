"""Statuses as of a reader's day. A status comes into force by itself when its day has come; what
was published before has it in its history only."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

from events.engines import SQLCondition, holds_any_tag, holds_tags
from events.log import Tag
from events.vocabulary import Facet


class TurnedStatus(NamedTuple):
    """Entries that were published with one status and have had another one since, by the number of
    their tag (`Facet.TURNS`)."""

    tag: int
    before: str
    now: str


class StatusOfDay(NamedTuple):
    """Entries with a status on a day: those published with it (their `tag`, 0 if there is none)
    that have not `lost` it since, and those that have `gained` it."""

    tag: int
    gained: tuple[int, ...]
    lost: tuple[int, ...]


class AnyTag(tuple[int, ...]):
    """Entries that have one of these tags at least."""

    __slots__ = ()


# What a part of a list has in common: a tag, one of several, or a status on a day.
Common = int | AnyTag | StatusOfDay


def turned(on: date) -> list[TurnedStatus]:
    """The statuses that are others on a day than those published. There are few, and mostly none:
    what is published again has its status."""
    found = []
    tags = Tag.objects.filter(facet=Facet.TURNS).order_by("slug")
    for tag, slug in tags.values_list("id", "slug"):
        since, until, before, now = slug.split("/")
        if since <= on.isoformat() < until:
            found.append(TurnedStatus(tag, before, now))
    return found


def of_status(status: str, tag: int, turns: Sequence[TurnedStatus]) -> Common:
    """What entries have in common that have a status on the day of these turns. `tag`: that of the
    status, 0 if nothing was ever published with it."""
    gained = tuple(turn.tag for turn in turns if turn.now == status)
    lost = tuple(turn.tag for turn in turns if turn.before == status)
    return StatusOfDay(tag, gained, lost) if gained or lost else tag


def numbers_on(
    published: Mapping[str, int], turns: Sequence[TurnedStatus], counted: Mapping[int, int]
) -> dict[str, int]:
    """How many entries have each status on a day, from how many were `published` with it; `counted`
    says by tag how many have turned."""
    found = dict(published)
    for turn in turns:
        if number := counted.get(turn.tag):
            found[turn.before] = found.get(turn.before, 0) - number
            found[turn.now] = found.get(turn.now, 0) + number
    return found


def having(common: Common) -> SQLCondition:
    """The rows that have it."""
    if isinstance(common, int):
        return holds_tags(connection, "i.tags", [common])
    if isinstance(common, AnyTag):
        return holds_any_tag(connection, "i.tags", common)
    condition, params = holds_tags(connection, "i.tags", [common.tag])
    if common.lost:
        lost, values = holds_any_tag(connection, "i.tags", common.lost)
        condition, params = f"({condition} AND NOT {lost})", [*params, *values]
    if common.gained:
        gained, values = holds_any_tag(connection, "i.tags", common.gained)
        condition, params = f"({condition} OR {gained})", [*params, *values]
    return condition, params
