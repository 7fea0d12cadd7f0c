"""How many entries begin on each day or month of a window, by kind or by what they name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, auto
from typing import Any

import orjson
from django.db import connection
from django.db.models import F

from events.engines import count_tags, holds_tags
from events.log import ABOUT, DAY, EVERY_KIND, HAS_TIME, MonthCount, Tag, first_key
from events.public.asking.filters import Filters
from events.public.lists.listing import conditions_of
from events.public.lists.windowed import all_of, for_certain
from events.public.versions.moments import seq_at

# The lane of entries that are in none of the others.
OTHERS = ""
# How many of the latest entries tell which actors or topics are named most: all of them, except in
# very wide windows.
LATEST = 2000

# That it began in a window, by the clocks of the place.
BEGINS = (
    f"CASE WHEN {HAS_TIME} THEN i.earliest BETWEEN %s AND %s ELSE i.sort >= %s AND i.sort < %s END"
)

Row = tuple[Any, ...]
Stretch = tuple[int, int]


class Grain(StrEnum):
    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    DECADE = auto()
    CENTURY = auto()


@dataclass(frozen=True, slots=True)
class Tally:
    """The `number` of entries of a lane that began on a day from `first` to `last`, both ordinals:
    by day, those on which they can have begun; otherwise the month or the year, whichever is known.
    """

    lane: str
    first: int
    last: int
    number: int

    @classmethod
    def in_month(cls, lane: str, year: int, month: int | None, number: int) -> "Tally":
        """Entries of a month, or of a year if the month is not known."""
        begins, ends = (month, month) if month else (1, 12)
        return cls(lane, _month(year, begins)[0], _month(year, ends)[1], number)


@dataclass(frozen=True, slots=True)
class Histogram:
    """`names`: of the lanes, by slug and language, in order; empty if the lanes are kinds. `total`:
    the number of entries, each counted once however many lanes it is in."""

    tallies: list[Tally]
    names: dict[str, dict[str, str]]
    total: int


def histogram(filters: Filters, unit: Grain, lanes: str, most_lanes: int) -> Histogram:
    """Count the entries that the filters find and that begin in their window, by the clocks of the
    place. Both ends must be given. What the list leaves out because it was not in the window for
    certain is left out here, too; and so is what has no day by which it had begun, or from which it
    can have or, by month, no year.

    For units longer than a month the counts are by month: they add up. `lanes`: kind, actor or
    topic; for actors and topics, the `most_lanes` that the latest entries name most, and the lane
    `OTHERS` for entries that name none of these. An entry that names two of them counts in both.
    """
    by_day = unit == Grain.DAY
    if lanes != "kind":
        return _by_tag(filters, by_day, lanes, most_lanes)
    if not by_day and _on_file(filters):
        rows = _filed(filters)
    else:
        rows = _grouped(filters, by_day, "i.kind", ["COUNT(*)"], [])
    tallies = [Tally(row[3], *_stretch(row, by_day), row[4]) for row in rows]
    return Histogram(tallies, {}, sum(tally.number for tally in tallies))


def _on_file(filters: Filters) -> bool:
    """Does it cover whole years of the record as it stands, for which counts are stored?"""
    start, end = filters.start, filters.end
    assert start
    assert end
    years = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    narrowed = filters.tags != () or filters.q or filters.year or filters.as_of
    return years and not narrowed


def _filed(filters: Filters) -> list[Row]:
    assert filters.start
    assert filters.end
    rows = MonthCount.objects.filter(
        month__gte=filters.start.year * 100, month__lt=(filters.end.year + 1) * 100, number__gt=0
    )
    # What began in a month or a year for certain was in the window, which has whole years.
    rows = rows.annotate(of_year=F("month") % 100).filter(of_year__lt=ABOUT)
    rows = rows.filter(kind=filters.kind) if filters.kind else rows.exclude(kind=EVERY_KIND)
    return [
        (month, None, None, kind, number)
        for month, kind, number in rows.values_list("month", "kind", "number")
    ]


def _by_tag(filters: Filters, by_day: bool, facet: str, most: int) -> Histogram:
    tags = _most_named(filters, facet, most)
    counts, held, params = [], [], []
    for tag in tags:
        holds, values = holds_tags(connection, "i.tags", [tag.pk])
        counts.append(f"SUM(CASE WHEN {holds} THEN 1 ELSE 0 END)")
        held.append(holds)
        params += values
    others = f"CASE WHEN {' OR '.join(held)} THEN 0 ELSE 1 END" if held else "1"
    rows = _grouped(
        filters, by_day, "", [*counts, f"SUM({others})", "COUNT(*)"], [*params, *params]
    )
    slugs = [*(tag.slug for tag in tags), OTHERS]
    tallies = [
        Tally(slug, *_stretch(row, by_day), number)
        for row in rows
        for slug, number in zip(slugs, row[3:-1], strict=True)
        if number
    ]
    names = {tag.slug: orjson.loads(tag.label) for tag in tags}
    return Histogram(tallies, names, sum(row[-1] for row in rows))


def _most_named(filters: Filters, facet: str, most: int) -> list[Tag]:
    found = _beginning(filters)
    if found is None:
        return []
    source, where, params = found
    newest = f"SELECT i.tags, i.sort FROM {source} WHERE {where} ORDER BY i.sort DESC"
    latest = f"({newest} LIMIT {LATEST}) i"
    counted = count_tags(connection, ("i.tags", "i.sort"), latest, "TRUE", params)
    tags = Tag.objects.filter(facet=facet, pk__in=counted)
    return sorted(tags, key=lambda tag: (-counted[tag.pk].number, tag.slug))[:most]


def _grouped(
    filters: Filters, by_day: bool, group: str, counts: Sequence[str], params: Sequence[Any]
) -> list[Row]:
    """Rows for what begins in the window: its month and None, None; or its day in the list and, of
    what has a time or no known day, the first and the last day on which it can have begun there;
    then the group, if there is one, and the counts."""
    found = _beginning(filters)
    if found is None:
        return []
    source, where, values = found
    columns, groups = ["i.month", "NULL", "NULL"], ["1"]
    if by_day:
        vague = "i.latest_start > i.earliest"
        columns = [
            f"i.sort / {DAY}",
            f"CASE WHEN {vague} OR {HAS_TIME} THEN i.earliest END",
            f"CASE WHEN {vague} THEN i.latest_start END",
        ]
        groups = ["1", "2", "3"]
    else:
        where, values = f"{where} AND i.month %% 100 <> %s", [*values, ABOUT]
    if group:
        columns, groups = [*columns, group], [*groups, "4"]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join([*columns, *counts])} FROM {source} WHERE {where}"
            f" GROUP BY {', '.join(groups)}",
            [*params, *values],
        )
        return cursor.fetchall()


def _beginning(filters: Filters) -> tuple[str, str, list[Any]] | None:
    """The tables, the condition and its values for what the filters find and begins in the window;
    None if nothing can."""
    assert filters.start
    assert filters.end
    found = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return None
    source, conditions = found
    first, last = first_key(filters.start), first_key(filters.end) + DAY
    conditions += [
        # What is only known to have been by a day, or from one on, began on none in particular.
        ("i.earliest IS NOT NULL AND i.latest_start IS NOT NULL", []),
        # The day in UTC is that of the place, or the one before or after.
        ("i.sort >= %s AND i.sort < %s", [max(first - DAY, 0), last + DAY]),
        (BEGINS, [filters.start, filters.end, first, last]),
    ]
    if filters.certain:
        conditions.append(for_certain(filters))
    return source, *all_of(conditions)


def _stretch(row: Row, by_day: bool) -> Stretch:
    """The first and the last day on which the entries of a row may have begun."""
    at, first, last = row[:3]
    if not by_day:
        year, month = divmod(at, 100)
        return _month(year, month) if month else (_month(year, 1)[0], _month(year, 12)[1])
    begins = _ordinal(first) if first else at
    return begins, _ordinal(last) if last else begins


def _ordinal(day: Any) -> int:
    # SQLite returns a date that it has calculated as text.
    return date.fromisoformat(str(day)).toordinal()


def _month(year: int, month: int) -> Stretch:
    first = date(year, month, 1).toordinal()
    if (year, month) == (date.max.year, 12):
        return first, date.max.toordinal()
    return first, date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
