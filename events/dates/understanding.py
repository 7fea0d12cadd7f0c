"""What people type, in any of the languages, as a date of the record.

`wording.py` brings it into one notation; the functions here read that notation and write EDTF,
which `parse` then checks. They answer None for what they cannot read.

Words before an interval or a list ("about 14–15 December") apply to all its dates; between "from"
and "to", "either" and "or", each date has its own.
"""

import re
from datetime import timedelta
from functools import reduce
from operator import or_

from events.dates.edtf import EDTF, parse
from events.dates.errors import DateError, chosen, wrong
from events.dates.grammar import APPROXIMATE, MARKS, UNCERTAIN, bounds, read, write
from events.dates.wording import is_mark, notation

_LONGEST = 2000  # every label is shorter, those of long sets included

_SAID = {"ABOUT": APPROXIMATE, "PROBABLY": UNCERTAIN}
_LEADING = re.compile(r"(ABOUT|PROBABLY) ")
_TRAILING = re.compile(r" ?\((ABOUT|PROBABLY)\)$")
_REMARK = re.compile(r" Q([0-3])([0-3])([0-3])$")
_SURROUNDED = re.compile(r"(?:W(\d) )?(.*?)(?: T(\S+))?")
_YEAR = re.compile(r"\b(?:(M\d\d) )?(\d{4})\b", re.ASCII)
_EDTF_ALONE = re.compile(r"(?:[\dXTYZ:~?%/,+-]|\.\.)+", re.ASCII)

# "by the end of 2026" takes all of 2026 in; "mid to late December" is about two days.
_TO_THE_END = re.compile(r"(?:^(?:TO|BEFORE)|(?<!EARLY)(?<!MID) TO) LATE (?=M\d|\d)", re.ASCII)
_INTERVAL = (r" ?\bTO\b ?", r" - ", r" ?[-/] ?")

# A date in the notation, as EDTF, and what its wording says of it.
_DATES = [
    (re.compile(pattern, re.ASCII), template, said)
    for pattern, template, said in (
        (r"(\d{1,2}) M(\d\d) (\d{4})", "{2}-{1}-{0:0>2}", 0),
        (r"[MS](\d\d) (\d{4})", "{1}-{0}", 0),
        (r"(\d{4})", "{0}", 0),
        (r"D(\d{3})", "{0}X", 0),
        (r"C(\d\d)", "{0}XX", 0),
        (r"SOMEMONTH (\d{4})", "{0}-XX", 0),
        (r"SOMEDAY M(\d\d) (\d{4})", "{1}-{0}-XX", 0),
        (r"SOMEDAY (\d{4})", "{0}-XX-XX", 0),
        (r"EARLY M(\d\d) (\d{4})", "{1}-{0}-05", APPROXIMATE),
        (r"MID M(\d\d) (\d{4})", "{1}-{0}-15", APPROXIMATE),
        (r"LATE M(\d\d) (\d{4})", "{1}-{0}-25", APPROXIMATE),
        (r"EARLY (\d{4})", "{0}-02", APPROXIMATE),
        (r"MID (\d{4})", "{0}-07", APPROXIMATE),
        (r"LATE (\d{4})", "{0}-11", APPROXIMATE),
    )
]


def understand(text: str, language: str) -> EDTF:
    """The value of what a person typed: EDTF, or words in any of the languages.

    `language` ("de", "de-AT") counts where a word means different things in two of them. Early, mid
    and late are about the 5th, 15th and 25th of a month, or February, July and November of a year.
    Before and after leave out the day, month or year they name; "since", "from", "until" and "by"
    take it in, and "by the end of" all of it. "Between" two dates means one of them or of those
    between, while "to" and a dash make an interval.

    DateError for what is not understood, can be read in two ways or names the wrong weekday.
    """
    table = chosen(language)
    try:
        return parse(text)
    except DateError as error:
        if error.code in ("not_text", "empty"):
            raise
        as_edtf = error
    text = text.strip()
    if text[0] in "[{":
        return parse("".join(text.split()))
    if len(text) > _LONGEST:
        raise wrong("too_long", text)
    for character in text:
        if not (character.isprintable() or character.isspace()) or (
            character.isdigit() and not character.isascii()
        ):
            raise wrong("character", character)
    typed = notation(text, table)
    found = _value(typed)
    if found is not None:
        return parse(found)
    raise as_edtf if _EDTF_ALONE.fullmatch(text) else _not_understood(text, typed)


def _not_understood(text: str, typed: str) -> DateError:
    unknown = [word for word in typed.split() if not is_mark(word)]
    if unknown:
        return wrong("not_understood", unknown[0])
    return wrong("not_understood" if re.search(r"\d{3}", typed) else "no_year", text)


