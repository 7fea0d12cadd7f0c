"""One date as EDTF (ISO 8601-2) writes it: its parts, their marks, the days it can mean."""

import re
from calendar import isleap
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from events.dates.errors import DateError, wrong

Precision: TypeAlias = Literal["time", "day", "month", "season", "year", "decade", "century"]
# A date known no more precisely than this is in no month.
WITHOUT_MONTH: tuple[Precision, ...] = ("season", "year", "decade", "century")

APPROXIMATE, UNCERTAIN = 1, 2
MARKS = ("", "~", "?", "%")  # the index is the sum of the two above
_MARK = {None: 0, "": 0, "~": APPROXIMATE, "?": UNCERTAIN, "%": APPROXIMATE | UNCERTAIN}

_DATE = re.compile(
    r"([~?%]?)(\d{4}|\d{3}X|\d\dXX)([~?%]?)"
    r"(?:-([~?%]?)(\d\d|XX)([~?%]?)"
    r"(?:-([~?%]?)(\d\d|XX)([~?%]?))?)?",
    re.ASCII,
)
# ISO 8601-1: 24:00:00 is the end of the day, and an offset of minus zero is not allowed.
_TIME = re.compile(
    r"((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)(Z|(?!-00(?::00)?$)[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?",
    re.ASCII,
)

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = {f"{number:02}": number for number in range(1, 13)}
_FIRST_MONTH = {"21": 3, "22": 6, "23": 9, "24": 12}


class EDTFDate(NamedTuple):
    """One date: `parts` are year, month or season, and day as written ("2004", "06", "XX").

    `marks` holds for each part 0 or the sum of APPROXIMATE and UNCERTAIN.
    """

    parts: tuple[str, ...]
    marks: tuple[int, ...]

    @property
    def unit(self) -> str:
        """What the date names: a "year", "month", "day" or "season"; "" if there is an X in it."""
        if "X" in self.parts[0] or "XX" in self.parts:
            return ""
        if len(self.parts) == 2 and self.parts[1] in _FIRST_MONTH:
            return "season"
        return ("year", "month", "day")[len(self.parts) - 1]


def read(text: str) -> EDTFDate:
    """The date written in `text`; DateError if there is none. Its calendar is not checked."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise _problem(text)
    left_year, year, year_mark, left_month, month, month_mark, left_day, day, day_mark = (
        match.groups()
    )
    # A mark on the right applies to its part and to all parts before it; one on the left, to its
    # part only.
    mark = _MARK[day_mark]
    of_day = mark | _MARK[left_day]
    mark |= _MARK[month_mark]
    of_month = mark | _MARK[left_month]
    of_year = mark | _MARK[year_mark] | _MARK[left_year]
    if month is None:
        return EDTFDate((year,), (of_year,))
    if day is None:
        return EDTFDate((year, month), (of_year, of_month))
    return EDTFDate((year, month, day), (of_year, of_month, of_day))


def write(parts: tuple[str, ...], marks: tuple[int, ...]) -> str:
    """The canonical string of a date: one mark if all parts share it, else one each."""
    run = 1
    while run < len(marks) and marks[run] == marks[0]:
        run += 1
    if any(marks[run:]):
        return "-".join(MARKS[mark] + part for part, mark in zip(parts, marks, strict=True))
    return "-".join(("-".join(parts[:run]) + MARKS[marks[0]], *parts[run:]))


def bounds(parts: tuple[str, ...]) -> tuple[date, date, Precision]:
    """The first and the last day that `parts` can mean, and how precise they are.

    A part that is all X adds nothing, so "2004-06-XX" is known to the month. Seasons are those of
    meteorology; a winter ends in the year after its own. DateError for a day that is in no
    calendar.
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
        return _season(parts, year)
    if len(parts) == 2 or parts[2] == "XX":
        return date(year, month, 1), _last_day(year, month), "month"
    try:
        day = date(year, month, int(parts[2]))
    except ValueError:
        raise wrong("day", "-".join(parts)) from None
    return day, day, "day"


def time_of_day(text: str) -> tuple[str, str]:
    """The time ("14:30:00") and its offset ("Z", "+05:30", "" for local time) after a "T"."""
    match = _TIME.fullmatch(text)
    if match is None:
        raise wrong("time", text)
    return match[1], match[2] or ""


def _years(parts: tuple[str, ...]) -> tuple[date, date, Precision]:
    year = parts[0]
    if len(parts) > 1:
        raise wrong("mask", "-".join(parts))
    first = int(year.replace("X", "0"))
    if first == 0:
        raise wrong("year_range", year)
    last = int(year.replace("X", "9"))
    return date(first, 1, 1), date(last, 12, 31), "century" if year[2] == "X" else "decade"


def _season(parts: tuple[str, ...], year: int) -> tuple[date, date, Precision]:
    month = _FIRST_MONTH.get(parts[1])
    if parts[1] == "XX":
        raise wrong("mask", "-".join(parts))
    if month is None:
        raise wrong("month", parts[1])
    if len(parts) > 2:
        raise wrong("day", "-".join(parts))
    if month < 12:
        return date(year, month, 1), _last_day(year, month + 2), "season"
    if year == date.max.year:
        raise wrong("year_range", "-".join(parts))
    return date(year, month, 1), _last_day(year + 1, 2), "season"


def _last_day(year: int, month: int) -> date:
    return date(year, month, 29 if month == 2 and isleap(year) else _DAYS[month])


def _problem(text: str) -> DateError:
    """What is wrong with a text that is not a date."""
    if re.match(r"Y?-\d|Y\d|\d{5}", text):
        return wrong("year_range", text)
    plain = re.sub("[~?%]", "", text)
    parts = plain.split("-")
    if re.fullmatch(r"[\dX]{4}(-[\dX]{2}){0,2}", plain) and "X" in plain:
        return wrong("mask", text)
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", plain):
        return wrong("syntax", text)  # the digits are in order, so it is a mark out of place
    if not re.fullmatch(r"\d{4}", parts[0]):
        return wrong("year" if parts[0].isdigit() else "syntax", parts[0] or text)
    if len(parts) > 3:
        return wrong("syntax", text)
    if len(parts) > 1 and not re.fullmatch(r"\d\d|XX", parts[1]):
        return wrong("month", parts[1] or text)
    return wrong("day", parts[-1] or text)
