"""How many entries a list has, and in which months."""

from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from events.models.engines import spans_months
from events.models.sorting import DAY
from events.public.filters import Filters
from events.public.listing import all_of, conditions_of, segments_of
from events.public.moments import seq_at


@dataclass
class Counts:
    """How many entries stand on each day of the list that has some, in order of time.

    `without_month`: those among them whose date is known to a season, a year or less. Where they
    stand is a place in the list and not a claim.
    """

    days: dict[date, int] = field(default_factory=dict)
    without_month: dict[date, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.days.values())

    def by_month(self) -> dict[tuple[int, int | None], int]:
        """The same by (year, month); by (year, None) where the month is not known."""
        months: dict[tuple[int, int | None], int] = {}
        for day, number in self.days.items():
            unknown = self.without_month.get(day, 0)
            for month, count in ((None, unknown), (day.month, number - unknown)):
                if count:
                    months[day.year, month] = months.get((day.year, month), 0) + count
        return months


def count(filters: Filters) -> int:
    """How many entries the filters find, on all pages."""
    return counts(filters).total


def counts(filters: Filters) -> Counts:
    """How many entries the filters find on each day, by where they stand in the list.

    The other counts are sums of these: who shows several of them asks for this once.
    """
    found = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return Counts()
    source, conditions = found
    days: dict[date, int] = {}
    without_month: dict[date, int] = {}
    for segment in segments_of(filters, descending=False):
        where, params = all_of([*conditions, segment])
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT i.sort / {DAY}, {spans_months(connection, 'i')}, COUNT(*)"
                f" FROM {source} WHERE {where} GROUP BY 1, 2",
                params,
            )
            for ordinal, months_span, number in cursor.fetchall():
                day = date.fromordinal(ordinal)
                days[day] = days.get(day, 0) + number
                if months_span:
                    without_month[day] = without_month.get(day, 0) + number
    return Counts(dict(sorted(days.items())), without_month)
