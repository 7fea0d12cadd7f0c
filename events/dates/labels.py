"""How a date reads in a language, derived from its canonical EDTF string and nothing else.

`understanding.py` reads every wording written here back to the same string. If the dates of an
interval or a set share their month or year, it is written once, after the last one.
"""

from functools import reduce
from itertools import pairwise
from operator import and_

from events.dates.grammar import APPROXIMATE, UNCERTAIN, EDTFDate, read, time_of_day
from events.dates.languages import Language


def label(text: str, words: Language) -> str:
    """The wording of a canonical EDTF string in the language of a table."""
    if text[0] in "[{":
        return _set(text, words)
    if "/" in text:
        start, end = text.split("/")
        return _interval(start, end, words)
    day, _, time = text.partition("T")
    written = read(day)
    if time:
        return _time(_plain(written, words), time, words)
    return _outer(_plain(written, words), _said_of_all(written), words, written.unit)


def _plain(written: EDTFDate, words: Language) -> str:
    """A date without the marks that all its parts share; marks of some parts stand in brackets."""
    parts, marks = written
    text = _year(parts[0], words) if len(parts) == 1 else _within_year(parts, words)
    names = ("year", "season" if written.unit == "season" else "month", "day")
    remarks = []
    for flag, what in (
        (APPROXIMATE, words.approximate_word),
        (UNCERTAIN, words.uncertain_word),
    ):
        said = [words.parts[n] for n, mark in zip(names, marks, strict=False) if mark & flag]
        if 0 < len(said) < len(marks):
            remarks.append(
                words.some_parts.format(parts=f" {words.all_of[0]} ".join(said), what=what)
            )
    return f"{text} ({'; '.join(remarks)})" if remarks else text


def _year(year: str, words: Language) -> str:
    span = {"first": year.replace("X", "0"), "last": year.replace("X", "9")}
    if year.endswith("XX"):
        return words.century.format(**span)
    if year.endswith("0X"):  # "2000s" might be the century
        return words.first_decade.format(**span)
    return words.decade.format(**span) if year.endswith("X") else year


def _within_year(parts: tuple[str, ...], words: Language) -> str:
    year, month = parts[:2]
    if month == "XX":
        return (words.some_month if len(parts) == 2 else words.some_day_of_year).format(year)
    if month in words.seasons:
        if month != "24":
            return words.month.format(month=words.seasons[month], year=year)
        following = f"{int(year) + 1:04}"
        last = following if following.endswith("00") else following[2:]
        return words.winter.format(season=words.seasons[month], first=year, last=last)
    name = words.months[int(month) - 1]
    if len(parts) == 2:
        return words.month.format(month=name, year=year)
    if parts[2] == "XX":
        return words.some_day_of_month.format(words.month.format(month=name, year=year))
    return words.day.format(day=int(parts[2]), month=name, year=year)


def _time(day: str, text: str, words: Language) -> str:
    time, offset = time_of_day(text)
    zone = "" if not offset else " UTC" + ("" if offset == "Z" else offset.replace("-", "−"))
    return words.time.format(date=day, time=time.removesuffix(":00"), zone=zone)


def _said_of_all(written: EDTFDate) -> int:
    """The marks that all parts of a date share; `_plain` puts the others in brackets."""
    return reduce(and_, written.marks)


def _outer(text: str, said: int, words: Language, unit: str = "") -> str:
    """A whole wording, with the words for the marks of all its dates around it."""
    if said & APPROXIMATE:
        text = words.about.get(unit, words.about[""]).format(text)
    return words.uncertain.format(text) if said & UNCERTAIN else text


def _inner(text: str, said: int, words: Language) -> str:
    """A part of a wording, with the words for its marks before it."""
    if said & APPROXIMATE:
        text = words.inner_about.format(text)
    return words.inner_uncertain.format(text) if said & UNCERTAIN else text


def _nominative(written: EDTFDate, words: Language) -> str:
    return _inner(_plain(written, words), _said_of_all(written), words)


def _dative(text: str, written: EDTFDate, words: Language) -> str:
    """The wording of a date after "since", "from" or "between"."""
    if written.unit == "day":
        return words.dative.format(text)
    alone, behind = words.indefinite
    return behind + text.removeprefix(alone) if text.startswith(alone) else text


