"""The days that one date can mean as it is written, whatever its marks say."""

from calendar import isleap
from datetime import date

from events.dates.errors import wrong
from events.dates.grammar import DIVISIONS, Precision

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = {f"{number:02}": number for number in range(1, 13)}
_A_LEAP_YEAR = 2000
# By the number of X at the end of a year.
_OF_YEARS: dict[int, Precision] = {1: "decade", 2: "century", 3: "millennium"}


def bounds(parts: tuple[str, ...]) -> tuple[date, date, Precision]:
    """The first and the last day that `parts` can mean, and how precise they are.

    A part that is all X adds nothing, so "2004-06-XX" is known to the month. DateError for a day
    that is in no calendar, and for a year of which nothing is known, which has no bounds.
    """
    if "X" in parts[0]:
        return _years(parts)
    year = int(parts[0])
    if year == 0:
        raise wrong("year_range", parts[0])
    if len(parts) == 1 or set(parts[1:]) == {"XX"}:
        return date(year, 1, 1), date(year, 12, 31), "year"
    month = _MONTH.get(parts[1])
    if month is None:
        return _division(parts, year)
    if len(parts) == 2 or parts[2] == "XX":
        return date(year, month, 1), last_day(year, month), "month"
    try:
        day = date(year, month, int(parts[2]))
    except ValueError:
        raise wrong("day", "-".join(parts)) from None
    return day, day, "day"


def days_of_unknown_year(parts: tuple[str, ...]) -> tuple[int, int, int] | None:
    """The month, its first and its last day that a date of a wholly unknown year can mean; None
    if nothing at all is known of it. "XXXX-02" ends on the 29th.

    DateError for a day that no year has, and for parts that are more unknown than they need be.
    """
    if len(parts) == 1:
        return None
    month = _MONTH.get(parts[1])
    if month is None:
        raise wrong("mask" if parts[1] in DIVISIONS or parts[1] == "XX" else "month", parts[1])
    last = last_day(_A_LEAP_YEAR, month).day
    if len(parts) == 2 or parts[2] == "XX":
        return month, 1, last
    day = int(parts[2])
    if not 1 <= day <= last:
        raise wrong("day", "-".join(parts))
    return month, day, day


def holding(first: date, last: date) -> Precision:
    """The smallest unit of the calendar that holds both days: day, month, year, decade, century.

    Days on either side of the turn of a year are in no year together, and in no decade at the turn
    of one. A week would then be known to the century, which helps nobody: for them it is the
    smallest unit from the year on that is as long.
    """
    if first == last:
        return "day"
    if (first.year, first.month) == (last.year, last.month):
        return "month"
    if first.year == last.year:
        return "year"
    years = (last - first).days / 365.25
    for digits, precision in _OF_YEARS.items():
        size: int = 10**digits
        if years <= size / 10:
            return _OF_YEARS[digits - 1] if digits > 1 else "year"
        if first.year // size == last.year // size:
            return precision
    return "millennium"


def last_day(year: int, month: int) -> date:
    """The last day of a month, which is numbered from 1."""
    return date(year, month, 29 if month == 2 and isleap(year) else _DAYS[month])


def _years(parts: tuple[str, ...]) -> tuple[date, date, Precision]:
    year = parts[0]
    if len(parts) > 1 or year == "XXXX":
        raise wrong("mask", "-".join(parts))
    first = int(year.replace("X", "0"))
    if first == 0:
        raise wrong("year_range", year)
    last = int(year.replace("X", "9"))
    return date(first, 1, 1), date(last, 12, 31), _OF_YEARS[year.count("X")]


def _division(parts: tuple[str, ...], year: int) -> tuple[date, date, Precision]:
    if parts[1] == "XX":
        raise wrong("mask", "-".join(parts))
    division = DIVISIONS.get(parts[1])
    if division is None:
        raise wrong("month", parts[1])
    if len(parts) > 2:
        raise wrong("day", "-".join(parts))
    last = division.first_month + division.months - 1
    if last > 12 and year == date.max.year:
        raise wrong("year_range", "-".join(parts))
    end = last_day(year, last) if last <= 12 else last_day(year + 1, last - 12)
    return date(year, division.first_month, 1), end, division.precision
