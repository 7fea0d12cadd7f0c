"""The days on which somebody took a stand: where the matrix changes from one day to the next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from events.engines import SQLCondition
from events.log import Tag
from events.public.positions.holding import as_day
from events.public.positions.matrix import standing_in
from events.public.versions.moments import Moment
from events.vocabulary import Facet

# Up to this many days are listed one by one.
MOST_DAYS = 300

NEAREST = """
SELECT s.day FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
WHERE {where} AND {beyond} ORDER BY s.day {direction} LIMIT 1
"""
# From each day to the next, through the index of stances.
DAYS = """
WITH RECURSIVE turn(day) AS (
    SELECT ({first})
    UNION ALL
    SELECT ({following}) FROM turn WHERE turn.day IS NOT NULL
)
SELECT day FROM turn WHERE day IS NOT NULL LIMIT {limit:d}
"""


@dataclass(frozen=True)
class Turns:
    """`days`: all of them in order, or none if there are too many to list.

    `first` and `last`: of all of them; `before` and `after`: the nearest to a day.
    """

    days: list[date]
    first: date | None
    last: date | None
    before: date | None
    after: date | None


def turns(
    on: date,
    process: str | None = None,
    as_of: Moment | None = None,
    actors: Collection[str] = (),
    topics: Collection[str] = (),
    limit: int = MOST_DAYS,
) -> Turns:
    """The days on which one of these actors is known to have taken a position on one of these
    topics; without actors or topics, of any. `on`: the day that `before` and `after` refer to."""
    where, params = _positions(process, as_of, actors, topics)
    first = NEAREST.format(where=where, beyond="TRUE", direction="ASC")
    following = NEAREST.format(where=where, beyond="s.day > turn.day", direction="ASC")
    with connection.cursor() as cursor:
        query = DAYS.format(first=first, following=following, limit=limit + 1)
        cursor.execute(query, [*params, *params])
        days = [as_day(day) for (day,) in cursor.fetchall()]
        if len(days) > limit:
            return _around(cursor, on, days[0], (where, params))
    return Turns(
        days,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        before=max((day for day in days if day < on), default=None),
        after=min((day for day in days if day > on), default=None),
    )


def _around(cursor: Any, on: date, first: date, positions: SQLCondition) -> Turns:
    where, params = positions
    last = NEAREST.format(where=where, beyond="TRUE", direction="DESC")
    before = NEAREST.format(where=where, beyond="s.day < %s", direction="DESC")
    after = NEAREST.format(where=where, beyond="s.day > %s", direction="ASC")
    cursor.execute(f"SELECT ({last}), ({before}), ({after})", [*params, *params, on, *params, on])
    return Turns([], first, *(day and as_day(day) for day in cursor.fetchone()))


def _positions(
    process: str | None, as_of: Moment | None, actors: Collection[str], topics: Collection[str]
) -> SQLCondition:
    where, params = standing_in(process, as_of)
    # Nobody changed anything on a day that is only the first or last of those that can be meant.
    where += " AND NOT s.vague"
    for column, facet, slugs in (
        ("s.actor_id", Facet.ACTOR, actors),
        ("s.topic_id", Facet.TOPIC, topics),
    ):
        if slugs:
            tags = Tag.objects.filter(facet=facet, slug__in=slugs).values_list("id", flat=True)
            numbers = list(tags) or [0]
            where += f" AND {column} IN ({', '.join(['%s'] * len(numbers))})"
            params = [*params, *numbers]
    return where, params
