"""From what people type to one notation for all languages, which `understanding.py` then reads.

Words become marks in capitals ("vor dem" and "before" are both BEFORE), months M01 to M12, seasons
and other parts of a year S21 to S41, weekdays W0 (Monday) to W6, millennia K and one digit,
centuries C and two, decades D and three, years four, times T14:30:00, remarks about parts of a date
Q and one digit per part ("Q110"). Unknown words stay in lower case, so that an error can name them.
"""

import re
import unicodedata

from events.dates import clock
from events.dates.errors import wrong
from events.dates.grammar import MARKS
from events.dates.languages import Language
from events.dates.lexicon import LEXICONS
from events.dates.named import week_of_year

_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_HYPHENS = str.maketrans("‐‑", "--")
# What nobody sees, and programs leave behind: zero width, marks of direction, soft hyphens. Of the
# latter, those between digits are what is left of a hyphen.
_SOFT_HYPHEN = re.compile(r"(?<=\d)\u00ad(?=\d)")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_PARTS = {
    "PYEAR": 0,
    "PMONTH": 1,
    "PSEASON": 1,
    "PQUARTER": 1,
    "PQUADRIMESTER": 1,
    "PHALFYEAR": 1,
    "PDAY": 2,
}
_QUALIFIERS = {"ABOUT": MARKS.index("~"), "PROBABLY": MARKS.index("?")}

# Before all dashes are made alike: "2010-12" is a month, "2010–12" is not.
_ISO_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(\d\d)\b", re.ASCII)
_ISO_MONTH = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b(?!-\d)", re.ASCII)
_ISO_WEEK = re.compile(r"\b(\d{4})-?w(\d\d)(?:-?([1-7]))?\b", re.ASCII)
_BASIC = re.compile(
    r"\b(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:t(\d\d)(\d\d)(\d\d)?(z)?)?\b", re.ASCII
)
_YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-])", re.ASCII)

_OTHER_ERAS = re.compile(r"\bBC\b")
_JULIAN = re.compile(r"\bJULIAN\b")
_WEEK = re.compile(
    r"\bWEEK (\d{1,2}) ?[/,-]? ?(\d{4})\b|\b(\d{1,2})\.? WEEK ?,? ?(\d{4})\b", re.ASCII
)
_DIVISION = re.compile(
    r"\b(?:N([1-4])|([1-4])\.?|(iv|i{1,3})\.?) (PQUARTER|PQUADRIMESTER|PHALFYEAR|N3(?= \d{4}))",
    re.ASCII,
)
_SHORT_DIVISION = re.compile(
    r"\b(?:([qh])([1-4])|([1-4])([qh])) ?[-/,]? ?(\d{4})\b|\b(\d{4}) ?[-/]? ?([qh])([1-4])\b",
    re.ASCII,
)
# By its name or its letter: the code before that of its first, and how many there are in a year.
_DIVISIONS = {
    "PQUARTER": (32, 4),
    "q": (32, 4),
    "PHALFYEAR": (39, 2),
    "h": (39, 2),
    "PQUADRIMESTER": (36, 3),
    "N3": (36, 3),
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CENTURY = re.compile(r"\b(\d{1,3})\.? ?-? ?CENTURY\b(?: AD\b)?", re.ASCII)
_WINTER = re.compile(r"S24 (\d{4}) ?[-/] ?(\d{4}|\d\d)(?!\d)", re.ASCII)
_SLASHES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", re.ASCII)
_REMARK = re.compile(rf"\(([^()]*\b(?:{'|'.join(_PARTS)})\b[^()]*)\)")


def _compiled(*rewrites: tuple[str, str]) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern, re.ASCII), replacement) for pattern, replacement in rewrites]


