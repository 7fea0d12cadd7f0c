"""How a date reads in a language, derived from its canonical EDTF string and nothing else.

`understanding.py` reads every wording written here back to the same string. If the dates of an
interval or a set share their month or year, it is written once, after the last one.
"""

from itertools import pairwise

from events.dates.grammar import APPROXIMATE, UNCERTAIN
from events.dates.languages import Language
from events.dates.named import WEEK, named
from events.dates.plain import DateWithTime, clock, dative, plain, said


def label(text: str, words: Language) -> str:
    """The wording of a canonical EDTF string in the language of a table."""
    if text[0] in "[{":
        return _set(text, words)
    if "/" in text:
        start, end = text.split("/")
        return _interval(start, end, words)
    one = said(text)
    return _outer(plain(one, words), one.shared, words, one.kind)


def bound(text: str, words: Language, *, begins: bool) -> str:
    """A canonical EDTF string as it reads after “since” (`begins`) or “until”: “about 2018”, and in
    German “dem 5. Juni 2006”; what was by some day, as that day “or earlier”."""
    if text.startswith("../"):
        text = f"[..{text.removeprefix('../')}]"
    if text[0] in "[{" or "/" in text:
        return label(text, words)
    one = said(text)
    worded = plain(one, words)
    return _inner(dative(one, worded, words) if begins else worded, one.shared, words)


def _outer(text: str, marks: int, words: Language, kind: str = "") -> str:
    """A whole wording, with the words for the marks of all its dates around it."""
    if marks & APPROXIMATE:
        text = words.about.get(kind, words.about[""]).format(text)
    return words.uncertain.format(text) if marks & UNCERTAIN else text


def _inner(text: str, marks: int, words: Language) -> str:
    """A part of a wording, with the words for its marks before it."""
    if marks & APPROXIMATE:
        text = words.inner_about.format(text)
    return words.inner_uncertain.format(text) if marks & UNCERTAIN else text


def _nominative(one: DateWithTime, words: Language) -> str:
    return _inner(plain(one, words), one.shared, words)


def _alike(dates: list[DateWithTime]) -> bool:
    """Whether all the dates, and all parts of each, have the same marks."""
    return len({mark for one in dates for mark in one.written.marks}) == 1


def _interval(start: str, end: str, words: Language) -> str:
    if start == "..":
        return _by(said(end), words)
    if not start:
        one = said(end)
        return _half(one, plain(one, words), words.until_unknown_start, words)
    if end in ("", ".."):
        one = said(start)
        pattern = words.since if end else words.since_unknown_end
        return _half(one, dative(one, plain(one, words), words), pattern, words)
    return _stretch(said(start), said(end), words)


def _half(one: DateWithTime, text: str, pattern: str, words: Language) -> str:
    text = _inner(text, one.shared & APPROXIMATE, words)
    return _outer(pattern.format(text), one.shared & UNCERTAIN, words)


def _by(one: DateWithTime, words: Language) -> str:
    """At some time up to the end of a date: "by 6 January 2026", "by the end of January 2026"."""
    pattern = words.by.get(one.kind, words.by[""])
    about = words.inner_about.format("") if one.shared & APPROXIMATE else ""
    text = plain(one, words)
    if one.kind not in words.by_as_is:
        text = dative(one, text, words)
    return _outer(pattern.format(text, about=about), one.shared & UNCERTAIN, words)


def _stretch(
    first: DateWithTime, last: DateWithTime, words: Language, *, inner: bool = False
) -> str:
    if not _alike([first, last]):
        start = _inner(dative(first, plain(first, words), words), first.shared, words)
        text = words.from_to.format(start, _nominative(last, words))
        return text.replace(*words.contraction)
    if first.time or last.time:
        return _hours(first, last, words)
    start, end = _series([first, last], words)
    brief = start != plain(first, words) and first.written.parts[:-1] == last.written.parts[:-1]
    dash = "–" if brief or first.kind == last.kind == "year" else " – "
    return (_inner if inner else _outer)(start + dash + end, first.written.marks[0], words)