def _value(typed: str) -> str | None:
    typed, said = _unqualified(typed)
    typed = _TO_THE_END.sub(" TO ", typed).strip()
    opening, _, rest = typed.partition(" ")
    match opening:
        case "BETWEEN":
            return _pair(rest, said, (" AND ",), "[{}..{}]")
        case "THROUGHOUT":
            return _interval(rest, said, "{{{}..{}}}")
        case "EITHER" | "EACH":
            return _list(rest, said)
        case "FROM":
            return _interval(typed, said, "{}/{}") or _half(rest, said, " NOEND", "{}/", "{}/..")
        case "TO":
            return _half(rest, said, " NOSTART", "/{}", "../{}")
        case "BEFORE" | "AFTER":
            return _beyond(rest, said, after=opening == "AFTER")
    return _date(typed, said) or _interval(typed, said, "{}/{}") or _list(typed, said)


def _unqualified(text: str) -> tuple[str, int]:
    """The text without the qualifiers around it, and what these say."""
    said = 0
    while match := _LEADING.match(text) or _TRAILING.search(text):
        said |= _SAID[match[1]]
        text = text[: match.start()] + text[match.end() :]
    return text, said


def _date(text: str, said: int) -> str | None:
    """One date as EDTF, marked with `said` and with what its own wording says."""
    text, own = _unqualified(text)
    remark = _REMARK.search(text)
    of_parts = tuple(map(int, remark.groups())) if remark else (0, 0, 0)
    surrounded = _SURROUNDED.fullmatch(text[: remark.start()] if remark else text)
    if surrounded is None:
        return None
    weekday, day, time = surrounded.groups()
    for pattern, template, implied in _DATES:
        if match := pattern.fullmatch(day):
            parts = tuple(template.format(*match.groups()).split("-"))
            if any(of_parts[len(parts) :]) or ((time or weekday) and len(parts) < 3):
                return None
            if weekday:
                _check_weekday(int(weekday), parts)
            marks = tuple(said | own | implied | mark for mark in of_parts[: len(parts)])
            return write(parts, marks) + (f"T{time}" if time else "")
    return None


def _check_weekday(weekday: int, parts: tuple[str, ...]) -> None:
    day, _, _ = bounds(parts)
    if day.weekday() != weekday:
        raise wrong("weekday", "-".join(parts), weekday=str(day.weekday()))


def _interval(text: str, said: int, template: str) -> str | None:
    text, own = _unqualified(text)
    return _pair(text.removeprefix("FROM "), said | own, _INTERVAL, template)


def _pair(text: str, said: int, joints: tuple[str, ...], template: str) -> str | None:
    """Two dates with one of the joints between them, in a template."""
    for joint in joints:
        for match in re.finditer(joint, text):
            end = text[match.end() :]
            last = _date(end, said)
            first = last and _completed(text[: match.start()], end, said)
            if first:
                return template.format(first, last)
    return None


def _completed(text: str, after: str, said: int) -> str | None:
    """A date whose month or year may be written in what comes after: "14" and "16 M12 2025"."""
    shared = _YEAR.search(after)
    found = _date(text, said)
    if found or not shared:
        return found
    month, year = shared.groups()
    return (month and _date(f"{text} {month} {year}", said)) or _date(f"{text} {year}", said)


def _half(text: str, said: int, unless: str, unknown: str, is_open: str) -> str | None:
    """An interval with one end, in the template for an unknown other end if the text says so."""
    known = text.removesuffix(unless)
    found = _date(known, said)
    return found and (is_open if known == text else unknown).format(found)


def _beyond(text: str, said: int, *, after: bool) -> str | None:
    """An interval up to the last day, month or year before a date, or from the first after it."""
    found = _date(text, said)
    if found is None or "T" in found:
        return None
    parts, marks = read(found)
    earliest, latest, precision = bounds(parts)
    try:
        beyond = latest + timedelta(days=1) if after else earliest - timedelta(days=1)
    except OverflowError:
        raise wrong("year_range", text) from None
    length = {"day": 10, "month": 7, "season": 7}.get(precision, 4)
    edge = beyond.isoformat()[:length] + MARKS[reduce(or_, marks)]
    return f"{edge}/.." if after else f"../{edge}"


def _list(text: str, said: int) -> str | None:
    """One of several dates ("or") or all of them ("and")."""
    one_of = re.search(r"\bOR\b", text) is not None
    joint = "OR" if one_of else "AND"
    texts = re.split(rf" ?, ?| {joint} (?!EARLIER|LATER)", text)
    members = [_member(member, texts[-1], joint, said) for member in texts]
    found = [member for member in members if member]
    if len(found) < len(members) or (len(found) == 1 and ".." not in found[0]):
        return None
    listed = ",".join(found)
    return f"[{listed}]" if one_of else f"{{{listed}}}"


def _member(text: str, last: str, joint: str, said: int) -> str | None:
    for ending, template in ((f" {joint} EARLIER", "..{}"), (f" {joint} LATER", "{}..")):
        if text.endswith(ending):
            found = _date(text.removesuffix(ending), said)
            return found and template.format(found)
    return _completed(text, last, said) or _interval(text, said, "{}..{}")