_FIRST_REWRITES = _compiled(
    (r"\b(M\d\d|W\d) ?\.", r"\1 "),
    # Years of fewer than four digits; those of two only with their era.
    (r"\bAD (\d)\b(?!\d)", r"000\1"),
    (r"\bAD (\d\d)\b(?!\d)", r"00\1"),
    (r"\bAD (\d{3,4})\b", r"\1"),
    (r"\b(\d) ?AD\b", r"000\1"),
    (r"\b(\d\d) ?AD\b", r"00\1"),
    (r"\b(\d{3,4}) ?AD\b", r"\1"),
    (r"(?<![\d:+])\b(\d{3})\b(?!:)(?! ?CENTURY)", r"0\1"),
)
_REWRITES = _compiled(
    (r"\bUM\b", "ABOUT"),
    (r"\b(W\d) ?,", r"\1 "),
    (r" ?, ?(NOEND|NOSTART)", r" \1"),
    (r" ?,? ?\(? ?NOYEAR ?\)?", " NOYEAR"),
    (r"[.,;]$", ""),
    (r"\bPYEAR (?=\d{4}\b)", ""),
    (r" ?\?$", " (PROBABLY)"),
    (r"\( ?(ABOUT|PROBABLY|NOW) ?\)", r"(\1)"),
    # 6.1.2026, then 28.12. beside another date, then 9.2025 or 09/2025
    (r"\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b", r"\1 M\2 \3"),
    (r"\b(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)", r"\1 M\2 "),
    (r"(?<![\d/])(\d{1,2})[./](\d{4})\b", r"M\1 \2"),
    (r"\bM(\d)\b", r"M0\1"),
    (r"\b(\d{1,2})\.(?!\d)", r"\1 "),
    (r"\b(EARLY|MID|LATE) ?- ?(?=[MCDS]\d|\d{4})", r"\1 "),
    # 6-Jan-2026
    (r"\b(\d{1,2}) ?- ?(M\d\d) ?- ?(\d{4})\b", r"\1 \2 \3"),
    # January 6, 2026 and January 6–7, 2026
    (r"\b(M\d\d) (\d{1,2}) ?,? (\d{4})\b", r"\2 \1 \3"),
    (r"\b(M\d\d) (\d{1,2}) ?(-|/|TO|OR|AND) ?(\d{1,2}) ?,? (\d{4})\b", r"\2 \3 \4 \1 \5"),
    (r"\b(M\d\d|TERM) ?, ?(\d{4})\b", r"\1 \2"),
    (r"\bSOMEYEAR BETWEEN (\d)000 AND (?:\1)999\b", r"K\1"),
    (r"\bSOMEYEAR BETWEEN (\d\d)00 AND (?:\1)99\b", r"C\1"),
    (r"\bTENYEARS (\d{3})0 ?- ?(?:\1)9\b", r"D\1"),
    # 13:00–16:00 UTC, 27 October 2021
    (r"^((?:FROM )?T\d\S+(?: ?(?:-|TO) ?T\d\S+)?) ?,? ?((?:W\d )?\d{1,2} M\d\d \d{4})$", r"\2 \1"),
    (r"^(?:TO )?(.+) LATEST$", r"TO \1"),
)


def cleaned(text: str) -> str:
    """A pasted text without what nobody sees, and with plain hyphens and spaces."""
    text = _SOFT_HYPHEN.sub("-", text).translate(_UNSEEN).translate(_HYPHENS)
    return " ".join(text.split())


def notation(text: str, language: Language) -> str:
    """What `text` says, in the notation. Where languages differ, `language` decides.

    DateError for a date in numbers, a decade or a zone that can be read in two ways, and for dates
    that the record cannot keep: of years before 1 and of the Julian calendar.
    """
    lexicon, original = LEXICONS[language.code], " ".join(text.split())
    text = cleaned(unicodedata.normalize("NFC", text).casefold())
    text = _BASIC.sub(_basic, _ISO_WEEK.sub(_iso_week, text))
    text = _ISO_MONTH.sub(r"M\2 \1", _ISO_DAY.sub(r"\3 M\2 \1", text)).translate(_DASHES)
    text = _YEAR_FIRST.sub(_year_first, lexicon.decade.sub(_decade, text))
    text = lexicon.mark(clock.in_24_hours(text))
    for what, code in ((_OTHER_ERAS, "year_range"), (_JULIAN, "julian")):
        if what.search(text):
            raise wrong(code, original)
    for pattern, replacement in _FIRST_REWRITES:
        text = pattern.sub(replacement, text)
    text = _SHORT_DIVISION.sub(_short_division, _DIVISION.sub(_division, text))
    text = _WEEK.sub(_week, _CENTURY.sub(_century, text))
    text = _SLASHES.sub(_day_and_month, clock.marked(_WINTER.sub(_winter, text)))
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, " ".join(text.split()))
    return " ".join(_REMARK.sub(_remark, text).split())