def _hours(first: DateWithTime, last: DateWithTime, words: Language) -> str:
    if first.written == last.written and first.time and last.time:
        (begins, zone), (ends, other) = clock(first.time), clock(last.time)
        if zone == other:
            day = plain(DateWithTime(first.written, ""), words)
            return words.hours.format(date=day, first=begins, last=ends, zone=zone)
    return f"{plain(first, words)} – {plain(last, words)}"


def _series(dates: list[DateWithTime], words: Language) -> list[str]:
    """The dates in order, with the month and year they share written only after the last."""
    *others, last = dates
    kinds = {one.kind for one in dates}
    if len(kinds) == 1 and kinds <= {"day", "month"}:
        parts = [one.written.parts for one in dates]
        if "day" in kinds and all(a[:2] == b[:2] for a, b in pairwise(parts)):
            shorter = [words.only_day.format(day=int(one.written.parts[2])) for one in others]
            return [*shorter, plain(last, words)]
        if all(a[0] == b[0] for a, b in pairwise(parts)):
            return [*(_without_year(one, words) for one in others), plain(last, words)]
    return [plain(one, words) for one in dates]


def _without_year(one: DateWithTime, words: Language) -> str:
    parts = one.written.parts
    month = words.months[int(parts[1]) - 1]
    if len(parts) == 2:
        return month
    return words.day_of_month.format(day=int(parts[2]), month=month)


def _set(text: str, words: Language) -> str:
    one_of = text[0] == "["
    joint, differing = words.one_of if one_of else words.all_of
    members = text[1:-1].split(",")
    dates = [said(end) for member in members for end in member.split("..") if end]
    if len(members) == 1:
        return _range(members[0], dates, words, one_of=one_of)
    if len(dates) == len(members) and ".." not in text and _alike(dates):
        return _outer(_list(_series(dates, words), joint), dates[0].written.marks[0], words)
    texts = [_member(member, joint, words, one_of=one_of) for member in members]
    if not any(mark for one in dates for mark in one.written.marks):
        return _list(texts, joint)
    return differing.format(_list(texts, joint))


def _list(texts: list[str], joint: str) -> str:
    return f"{', '.join(texts[:-1])} {joint} {texts[-1]}"


def _range(member: str, dates: list[DateWithTime], words: Language, *, one_of: bool) -> str:
    """The only member of a set, if that is a range and not a single date."""
    if len(dates) == 1:
        joint = (words.one_of if one_of else words.all_of)[0]
        return _member(member, joint, words, one_of=one_of)
    if not one_of:
        return words.throughout.format(_stretch(dates[0], dates[1], words, inner=True))
    name = _name(dates, words)
    if name:
        return _outer(name, dates[0].shared, words)
    texts = [plain(one, words) for one in dates]
    if not any(mark for one in dates for mark in one.written.marks):
        texts = _series(dates, words)
    first, last = (
        _inner(dative(one, text, words), one.shared, words)
        for text, one in zip(texts, dates, strict=True)
    )
    return words.between.format(first, last)


def _name(dates: list[DateWithTime], words: Language) -> str:
    """What a span is called whose ends have the same marks: "late October 2026", "week of 5 January
    2026"; empty if it has no name."""
    found = _alike(dates) and named(*("-".join(one.written.parts) for one in dates))
    if not found:
        return ""
    one = said(found.of)
    text = plain(one, words)
    if found.part == WEEK:
        return words.week.format(text)
    return words.thirds[found.part].format(words.third_of.get(one.kind, "{}").format(text))


def _member(member: str, joint: str, words: Language, *, one_of: bool) -> str:
    start, dots, end = member.partition("..")
    if not dots:
        return _nominative(said(member), words)
    if start and end:
        dates = [said(start), said(end)]
        name = one_of and _name(dates, words)
        return (
            _inner(name, dates[0].shared, words)
            if name
            else _stretch(dates[0], dates[1], words, inner=True)
        )
    beyond = words.later if start else words.earlier
    return f"{_nominative(said(start or end), words)} {joint} {beyond}"
