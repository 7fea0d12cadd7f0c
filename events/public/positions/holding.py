"""Which positions hold on a day: for certain, or possibly.

Of an actor's positions on a topic, the one that began last holds. If the day on which one of them
began is not known, more than one can be the last: then each of these holds possibly, unless all say
the same. A position whose date has an end holds until then.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

import orjson
from django.db import connection

from events import dates
from events.engines import SQLCondition
from events.log import DAY, day_of, first_key

# For each pair, the last position that has begun for certain (`held`); then those that can have
# begun after it: of the ones before it, the last whose day is known, if its own is not, and those
# whose day is not known; and those that can have begun by the day, and have not for certain: the
# day by which they have comes later, or there is none. Whether one of those stands is one look into
# an index each, which PostgreSQL, left to itself, takes for more work than reading all versions.
CANDIDATES = """
, held AS (
    SELECT s.* FROM place JOIN events_stanceindex s
        ON s.actor_id = place.actor AND s.topic_id = place.topic AND s.seq = place.seq
)
SELECT {columns} FROM held s
UNION ALL
SELECT {columns} FROM held h JOIN events_stanceindex s ON h.vague AND s.id = (
    SELECT s.id FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
    WHERE s.actor_id = h.actor_id AND s.topic_id = h.topic_id
        AND s.since < h.since AND s.since >= h.possible AND NOT s.vague AND {standing}
    ORDER BY s.since DESC LIMIT 1
)
UNION ALL
SELECT {columns} FROM held h JOIN events_stanceindex s
    ON s.actor_id = h.actor_id AND s.topic_id = h.topic_id
    AND s.since < h.since AND s.since >= h.possible
JOIN events_versionindex i ON i.seq = s.seq
WHERE h.vague AND s.vague AND {standing}
UNION ALL
SELECT {columns} FROM events_stanceindex s
WHERE s.vague AND s.since >= %s AND s.possible < %s AND {among}
    AND (SELECT {standing} FROM events_versionindex i WHERE i.seq = s.seq)
UNION ALL
SELECT {columns} FROM events_stanceindex s
WHERE s.vague AND s.since IS NULL AND s.possible < %s AND {among}
    AND (SELECT {standing} FROM events_versionindex i WHERE i.seq = s.seq)
"""
COLUMNS = (
    "s.actor_id, s.topic_id, s.stance, s.cell, s.sort, s.seq,"
    " s.since, s.possible, s.vague, s.day, s.holds_until, s.ends_by"
)
# How the JSON of a cell says that its date is one of several (EDTF).
CHOICE = '"edtf":"['
EVERYWHERE: SQLCondition = ("TRUE", [])


class Holding(NamedTuple):
    """A position that holds: for certain, or possibly. Actor and topic are numbers of tags.

    `since`: the place from which it has held for certain, None if there is none; `possible`: from
    which it can have. `vague`: these are on different days; else `day` is the one, by the clocks
    there. `ended`: it holds no longer, and nothing has followed it.
    """

    actor: int
    topic: int
    stance: str
    cell: str
    sort: int
    seq: int
    since: int | None
    possible: int
    vague: bool
    day: date | None
    holds_until: date
    ends_by: date
    certain: bool = False
    ended: bool = False

    @property
    def value(self) -> dates.EDTF:
        """Its date."""
        return dates.parse(orjson.loads(self.cell)["date"]["edtf"])

    @property
    def is_choice(self) -> bool:
        """Is it one of several days, rather than one in a stretch? Asked of many, so that the text
        answers, which is read only where it matters."""
        return CHOICE in self.cell

    @property
    def began(self) -> tuple[date | None, date | None]:
        """The day by which it had begun, and the first on which it can have; None: not known."""
        if self.day:
            return self.day, self.day
        return (
            day_of(self.since) if self.since is not None else None,
            day_of(self.possible) if self.possible else None,
        )


def begun_by(on: date) -> list[Any]:
    """The parameters of `s.since < %s AND i.latest_start <= %s`: that a position has begun for
    certain by a day. The day decides, which is that of the place; the place in the order is that of
    the instant, in UTC at most a day later, and leads to it."""
    return [first_key(on) + 2 * DAY, on]


def holding(
    places: SQLCondition, standing: SQLCondition, on: date, among: SQLCondition = EVERYWHERE
) -> list[Holding]:
    """The positions that hold on that day, by actor and topic; of those of whom none does, the
    last one, if that has ended for certain.

    `places`: a query `WITH … place(actor, topic, seq)` of the last one of each pair that has
    begun; `standing`: which versions count, of rows `s` and `i`; `among`: which pairs, of rows `s`.
    """
    where, params = standing
    pairs, of_pairs = among
    query = CANDIDATES.format(columns=COLUMNS, standing=where, among=pairs)
    after = first_key(on) + DAY
    with connection.cursor() as cursor:
        cursor.execute(
            places[0] + query,
            [
                *(*places[1], *params, *params),
                *(after, after, *of_pairs, *params),
                *(after, *of_pairs, *params),
            ],
        )
        rows = [read_holding(row) for row in cursor.fetchall()]
    rows.sort(key=lambda row: (row.actor, row.topic))
    found: list[Holding] = []
    for _pair, candidates in groupby(rows, key=lambda row: (row.actor, row.topic)):
        found += judged(list(candidates), on)
    return found


def judged(candidates: Sequence[Holding], on: date) -> Iterator[Holding]:
    """Those of the positions of one actor on one topic that hold on that day, the latest first; or
    the last one that has ended."""
    after = first_key(on) + DAY
    begun = [one for one in candidates if _has_begun(one, on, after)]
    last = max(begun, key=lambda one: one.since or 0, default=None)
    # Each of these is the last one in some reading of the dates; it can be over by then.
    begins = max((one.possible for one in begun), default=0)
    lasts = [one for one in candidates if not _followed(one, begins, on)]
    if last is not None and all(
        one.stance == last.stance and one.holds_until >= on for one in lasts
    ):
        yield last._replace(certain=True)
    else:
        still = [one for one in lasts if one.ends_by >= on]
        yield from sorted(still, key=lambda one: (one.since or after, one.sort), reverse=True)
        if last is not None and not still:
            yield last._replace(certain=True, ended=True)


def _has_begun(one: Holding, on: date, after: int) -> bool:
    if one.day:
        return one.day <= on
    return one.since is not None and one.since < after


def _followed(one: Holding, begins: int, on: date) -> bool:
    """Did another one begin after it in any case, even if it began as late as it can have?

    `begins`: of those that have begun, the latest of the first places at which they can have.
    """
    if one.possible >= begins or not one.vague:
        return one.possible < begins
    if one.is_choice:
        day = dates.certainty.last_start(one.value, on)
    else:
        day = on if one.since is None else min(day_of(one.since), on)
    # Within a day, the order of the list.
    return first_key(day) + one.sort % DAY < begins


def read_holding(row: Sequence[Any]) -> Holding:
    """A row with the columns of `COLUMNS`. SQLite has no type for truth in a compound query."""
    *first, vague, day, holds_until, ends_by = row
    days = day and as_day(day), as_day(holds_until), as_day(ends_by)
    return Holding._make((*first, bool(vague), *days, False, False))


def as_day(value: Any) -> date:
    """A day from a query in which SQLite has no type for it."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))
