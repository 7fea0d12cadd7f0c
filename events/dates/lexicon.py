"""The words of all languages in which dates are understood, and the marks that stand for them."""

import re
from collections.abc import Iterable

from events.dates.languages import LANGUAGES, Language

_LETTER = r"[^\W\d_]"


class Lexicon:
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
        self.decade = re.compile(rf"\b(\d{{3}})0(?:{endings})(?!{_LETTER})")

    def mark(self, text: str) -> str:
        """The text, in lower case, with its words replaced by marks in capitals."""
        text = self._phrase.sub(
            lambda match: f" {self._marks[match[1]]} ", self._ordinal.sub("", text)
        )
        return " ".join(text.split())


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


def _phrases(table: Language) -> dict[str, str]:
    marks = {name.casefold(): f"M{number:02}" for number, name in enumerate(table.months, 1)}
    marks |= {name.casefold(): f"S{code}" for code, name in table.seasons.items()}
    marks |= {
        name.casefold(): f"P{part.upper().replace('-', '')}" for part, name in table.parts.items()
    }
    marks |= {name: f"W{day}" for day, names in enumerate(table.weekdays) for name in names}
    for mark, spellings in (table.spellings | table.phrases).items():
        marks |= dict.fromkeys((spelling.casefold() for spelling in spellings), mark)
    return marks


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


LEXICONS = {code: Lexicon(language) for code, language in LANGUAGES.items()}
