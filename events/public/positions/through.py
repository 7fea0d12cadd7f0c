"""Who stood where on some topics on each of several days: two questions, however many days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db import connection

from events.log import DAY, Tag, first_key
from events.public.positions.holding import COLUMNS, Holding, judged, read_holding
from events.public.positions.matrix import Cell, Names, named_cells, standing_in
from events.public.versions.moments import Moment
from events.vocabulary import Facet

# All that can have begun by the last of the days: which of them hold is judged for each day.
SAID = """
SELECT {columns} FROM events_stanceindex s JOIN events_versionindex i ON i.seq = s.seq
WHERE s.topic_id IN ({topics}) AND s.possible < %s AND {standing}
"""


@dataclass(frozen=True)
class HeldThrough:
    """By day, the cells in which something holds, and those in which the last position has ended;
    and the names of the actors and topics of all of them."""

    actors: Names
    topics: Names
    on: dict[date, list[Cell]]


def held_through(
    days: Iterable[date], topics: Collection[str], as_of: Moment | None = None
) -> HeldThrough:
    """What `matrix` has of these topics on each of the days, with what has ended."""
    wanted = sorted(set(days))
    tags = list(Tag.objects.filter(facet=Facet.TOPIC, slug__in=topics).values_list("id", flat=True))
    if not wanted or not tags:
        return HeldThrough({}, {}, {day: [] for day in wanted})
    where, params = standing_in(None, as_of)
    query = SAID.format(columns=COLUMNS, topics=", ".join(["%s"] * len(tags)), standing=where)
    with connection.cursor() as cursor:
        # The day is that of the place, which is in UTC at most a day off.
        cursor.execute(query, [*tags, first_key(wanted[-1]) + 2 * DAY, *params])
        rows = [read_holding(row) for row in cursor.fetchall()]
    rows.sort(key=lambda row: (row.actor, row.topic))
    pairs = [list(said) for _pair, said in groupby(rows, key=lambda row: (row.actor, row.topic))]
    found = {day: [one for said in pairs for one in judged(_by(said, day), day)] for day in wanted}
    actors, names, cells = named_cells([row for of in found.values() for row in of], as_of)
    left = iter(cells)
    return HeldThrough(
        actors, names, {day: [next(left) for _row in of] for day, of in found.items()}
    )


def _by(said: Iterable[Holding], day: date) -> list[Holding]:
    """Those that have begun by a day, or can have."""
    after = first_key(day) + DAY
    return [one for one in said if (one.day <= day if one.day else one.possible < after)]
