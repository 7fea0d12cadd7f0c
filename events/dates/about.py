"""How wide “about” is: the one place that says which days a date marked `~` or `%` can mean.

Nobody who writes “about 2025” means that 31 December is possible and 1 January is not. So an
approximate date has no hard end: it is taken to reach over each of its sides by half of the unit
that it is given in.

    a day                     3 days        half a week, since nobody writes “about” of less
    a month                  15 days
    a season, a quarter       2 months      half of three, in whole months
    a third of a year         2 months
    half a year               3 months
    a year                    6 months
    a decade                  5 years
    a century                50 years
    a millennium            500 years

Half months are rounded up: a span that is too wide says less, and never more than is known. This
is a convention of the record and no finding about any one date; what a source says of the width
is written as a set (`[2025-12-10..2025-12-20]`) instead.

Where only some parts are marked (`2004-06~-11`, a day of about June 2004), the date reaches as far
as about the first of them does: the days of about 2004, since that mark is of year and month.

Nothing reaches beyond the calendar: 1 January 0001 and 31 December 9999 are ends for all.
"""

from datetime import date, timedelta

from events.dates.bounds import bounds, last_day
from events.dates.grammar import APPROXIMATE, Precision

_DAYS: dict[Precision, int] = {"day": 3, "month": 15}
_MONTHS: dict[Precision, int] = {
    "season": 2,
    "quarter": 2,
    "quadrimester": 2,
    "half-year": 3,
    "year": 6,
    "decade": 5 * 12,
    "century": 50 * 12,
    "millennium": 500 * 12,
}


def span(parts: tuple[str, ...], marks: tuple[int, ...]) -> tuple[date, date]:
    """The first and the last day that an approximate date can mean: `parts` and `marks` as in
    `EDTFDate`, with at least one mark APPROXIMATE. DateError for a day that is in no calendar.
    """
    said = [mark & APPROXIMATE for mark in marks]
    vague = parts if all(said) else parts[: said.index(APPROXIMATE) + 1]
    return widened(*bounds(vague))


def widened(first: date, last: date, unit: Precision) -> tuple[date, date]:
    """The two days of a unit ("day", "month" … "millennium"), each moved outwards by half of it."""
    if unit in _DAYS:
        days = _DAYS[unit]
        return (
            date.fromordinal(max(first.toordinal() - days, date.min.toordinal())),
            min(date.max - timedelta(days), last) + timedelta(days),
        )
    months = _MONTHS[unit]
    year, month = divmod(first.year * 12 + first.month - 1 - months, 12)
    earliest = date(year, month + 1, 1) if year >= 1 else date.min
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    return earliest, last_day(year, month + 1) if year <= date.max.year else date.max
