"""One date in words, without the marks that apply to all of it."""

from functools import reduce
from operator import and_
from typing import NamedTuple

from events.dates.grammar import APPROXIMATE, DIVISIONS, UNCERTAIN, EDTFDate, read
from events.dates.languages import Language
from events.dates.times import time_of_day


class DateWithTime(NamedTuple):
    """A date and, if it has one, its time as EDTF writes it ("14:30:00Z")."""

    written: EDTFDate
    time: str

    @property
    def kind(self) -> str:
        """Its unit, by which languages choose their words; "time" with a time, and "first decade"
        for one that is called by both of its ends."""
        if self.time:
            return "time"
        unit, year = self.written.unit, self.written.parts[0]
        return "first decade" if unit == "decade" and _by_both_ends(year) else unit

    @property
    def shared(self) -> int:
        """The marks that all its parts share; `plain` puts the others in brackets."""
        return reduce(and_, self.written.marks)


def said(text: str) -> DateWithTime:
    """The date written in EDTF, with its time."""
    day, _, time = text.partition("T")
    return DateWithTime(read(day), time)


def plain(one: DateWithTime, words: Language) -> str:
    """How a date reads, without the marks that all its parts share; marks of some parts stand in
    brackets."""
    text = _date(one.written.parts, words)
    if one.time:
        time, zone = clock(one.time)
        return words.time.format(date=text, time=time, zone=zone)
    remarks = _remarks(one.written, words)
    return f"{text} ({'; '.join(remarks)})" if remarks else text


def clock(time: str) -> tuple[str, str]:
    """A time and its zone as they are read: ("14:30", " UTC+05:30"); no zone is an empty text."""
    hours, offset = time_of_day(time)
    zone = "" if not offset else " UTC" + ("" if offset == "Z" else offset.replace("-", "−"))
    return hours.removesuffix(":00"), zone


def year_worded(year: str, words: Language) -> str:
    """A year of four digits. One of two digits might be short for another, so the era is named."""
    number = year.lstrip("0")
    return words.era.format(number) if len(number) < 3 else number


def dative(one: DateWithTime, text: str, words: Language) -> str:
    """The wording of a date after "since", "from" or "between"."""
    if one.kind in words.dative:
        return words.dative[one.kind].format(text)
    alone, behind = words.indefinite
    return behind + text.removeprefix(alone) if text.startswith(alone) else text


def _remarks(written: EDTFDate, words: Language) -> list[str]:
    division = DIVISIONS.get(written.parts[1]) if len(written.parts) > 1 else None
    names = ("year", division.precision if division else "month", "day")
    found = []
    for flag, what in (
        (APPROXIMATE, words.approximate_word),
        (UNCERTAIN, words.uncertain_word),
    ):
        marked = [
            words.parts[name]
            for name, mark in zip(names, written.marks, strict=False)
            if mark & flag
        ]
        if 0 < len(marked) < len(written.marks):
            found.append(
                words.some_parts.format(parts=f" {words.all_of[0]} ".join(marked), what=what)
            )
    return found


def _date(parts: tuple[str, ...], words: Language) -> str:
    year = parts[0]
    if year == "XXXX":
        if len(parts) == 1:
            return words.unknown
        return words.no_year.format(_within_year(parts, "", words).strip())
    if len(parts) == 1:
        return _years(year, words)
    return _within_year(parts, year_worded(year, words), words)


def _years(year: str, words: Language) -> str:
    if "X" not in year:
        return year_worded(year, words)
    ends = (year.replace("X", digit) for digit in "09")
    first, last = (year_worded(end, words) for end in ends)
    if year.endswith("XXX"):
        return words.millennium.format(first=first, last=last)
    if year.endswith("XX"):
        number = str(int(year[:2]) + 1)
        nth = words.nth.get(number) or words.nth.get(number[-1]) or words.nth[""]
        return words.century.format(number=number, nth=nth)
    if _by_both_ends(year):
        return words.first_decade.format(first=first, last=last)
    return words.decade.format(first=first)


def _by_both_ends(decade: str) -> bool:
    """Whether a decade cannot be called by its first year: "2000s" might be the century, "30s" one
    of ours."""
    return decade.endswith("0X") or decade < "1000"


def _within_year(parts: tuple[str, ...], year: str, words: Language) -> str:
    month = parts[1]
    if month == "XX":
        return (words.some_month if len(parts) == 2 else words.some_day_of_year).format(year)
    if month == "24":
        return words.winter.format(
            season=words.seasons[month], first=year, last=_next(parts, words)
        )
    if month in words.seasons:
        return words.month.format(month=words.seasons[month], year=year)
    if month in DIVISIONS:
        return words.division.format(division=words.divisions[month], year=year)
    name = words.months[int(month) - 1]
    if len(parts) == 2:
        return words.month.format(month=name, year=year)
    if parts[2] == "XX":
        return words.some_day_of_month.format(words.month.format(month=name, year=year).strip())
    return words.day.format(day=int(parts[2]), month=name, year=year)


def _next(parts: tuple[str, ...], words: Language) -> str:
    """The year in which a winter ends, in two digits where that is clear."""
    following = f"{int(parts[0]) + 1:04}"
    if following < "1000" or following.endswith("00"):
        return year_worded(following, words)
    return following[2:]
