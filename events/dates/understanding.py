"""What people type, in any of the languages, as a date of the record.

`wording.py` brings it into one notation, and `spoken.py` reads a date in it; the functions here
read intervals and lists of those and write EDTF, which `parse` then checks. They answer None for
what they cannot read.

Words before an interval or a list ("about 14–15 December") apply to all its dates; between "from"
and "to", "either" and "or", each date has its own.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import reduce
from operator import or_
from typing import TypeVar

from events.dates import spoken
from events.dates.bounds import bounds
from events.dates.edtf import parse
from events.dates.errors import DateError, chosen, wrong
from events.dates.grammar import MARKS, read
from events.dates.value import EDTF
from events.dates.wording import cleaned, is_mark, notation

T = TypeVar("T")

_LONGEST = 2000  # every label is shorter, those of long sets included

_YEAR = re.compile(r"\b(?:(M\d\d) )?(\d{4})\b", re.ASCII)
_EDTF_ALONE = re.compile(r"(?:[\dXTYZ:~?%/,+-]|\.\.)+", re.ASCII)
_INTERVAL = (r" ?\bTO\b ?", r" - ", r" ?[-/] ?")
_UNTIL_NOW = re.compile(r"(?:FROM )?(.+?) ?,? ?(?:TO|[-/])? ?\(?NOW\)?")
_TERM = re.compile(r"M(\d\d) TERM (\d{4})", re.ASCII)
_HOURS = re.compile(
    r"(.+?) (?:FROM )?T([\d:]+)(Z|[+-][\d:]+)? ?(?:-|TO) ?T([\d:]+)(Z|[+-][\d:]+)?", re.ASCII
)
_COARSENED = re.compile(r"EARLY|MID|LATE")
_DIGITS_OF = {"day": 10, "year": 4, "decade": 4, "century": 4, "millennium": 4}


def understand(text: str, language: str) -> EDTF:
    """The value of what a person typed: EDTF, or words in any of the languages.

    `language` ("de", "de-AT") counts where a word means different things in two of them. Early, mid
    and late (and a week) are one unknown day in that third of a month, a year, a decade or a
    century; as the end of an interval, where EDTF knows no such thing, all of the month or year.
    Before and after leave out the day, month or year they name; "since", "from", "until" and "by"
    take it in, "by the end of" all of it; "not before" is then or later. "Between" two dates means
    one of them or of those between, while "to" and a dash make an interval.

    DateError for what is not understood, can be read in two ways or names the wrong weekday.
    """
    table = chosen(language)
    try:
        return parse(text)
    except DateError as error:
        if error.code in ("not_text", "empty"):
            raise
        as_edtf = error
    text = cleaned(text)
    if text[:1] in ("[", "{"):
        return parse("".join(text.split()))
    if len(text) > _LONGEST:
        raise wrong("too_long", text)
    for character in text:
        if not character.isprintable() or (character.isdigit() and not character.isascii()):
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
    if term := _TERM.fullmatch(typed):  # of a court, which begins then
        return f"{term[2]}-{term[1]}/.."
    typed, said = spoken.unqualified(typed)
    if (until_now := _UNTIL_NOW.fullmatch(typed)) and (found := spoken.end(until_now[1], said)):
        return f"{found}/.."
    opening, _, rest = typed.partition(" ")
    match opening:
        case "BETWEEN":
            return _pair(rest, said, (" AND ",), "[{}..{}]", spoken.date) or _between(rest, said)
        case "THROUGHOUT":
            return _interval(rest, said, "{{{}..{}}}")
        case "EITHER" | "EACH":
            return _list(rest, said)
        case "FROM":
            return (
                _hours(rest, said)
                or _interval(typed, said, "{}/{}")
                or _half(rest, said, " NOEND", "{}/", "{}/..")
            )
        case "TO":
            return _half(rest, said, " NOSTART", "/{}", "../{}")
        case "NOTBEFORE":
            found = None if re.search(r"T\d", rest) else spoken.end(rest, said)
            return found and f"[{found}..]"
        case "BEFORE" | "AFTER":
            return _beyond(rest, said, after=opening == "AFTER")
    return (
        spoken.date(typed, said)
        or _span(typed, said, "[{}..{}]")
        or _hours(typed, said)
        or _interval(typed, said, "{}/{}")
        or _list(typed, said)
    )


def _span(text: str, said: int, template: str) -> str | None:
    found = spoken.span(text, said)
    return found and template.format(*found)


def _between(text: str, said: int) -> str | None:
    """Between two spans that have a name: from the first day of one to the last of the other."""
    for match in re.finditer(" AND ", text):
        last = spoken.span(text[match.end() :], said)
        first = last and _completed(text[: match.start()], text[match.end() :], said, spoken.span)
        if first and last:
            return f"[{first[0]}..{last[1]}]"
    return None


def _hours(text: str, said: int) -> str | None:
    """From one hour to another of a day; a zone that is named once is that of both."""
    match = _HOURS.fullmatch(text)
    day = match and spoken.date(match[1], said)
    if not match or not day:
        return None
    begins, ends = match[3] or match[5] or "", match[5] or match[3] or ""
    return f"{day}T{match[2]}{begins}/{day}T{match[4]}{ends}"


def _interval(text: str, said: int, template: str) -> str | None:
    text, own = spoken.unqualified(text)
    found = _pair(text.removeprefix("FROM "), said | own, _INTERVAL, template, spoken.end)
    if found and _COARSENED.search(text):
        start, _, end = found.partition("/")
        if start == end:  # “from early to mid-December” would be from December to December
            return None
    return found


def _pair(
    text: str,
    said: int,
    joints: tuple[str, ...],
    template: str,
    reading: Callable[[str, int], str | None],
) -> str | None:
    """Two dates with one of the joints between them, in a template."""
    for joint in joints:
        for match in re.finditer(joint, text):
            after = text[match.end() :]
            last = reading(after, said)
            first = last and _completed(text[: match.start()], after, said, reading)
            if first:
                return template.format(first, last)
    return None


def _completed(
    text: str, after: str, said: int, reading: Callable[[str, int], T | None]
) -> T | None:
    """A date whose month or year may be written in what comes after: "14" and "16 M12 2025"."""
    shared = _YEAR.search(after)
    found = reading(text, said)
    if found or not shared:
        return found
    month, year = shared.groups()
    return (reading(f"{text} {month} {year}", said) if month else None) or reading(
        f"{text} {year}", said
    )


def _half(text: str, said: int, unless: str, unknown: str, is_open: str) -> str | None:
    """An interval with one end, in the template for an unknown other end if the text says so."""
    known = text.removesuffix(unless)
    found = spoken.end(known, said)
    return found and (is_open if known == text else unknown).format(found)


def _beyond(text: str, said: int, *, after: bool) -> str | None:
    """By the last day, month or year before a date; or on the first after it or later: nobody has
    said that it was on that one."""
    if text.startswith("LATE "):
        text = text.removeprefix("LATE ")
        if not after:  # before the end of 2026 is in all of 2026
            return _half(text, said, " NOSTART", "/{}", "../{}")
    elif text.startswith("EARLY ") and not after:
        text = text.removeprefix("EARLY ")
    found = spoken.date(text, said)
    if found is None or "T" in found:
        return None
    parts, marks = read(found)
    earliest, latest, precision = bounds(parts)
    try:
        beyond = latest + timedelta(days=1) if after else earliest - timedelta(days=1)
    except OverflowError:
        raise wrong("year_range", text) from None
    edge = beyond.isoformat()[: _DIGITS_OF.get(precision, 7)] + MARKS[reduce(or_, marks)]
    return f"[{edge}..]" if after else f"../{edge}"


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
            found = spoken.date(text.removesuffix(ending), said)
            return found and template.format(found)
    found = _completed(text, last, said, spoken.date)
    if found:
        return found
    if joint == "OR":  # of several dates that all were, none is “some day in late October”
        span = _completed(text, last, said, spoken.span)
        if span:
            return "..".join(span)
    return None if _COARSENED.search(text) else _interval(text, said, "{}..{}")
