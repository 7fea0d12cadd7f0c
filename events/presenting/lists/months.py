"""The list by month, and the months in it.

Entries are where the list has them: a date known to the year is at 1 January, one that was “by 6
January” on that day. That is a place and not a claim, so they get headings of their own (“2025,
month not known”, “By 6 January 2026”) beside that of January.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _

from events import dates
from events.presenting.lists.items import Item
from events.presenting.wording import month_name, sort_day
from events.public import EntryCounts, Neighbour

# A list with more months than this is navigated by year.
MOST_MONTHS = 36


@dataclass(slots=True)
class MonthGroup:
    """`continued`: it began on the previous page."""

    key: str
    heading: str
    without_month: bool
    continued: bool = False
    items: list[Item] = field(default_factory=list)

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
        key, year, month, heading = _place(item)
        if key not in found:
            found[key] = MonthGroup(
                key, heading or month_name(year, month), without_month=bool(heading)
            )
        found[key].items.append(item)
    result = list(found.values())
    if result and after:
        result[0].continued = _goes_on(result[0], after)
    return result


def _goes_on(group: MonthGroup, after: Neighbour) -> bool:
    """Whether the group continues one from the previous page. Entries in no month are on one day,
    so theirs does only if that page ended on the same day."""
    year, month = divmod(after.month, 100)
    if not group.without_month:
        return group.key == f"{year:04}-{month:02}"
    record = group.items[0].document["date"]
    # Of what was by a day, and of what has no day at all, nobody knows the beginning.
    without_start = month > 12 or after.month == 0
    alike = without_start or month == 0
    alike = alike and without_start == (record["earliest"] is None)
    return alike and sort_day(record) == after.day.isoformat()


def _place(item: Item) -> tuple[str, int, int, str]:
    """The key of the item's group, its year and month, and a heading if it is in no month."""
    record = item.document["date"]
    day = sort_day(record)
    year, month = int(day[:4]), int(day[5:7])
    if record["earliest"] is None:
        heading = capfirst(item.label.plain)
        return f"{day[:7]}-{heading}", year, month, heading
    if record["precision"] not in dates.WITHOUT_MONTH:
        return day[:7], year, month, ""
    # “About 2025” reaches into other years.
    whole_year = record["precision"] == "year" and (record["latest"] or "")[:4] == day[:4]
    heading = str(year) if whole_year else item.label.plain
    return f"{day[:7]}-{heading}", year, month, heading


def periods(counts: EntryCounts, order: str) -> list[Period]:
    """The months or, if they are too many, the years, in the order of the list.

    Entries known only to the year, which are counted without a month, are a period of their own
    beside that of January; and so are those known only to have been by a day in a month.
    """
    newest = order == "newest"
    months = {(*month, False): number for month, number in counts.months.items()}
    months |= {(*month, True): number for month, number in counts.by.items()}
    if len(months) > MOST_MONTHS:
        years: dict[int, int] = {}
        for (year, _month, _by), number in months.items():
            years[year] = years.get(year, 0) + number
        return [
            Period(year, str(year), years[year], date(year, 12, 31) if newest else date(year, 1, 1))
            for year in sorted(years, reverse=newest)
        ]
    return [
        Period(
            year,
            _period(year, month, by),
            number,
            _last(year, month or (12 if by else 1)) if newest else date(year, month or 1, 1),
        )
        for (year, month, by), number in sorted(
            months.items(),
            # What was by the end of a year stands there; what was in it, at its beginning.
            key=lambda item: (item[0][0], item[0][1] or (13 if item[0][2] else 0), item[0][2]),
            reverse=newest,
        )
    ]


def _period(year: int, month: int | None, by: bool) -> str:
    if by:
        when = month_name(year, month) if month else str(year)
        return _("by a day in %(month)s") % {"month": when}
    return month_name(year, month) if month else _("%(year)s, month not known") % {"year": year}


def _last(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
