"""How many entries a list has, in which months, and how many of them lie ahead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from events.log import ABOUT, BY, DAY, EVERY_KIND, first_key
from events.public.asking.filters import Filters
from events.public.lists.listing import conditions_of
from events.public.lists.windowed import all_of, segments_of
from events.public.versions.moments import seq_at, standing_at

Months = dict[tuple[int, int | None], int]


@dataclass
class EntryCounts:
    """`months`: how many entries there are by (year, month), in chronological order; by (year,
    None) where the month is not known. `by`: the same of those that are only known to have been by
    a day in that month. `about`: of those that stand in a year, and can have begun in another.
    `undated`: how many have no known date. `later`: how many come after the day asked about.
    """

    months: Months = field(default_factory=dict)
    by: Months = field(default_factory=dict)
    about: dict[int, int] = field(default_factory=dict)
    undated: int = 0
    later: int = 0

    @classmethod
    def of(cls, numbers: Mapping[int, int], later: int) -> "EntryCounts":
        """`numbers`: by month as index rows have it."""
        found = cls(later=later, undated=numbers.get(0, 0))
        for month in sorted(set(numbers) - {0}):
            year, of_year = divmod(month, 100)
            if of_year == ABOUT:
                found.about[year] = numbers[month]
                continue
            kept, of_year = (found.by, of_year - BY) if of_year >= BY else (found.months, of_year)
            kept[year, of_year or None] = numbers[month]
        return found

    @property
    def total(self) -> int:
        counted = (self.months, self.by, self.about)
        return sum(sum(numbers.values()) for numbers in counted) + self.undated


def count(filters: Filters) -> int:
    """How many entries the filters find, on all pages."""
    return counts(filters).total


def counts(filters: Filters, after: date = date.max) -> EntryCounts:
    """How many entries the filters find. For the record as it stands, whole or of one kind, the
    numbers are stored; otherwise they are counted."""
    on_file = not (filters.is_narrowed or filters.as_of)
    return _on_file(filters.kind, after) if on_file else _counted(filters, after)


def _on_file(kind: str | None, after: date) -> EntryCounts:
    # What lies ahead is counted as month -1, so that one statement is enough.
    where, params = all_of([standing_at(None), *([("i.kind = %s", [kind])] if kind else [])])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT month, number FROM events_monthcount WHERE kind = %s AND number > 0"
            " UNION ALL"
            f" SELECT -1, COUNT(*) FROM events_versionindex i WHERE {where} AND i.sort >= %s",
            [kind or EVERY_KIND, *params, first_key(after) + DAY],
        )
        found = dict(cursor.fetchall())
    return EntryCounts.of(found, later=found.pop(-1))


def _counted(filters: Filters, after: date) -> EntryCounts:
    found = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return EntryCounts()
    source, conditions = found
    months: dict[int, int] = {}
    later = 0
    with connection.cursor() as cursor:
        for segment in segments_of(filters, descending=False):
            where, params = all_of([*conditions, segment])
            cursor.execute(
                "SELECT i.month, COUNT(*), SUM(CASE WHEN i.sort >= %s THEN 1 ELSE 0 END)"
                f" FROM {source} WHERE {where} GROUP BY i.month",
                [first_key(after) + DAY, *params],
            )
            for month, number, ahead in cursor.fetchall():
                months[month] = months.get(month, 0) + number
                later += ahead
    return EntryCounts.of(months, later)
