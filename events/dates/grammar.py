"""One date as EDTF (ISO 8601-2) writes it: its parts, their marks, and what it names."""

import re
from typing import Literal, NamedTuple, TypeAlias

from events.dates.errors import DateError, wrong

# From the finest to the coarsest. A "quadrimester" is a third of a year.
Precision: TypeAlias = Literal[
    "time",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "half-year",
    "year",
    "decade",
    "century",
    "millennium",
    "unknown",
]
# A date known no more precisely than this is in no month.
WITHOUT_MONTH: tuple[Precision, ...] = (
    *("season", "quarter", "quadrimester", "half-year"),
    *("year", "decade", "century", "millennium", "unknown"),
)

APPROXIMATE, UNCERTAIN = 1, 2
MARKS = ("", "~", "?", "%")  # the index is the sum of the two above
_MARK = {None: 0, "": 0, "~": APPROXIMATE, "?": UNCERTAIN, "%": APPROXIMATE | UNCERTAIN}

_DATE = re.compile(
    r"([~?%]?)(\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)([~?%]?)"
    r"(?:-([~?%]?)(\d\d|XX)([~?%]?)"
    r"(?:-([~?%]?)(\d\d|XX)([~?%]?))?)?",
    re.ASCII,
)


class PartOfYear(NamedTuple):
    """A part of a year that is written in the place of a month: where it begins, how long it is."""

    first_month: int
    months: int
    precision: Precision


# By the codes of ISO 8601-2. The seasons are those of meteorology, north of the equator; a winter
# ends in the year after its own. 25 to 32, seasons of one hemisphere, are not taken.
DIVISIONS = {
    "21": PartOfYear(3, 3, "season"),
    "22": PartOfYear(6, 3, "season"),
    "23": PartOfYear(9, 3, "season"),
    "24": PartOfYear(12, 3, "season"),
    "33": PartOfYear(1, 3, "quarter"),
    "34": PartOfYear(4, 3, "quarter"),
    "35": PartOfYear(7, 3, "quarter"),
    "36": PartOfYear(10, 3, "quarter"),
    "37": PartOfYear(1, 4, "quadrimester"),
    "38": PartOfYear(5, 4, "quadrimester"),
    "39": PartOfYear(9, 4, "quadrimester"),
    "40": PartOfYear(1, 6, "half-year"),
    "41": PartOfYear(7, 6, "half-year"),
}
_OF_YEARS = {"X": "decade", "XX": "century", "XXX": "millennium", "XXXX": "unknown"}


class EDTFDate(NamedTuple):
    """One date: `parts` are year, month or division, and day as written ("2004", "06", "XX").

    `marks` holds for each part 0 or the sum of APPROXIMATE and UNCERTAIN.
    """

    parts: tuple[str, ...]
    marks: tuple[int, ...]

    @property
    def unit(self) -> str:
        """What the date names: "day", "month", "season", "quarter", "quadrimester", "half-year",
        "year", "decade", "century", "millennium"; "some day" or "some month" of what is written;
        or "unknown", if its year is.
        """
        year = self.parts[0]
        if "X" in year:
            return _OF_YEARS[year.lstrip("0123456789")]
        if self.parts[-1] == "XX":
            return "some month" if len(self.parts) == 2 else "some day"
        if len(self.parts) == 2 and self.parts[1] in DIVISIONS:
            return DIVISIONS[self.parts[1]].precision
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
