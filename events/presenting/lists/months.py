"""The list by month, and the months in it.

Entries are where the list has them: a date known to the year is at 1 January, one that was “by 6
January” on that day. That is a place and not a claim, so they get headings of their own (“2025,
month not known”, “By 6 January 2026”) beside that of January.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from django.utils.text import capfirst, slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import dates
from events.documents.indexing import in_one_year, month_of
from events.presenting.lists.items import Item
from events.presenting.wording import month_name, sort_day
from events.public import EntryCounts, Neighbour

# A list with more months than this is navigated by year.
MOST_MONTHS = 36


@dataclass(slots=True)
class MonthGroup:
    """`month`: as in index rows (`VersionIndex.month`); `continued`: it began on the previous
    page."""

    key: str
    heading: str
    month: int
    continued: bool = False
    items: list[Item] = field(default_factory=list)

    @property
    def without_month(self) -> bool:
        return not 1 <= self.month % 100 <= 12

    @property
    def aside(self) -> str:
        """What is not known of the dates of its entries."""
        if not self.month or not self.without_month:
            return _("continued") if self.continued else ""
        return _("month not known") if in_one_year(self.month) else _("year not certain")

    @property
    def id(self) -> str:
        """Unique even if several pages are on screen, one below the other."""
        return f"on-{self.items[0].slug}" if self.continued else f"m-{slugify(self.key)}"


@dataclass(frozen=True, slots=True)
class Period:
    """A place to go to in the list: a month or a year, and how many entries it has."""

    year: int
    label: str
    count: int
    opens: date  # the day at which the list continues from there


def month_groups(items: Iterable[Item], after: Neighbour | None = None) -> list[MonthGroup]:
    """The items under headings, in their order. `after`: the last one of the previous page."""
    found: dict[str, MonthGroup] = {}
    for item in items:
        key, month, heading = _place(item)
        if key not in found:
            found[key] = MonthGroup(key, heading, month)
        found[key].items.append(item)
    result = list(found.values())
    if result and after:
        result[0].continued = _goes_on(result[0], after)
    return result


def _goes_on(group: MonthGroup, after: Neighbour) -> bool:
    """Whether the group continues one from the previous page. Entries in no month are on one day,
    so theirs does only if that page ended on the same day."""
    if group.month != after.month or not group.without_month:
        return group.month == after.month
    return sort_day(group.items[0].document["date"]) == after.day.isoformat()


def _place(item: Item) -> tuple[str, int, str]:
    """The key of the item's group, its month as index rows have it, and the heading."""
    return _placed(item.document["date"]["edtf"], item.label.plain, get_language())


# Entries of one day follow each other, and every month is on several pages.
@lru_cache(maxsize=4096)
def _placed(edtf: str, label: str, language: str | None) -> tuple[str, int, str]:
    value = dates.parse(edtf)
    month, day = month_of(value), value.sort_day.isoformat()
    if 1 <= month % 100 <= 12:
        return day[:7], month, month_name(*divmod(month, 100))
    # “About 2025” reaches into other years.
    if value.earliest is None:
        heading = capfirst(label)
    elif value.precision == "year" and value.latest and value.latest.year * 100 == month:
        heading = str(value.latest.year)
    else:
        heading = label
    return f"{day[:7]}-{heading}", month, heading


class _Sort(IntEnum):
    """How entries are in a month or a year, in their order in the list."""

    ABOUT = 0
    IN = 1
    BY = 2


class _Slot(NamedTuple):
    """`month`: 0 if it is not known, None if the whole year is meant."""

    year: int
    month: int | None
    sort: _Sort

    @property
    def order(self) -> tuple[int, int, int]:
        # What was by the end of a year stands there; what was in it, at its beginning.
        return self.year, self.month or (13 if self.sort is _Sort.BY else 0), self.sort

    @property
    def label(self) -> str:
        return _label(self, get_language())

    def worded(self) -> str:
        when = month_name(self.year, self.month) if self.month else str(self.year)
        match self.sort:
            case _Sort.ABOUT:
                return _("%(year)s, year not certain") % {"year": when}
            case _Sort.BY:
                return _("by a day in %(month)s") % {"month": when}
        return _("%(year)s, month not known") % {"year": when} if self.month == 0 else when

    def opens(self, newest: bool) -> date:
        if not newest:
            return date(self.year, self.month or 1, 1)
        at_end = self.month is None or self.sort is _Sort.BY
        return _last(self.year, self.month or (12 if at_end else 1))


# Every page of a long list names some fifty.
@lru_cache(maxsize=4096)
def _label(slot: _Slot, language: str | None) -> str:
    return slot.worded()


def periods(counts: EntryCounts, order: str) -> list[Period]:
    """The months or, if they are too many, the years, in the order of the list.

    Entries known only to the year, which are counted without a month, are a period of their own
    beside that of January; and so are those known only to have been by a day in a month or a year,
    and those that may have begun in another year.
    """
    newest = order == "newest"
    by_year = len(counts.months) + len(counts.by) > MOST_MONTHS
    found: Counter[tuple[int, int | None, _Sort]] = Counter()
    for sort, numbers in ((_Sort.IN, counts.months), (_Sort.BY, counts.by)):
        for (year, month), number in numbers.items():
            found[year, None if by_year else month or 0, sort] += number
    found.update({(year, 0, _Sort.ABOUT): number for year, number in counts.about.items()})
    slots = [(_Slot(*place), number) for place, number in found.items()]
    return [
        Period(slot.year, slot.label, number, slot.opens(newest))
        for slot, number in sorted(slots, key=lambda item: item[0].order, reverse=newest)
    ]


def _last(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
