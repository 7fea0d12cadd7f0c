"""Where in a text the words are that somebody searches for, however either is spelled.

`Uebung` marks “Übung” and `einsatz` marks the end of “Truppeneinsatz”: what is compared is the
normalised text, and what is marked is the place in the text as it was written.
"""

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from events import words


class Match(NamedTuple):
    """The text has the term from `start` up to, but not including, `end`."""

    start: int
    end: int
    term: str


def matches(text: str, terms: Collection[str]) -> list[Match]:
    """The places of the terms in a composed text (`compose`), in order, even if they overlap. Terms
    are normalised words, found as a search finds them (`words.holds`)."""
    normal, places = _normalised(text)
    found = [
        Match(places[start], _end(text, places[start + len(term) - 1] + 1), term)
        for word in words.WORD.finditer(normal)
        for term in terms
        for start in _starts(word.group()[: words.LONGEST], word.start(), term)
    ]
    found += [
        Match(places[dotted.start()], _end(text, places[dotted.end() - 1] + 1), term)
        for dotted in words.DOTTED.finditer(normal)
        for term in terms
        if words.holds(dotted.group().replace(".", ""), term)
    ]
    return sorted(set(found))


def compose(text: str) -> str:
    """The text with each letter and its marks as one character, on one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def marked(text: str, found: Iterable[Match]) -> SafeString:
    """The text as HTML with the places marked."""
    html: list[str] = []
    done = 0
    for start, end in _merged(found):
        html += [escape(text[done:start]), "<mark>", escape(text[start:end]), "</mark>"]
        done = end
    return mark_safe("".join([*html, escape(text[done:])]))


def _starts(word: str, offset: int, term: str) -> list[int]:
    if not words.holds(word, term):
        return []
    if len(term) < words.INSIDE_FROM:
        return [offset]
    starts, start = [], word.find(term)
    while start >= 0:
        starts.append(offset + start)
        start = word.find(term, start + 1)
    return starts


def _end(text: str, end: int) -> int:
    """The end, moved past the marks that belong to the last letter and are characters
    of their own."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _merged(found: Iterable[Match]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for start, end, _term in sorted(found):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _normalised(text: str) -> tuple[str, Sequence[int]]:
    """The normalised text and, for each of its characters, the place that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        normal = _letter(character)
        letters.append(normal)
        places += [place] * len(normal)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    return words.normalise(character)