def is_mark(word: str) -> bool:
    """Whether a word is a mark of the notation."""
    return not any(letter.islower() for letter in word)


def _basic(match: re.Match[str]) -> str:
    """20260106 and 20260106T143000Z."""
    year, month, day, hour, minute, second, zone = match.groups(default="")
    time = f" {hour}:{minute}:{second or '00'}{zone}" if hour else ""
    return f"{day} M{month} {year}{time}"


def _iso_week(match: re.Match[str]) -> str:
    monday = week_of_year(int(match[1]), int(match[2]))
    if monday is None:
        return match[0]
    if match[3]:
        monday = type(monday).fromordinal(monday.toordinal() + int(match[3]) - 1)
    return f"{'' if match[3] else 'WEEK '}{monday.day} M{monday.month:02} {monday.year:04}"


def _year_first(match: re.Match[str]) -> str:
    year, _, month, day = match.groups()
    return f"{day} M{month:0>2} {year}" if 1 <= int(month) <= 12 else match[0]


def _week(match: re.Match[str]) -> str:
    week, year = match[1] or match[3], match[2] or match[4]
    monday = week_of_year(int(year), int(week))
    return f"WEEK {monday.day} M{monday.month:02} {monday.year:04}" if monday else match[0]


def _division(match: re.Match[str]) -> str:
    word, digit, roman, unit = match.groups()
    number = _ROMAN[roman] if roman else int(word or digit)
    before, most = _DIVISIONS[unit]
    return f"S{before + number}" if number <= most else match[0]


def _short_division(match: re.Match[str]) -> str:
    letter = match[1] or match[4] or match[7]
    number, year = int(match[2] or match[3] or match[8]), match[5] or match[6]
    before, most = _DIVISIONS[letter]
    return f"S{before + number} {year}" if number <= most else match[0]


def _century(match: re.Match[str]) -> str:
    number = int(match[1])
    return f"C{number - 1:02}" if 1 <= number <= 100 else match[0]


def _winter(match: re.Match[str]) -> str:
    following = str(int(match[1]) + 1).zfill(4)
    return f"S24 {match[1]}" if following.endswith(match[2]) else match[0]


def _day_and_month(match: re.Match[str]) -> str:
    first, second, year = int(match[1]), int(match[2]), match[3]
    if first <= 12 and second <= 12 and first != second:
        one, other = f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"
        raise wrong("ambiguous", match[0], first=one, second=other)
    return f"{second} M{first} {year}" if second > 12 else f"{first} M{second} {year}"


def _decade(match: re.Match[str]) -> str:
    decade = match[1]
    if decade.endswith("0"):  # the decade or the century?
        raise wrong("ambiguous", match[0], first=f"{decade}X", second=f"{decade[:2]}XX")
    return f" D{decade} "


def _remark(match: re.Match[str]) -> str:
    """ "(year and month approximate; day uncertain)" as Q112."""
    marks = [0, 0, 0]
    for remark in match[1].split(";"):
        *parts, qualifier = remark.replace("AND", " ").replace(",", " ").split() or [""]
        if qualifier not in _QUALIFIERS or not parts or not set(parts) <= set(_PARTS):
            return match[0]
        for part in parts:
            marks[_PARTS[part]] |= _QUALIFIERS[qualifier]
    return f" Q{''.join(map(str, marks))} "
