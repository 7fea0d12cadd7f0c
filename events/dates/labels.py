"""How a date reads in a language, derived from its canonical EDTF string and nothing else.

Every wording written here is one that `understanding.py` reads back to the same string. Where the
dates of an interval or a set share their month or year, it is written once, behind the last of them.
"""

from itertools import pairwise

from events.dates.grammar import APPROXIMATE, UNCERTAIN, Date, read, time_of_day
from events.dates.languages import Language


def label(text: str, words: Language) -> str:
    """The wording of a canonical EDTF string in the language of a table."""
    if text[0] in "[{":
        return _set(text, words)
    if "/" in text:
        start, end = text.split("/")
        return _interval(start, end, words)
    day, _, time = text.partition("T")
    if time:
        return _time(_plain(read(day), words), time, words)
    return _outer([read(day)], _plain(read(day), words), words)


def _plain(written: Date, words: Language) -> str:
    """A date without what is said of all of it; what is said of some parts stands in brackets."""
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


def _said_of_all(written: Date, flag: int) -> bool:
    return all(mark & flag for mark in written.marks)


def _outer(dates: list[Date], text: str, words: Language) -> str:
    """A wording with what is said of all its dates around it."""
    unit = dates[0].unit if len(dates) == 1 else ""
    if _said_of_all(dates[0], APPROXIMATE):
        text = words.about.get(unit, words.about[""]).format(text)
    return words.uncertain.format(text) if _said_of_all(dates[0], UNCERTAIN) else text


def _inner(written: Date, words: Language, *, dative: bool = False, sure: bool = False) -> str:
    """A date as it reads behind a preposition; `sure` leaves the uncertainty to the caller."""
    text = _plain(written, words)
    if dative and written.unit == "day":
        text = words.dative.format(text)
    if _said_of_all(written, APPROXIMATE):
        text = words.inner_about.format(text)
    if _said_of_all(written, UNCERTAIN) and not sure:
        text = words.inner_uncertain.format(text)
    return text


def _alike(dates: list[Date]) -> bool:
    """Whether what is said of one of the dates is said of them all, and of all their parts."""
    return len({mark for written in dates for mark in written.marks}) == 1


def _interval(start: str, end: str, words: Language) -> str:
    if start in ("", ".."):
        pattern = words.until if start else words.until_unknown_start
        return _half(read(end), pattern, words, dative=False)
    if end in ("", ".."):
        pattern = words.since if end else words.since_unknown_end
        return _half(read(start), pattern, words, dative=True)
    return _stretch(read(start), read(end), words)


def _half(written: Date, pattern: str, words: Language, *, dative: bool) -> str:
    text = pattern.format(_inner(written, words, dative=dative, sure=True))
    return words.uncertain.format(text) if _said_of_all(written, UNCERTAIN) else text


def _stretch(first: Date, last: Date, words: Language) -> str:
    if not _alike([first, last]):
        text = words.from_to.format(_inner(first, words, dative=True), _inner(last, words))
        return text.replace(*words.contraction) if words.contraction[0] else text
    start, end = _series([first, last], words)
    shared = start != _plain(first, words) and first.parts[:-1] == last.parts[:-1]
    dash = "–" if shared or first.unit == last.unit == "year" else " – "
    return _outer([first, last], start + dash + end, words)


def _series(dates: list[Date], words: Language) -> list[str]:
    """The dates in order, with the month and year they share written only behind the last."""
    *others, last = dates
    units = {written.unit for written in dates}
    if len(units) == 1 and units <= {"day", "month"}:
        if "day" in units and all(a.parts[:2] == b.parts[:2] for a, b in pairwise(dates)):
            shorter = [words.only_day.format(day=int(d.parts[2])) for d in others]
            return [*shorter, _plain(last, words)]
        if all(a.parts[0] == b.parts[0] for a, b in pairwise(dates)):
            return [*(_without_year(d, words) for d in others), _plain(last, words)]
    return [_plain(written, words) for written in dates]


def _without_year(written: Date, words: Language) -> str:
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
        return _outer(dates, _list(_series(dates, words), joint), words)
    texts = [_member(member, joint, words) for member in members]
    if not any(mark for written in dates for mark in written.marks):
        return _list(texts, joint)
    return differing.format(_list(texts, joint))


def _list(texts: list[str], joint: str) -> str:
    return f"{', '.join(texts[:-1])} {joint} {texts[-1]}"


def _range(bracket: str, member: str, dates: list[Date], words: Language) -> str:
    if len(dates) == 1:
        return _member(member, words.one_of[0] if bracket == "[" else words.all_of[0], words)
    if bracket == "{":
        return words.throughout.format(_stretch(*dates, words))
    first, last = (_inner(written, words, dative=True) for written in dates)
    if _alike(dates) and not any(dates[0].marks):
        first, _ = _series(dates, words)
        if dates[0].unit == "day":
            first = words.dative.format(first)
    return words.between.format(first, last)


def _member(member: str, joint: str, words: Language) -> str:
    start, dots, end = member.partition("..")
    if not dots:
        return _inner(read(member), words)
    if start and end:
        return _stretch(read(start), read(end), words)
    open_end = words.later if start else words.earlier
    return f"{_inner(read(start or end), words)} {joint} {open_end}"
