"""From what people type to one notation for all languages, which `understanding.py` then reads.

Words become marks in capitals ("vor dem" and "before" are both BEFORE), months M01 to M12, seasons
S21 to S24, weekdays W0 (Monday) to W6, centuries C and two digits, decades D and three, times
T14:30:00, remarks about parts of a date Q and one digit per part ("Q110"). Unknown words stay in
lower case, so that an error can name them.
"""

import re
import unicodedata
from collections.abc import Iterable

from events.dates.errors import wrong
from events.dates.grammar import MARKS
from events.dates.languages import LANGUAGES, Language

_LETTER = r"[^\W\d_]"
_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_PARTS = {"PYEAR": 0, "PMONTH": 1, "PSEASON": 1, "PDAY": 2}
_QUALIFIERS = {"ABOUT": MARKS.index("~"), "PROBABLY": MARKS.index("?")}

# Before all dashes are made alike: "2010-12" is a month, "2010–12" is not.
_ISO_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(\d\d)\b", re.ASCII)
_ISO_MONTH = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])\b(?!-\d)", re.ASCII)

_WINTER = re.compile(r"S24 (\d{4}) ?[-/] ?(\d{4}|\d\d)(?!\d)", re.ASCII)
_TIME = re.compile(
    r",? ?(?:UM )?\b(\d{1,2})(?:(?::|\.(?=\d\d HOUR))(\d\d)(?::(\d\d))?(?: ?HOUR)?| HOUR)"
    r"(?: ?UTC(?: ?([+-]\d\d):?(\d\d)?)?)?",
    re.ASCII,
)
_SLASHES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", re.ASCII)
_REMARK = re.compile(r"\(([^()]*P(?:YEAR|MONTH|DAY|SEASON)[^()]*)\)")
_REWRITES = [
    (re.compile(pattern, re.ASCII), replacement)
    for pattern, replacement in (
        (r"\bUM\b", "ABOUT"),
        (r"\b(M\d\d|W\d) ?\.", r"\1 "),
        (r"\b(W\d) ?,", r"\1 "),
        (r" ?, ?(NOEND|NOSTART)", r" \1"),
        (r"[.,;]$", ""),
        (r"\bPYEAR (?=\d{4}\b)", ""),
        (r" ?\?$", " (PROBABLY)"),
        (r"\( ?(ABOUT|PROBABLY) ?\)", r"(\1)"),
        # 6.1.2026, then 28.12. beside another date, then 9.2025 or 09/2025
        (r"\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b", r"\1 M\2 \3"),
        (r"\b(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)", r"\1 M\2 "),
        (r"(?<![\d/])(\d{1,2})[./](\d{4})\b", r"M\1 \2"),
        (r"\bM(\d)\b", r"M0\1"),
        (r"\b(\d{1,2})\.(?!\d)", r"\1 "),
        (r"\b(EARLY|MID|LATE) ?- ?(?=M|\d{4})", r"\1 "),
        # January 6, 2026 and January 6–7, 2026
        (r"\b(M\d\d) (\d{1,2}) ?,? (\d{4})\b", r"\2 \1 \3"),
        (r"\b(M\d\d) (\d{1,2}) ?(-|/|TO|OR|AND) ?(\d{1,2}) ?,? (\d{4})\b", r"\2 \3 \4 \1 \5"),
        (r"\b(M\d\d) ?, ?(\d{4})\b", r"\1 \2"),
        (r"\bSOMEYEAR BETWEEN (\d\d)00 AND (?:\1)99\b", r"C\1"),
        (r"\bTENYEARS (\d{3})0 ?- ?(?:\1)9\b", r"D\1"),
    )
]


def notation(text: str, language: Language) -> str:
    """What `text` says, in the notation. Where languages differ, `language` decides.

    DateError for a date in numbers, or a decade, that can be read in two ways.
    """
    text = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    text = _ISO_MONTH.sub(r"M\2 \1", _ISO_DAY.sub(r"\3 M\2 \1", text)).translate(_DASHES)
    text = _LEXICONS[language.code].mark(text)
    text = _TIME.sub(_time, _WINTER.sub(_winter, text))
    text = _SLASHES.sub(_day_and_month, text)
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, " ".join(text.split()))
    return " ".join(_REMARK.sub(_remark, text).split())


def is_mark(word: str) -> bool:
    """Whether a word is a mark of the notation."""
    return not any(letter.islower() for letter in word)


def months_named(text: str) -> set[int]:
    """The months that a text in any language calls by their full names.

    A name that is an everyday word as well ("may") counts only with a capital.
    """
    months = set()
    for word in re.findall(rf"{_LETTER}+", text):
        for table in LANGUAGES.values():
            names = [month.casefold() for month in table.months]
            common = word.casefold() in table.common_words and word.islower()
            if word.casefold() in names and not common:
                months.add(names.index(word.casefold()) + 1)
    return months


class _Lexicon:
    """The phrases of all languages, one of them first, and how to find them in a text."""

    def __init__(self, language: Language) -> None:
        tables = list(LANGUAGES.values())
        self._marks: dict[str, str] = {}
        for table in [*tables, language]:
            self._marks |= _phrases(table)
        self._phrase = re.compile(rf"(?<!{_LETTER})({_any_of(self._marks)})(?!{_LETTER})")
        endings = _any_of(ending for table in tables for ending in table.ordinals)
        self._ordinal = re.compile(rf"(?<=\d)(?:{endings})(?!{_LETTER})")
        endings = _any_of(ending for table in tables for ending in table.decades)
        self._decade = re.compile(rf"\b(\d{{3}})0(?:{endings})(?!{_LETTER})")

    def mark(self, text: str) -> str:
        text = self._decade.sub(_decade, self._ordinal.sub("", text))
        text = self._phrase.sub(lambda match: f" {self._marks[match[1]]} ", text)
        return " ".join(text.split())


def _phrases(table: Language) -> dict[str, str]:
    marks = {name.casefold(): f"M{number:02}" for number, name in enumerate(table.months, 1)}
    marks |= {name.casefold(): f"S{code}" for code, name in table.seasons.items()}
    marks |= {name.casefold(): f"P{part.upper()}" for part, name in table.parts.items()}
    marks |= {name: f"W{day}" for day, names in enumerate(table.weekdays) for name in names}
    for mark, spellings in (table.spellings | table.phrases).items():
        marks |= dict.fromkeys((spelling.casefold() for spelling in spellings), mark)
    return marks


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def _winter(match: re.Match[str]) -> str:
    following = str(int(match[1]) + 1).zfill(4)
    return f"S24 {match[1]}" if following.endswith(match[2]) else match[0]


def _time(match: re.Match[str]) -> str:
    hour, minute, second, offset, offset_minute = match.groups(default="")
    zone = "Z" if "UTC" in match[0] and not offset else offset
    if offset_minute:
        zone += f":{offset_minute}"
    return f" T{hour:0>2}:{minute or '00'}:{second or '00'}{zone} "


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


_LEXICONS = {code: _Lexicon(language) for code, language in LANGUAGES.items()}