def _alike(dates: list[EDTFDate]) -> bool:
    """Whether all the dates, and all parts of each, have the same marks."""
    return len({mark for written in dates for mark in written.marks}) == 1


def _interval(start: str, end: str, words: Language) -> str:
    if start in ("", ".."):
        pattern = words.until if start else words.until_unknown_start
        return _half(read(end), pattern, words, dative=False)
    if end in ("", ".."):
        pattern = words.since if end else words.since_unknown_end
        return _half(read(start), pattern, words, dative=True)
    return _stretch(read(start), read(end), words)


def _half(written: EDTFDate, pattern: str, words: Language, *, dative: bool) -> str:
    said = _said_of_all(written)
    text = _plain(written, words)
    text = _inner(_dative(text, written, words) if dative else text, said & APPROXIMATE, words)
    return _outer(pattern.format(text), said & UNCERTAIN, words)


def _stretch(first: EDTFDate, last: EDTFDate, words: Language, *, inner: bool = False) -> str:
    if not _alike([first, last]):
        start = _inner(_dative(_plain(first, words), first, words), _said_of_all(first), words)
        text = words.from_to.format(start, _nominative(last, words))
        return text.replace(*words.contraction)
    start, end = _series([first, last], words)
    brief = start != _plain(first, words) and first.parts[:-1] == last.parts[:-1]
    dash = "–" if brief or first.unit == last.unit == "year" else " – "
    return (_inner if inner else _outer)(start + dash + end, first.marks[0], words)


def _series(dates: list[EDTFDate], words: Language) -> list[str]:
    """The dates in order, with the month and year they share written only after the last."""
    *others, last = dates
    units = {written.unit for written in dates}
    if len(units) == 1 and units <= {"day", "month"}:
        if "day" in units and all(a.parts[:2] == b.parts[:2] for a, b in pairwise(dates)):
            shorter = [words.only_day.format(day=int(d.parts[2])) for d in others]
            return [*shorter, _plain(last, words)]
        if all(a.parts[0] == b.parts[0] for a, b in pairwise(dates)):
            return [*(_without_year(d, words) for d in others), _plain(last, words)]
    return [_plain(written, words) for written in dates]


def _without_year(written: EDTFDate, words: Language) -> str:
    month = words.months[int(written.parts[1]) - 1]
    if len(written.parts) == 2:
        return month
    return words.day_of_month.format(day=int(written.parts[2]), month=month)


def _set(text: str, words: Language) -> str:
    joint, differing = words.one_of if text[0] == "[" else words.all_of
    members = text[1:-1].split(",")
    dates = [read(end) for member in members for end in member.split("..") if end]
    if len(members) == 1:
        return _range(text[0], members[0], dates, words)
    if len(dates) == len(members) and ".." not in text and _alike(dates):
        return _outer(_list(_series(dates, words), joint), dates[0].marks[0], words)
    texts = [_member(member, joint, words) for member in members]
    if not any(mark for written in dates for mark in written.marks):
        return _list(texts, joint)
    return differing.format(_list(texts, joint))


def _list(texts: list[str], joint: str) -> str:
    return f"{', '.join(texts[:-1])} {joint} {texts[-1]}"


def _range(bracket: str, member: str, dates: list[EDTFDate], words: Language) -> str:
    """The only member of a set, if that is a range and not a single date."""
    if len(dates) == 1:
        return _member(member, (words.one_of if bracket == "[" else words.all_of)[0], words)
    if bracket == "{":
        return words.throughout.format(_stretch(dates[0], dates[1], words, inner=True))
    plain = [_plain(written, words) for written in dates]
    if not any(mark for written in dates for mark in written.marks):
        plain = _series(dates, words)
    first, last = (
        _inner(_dative(text, written, words), _said_of_all(written), words)
        for text, written in zip(plain, dates, strict=True)
    )
    return words.between.format(first, last)


def _member(member: str, joint: str, words: Language) -> str:
    start, dots, end = member.partition("..")
    if not dots:
        return _nominative(read(member), words)
    if start and end:
        return _stretch(read(start), read(end), words, inner=True)
    beyond = words.later if start else words.earlier
    return f"{_nominative(read(start or end), words)} {joint} {beyond}"
