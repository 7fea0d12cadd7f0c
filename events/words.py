"""Words for searching: one spelling for what people write in several ways."""

import re
import unicodedata
from functools import lru_cache

# Umlauts written out, as on a keyboard without them: `Übung` and `Uebung` become one word.
WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"}
)
WORD = re.compile(r"[^\W_]+")
# “U.S.” and “U.S.A.” are words by themselves, as “US” and “USA” are. No second letter follows a
# letter of theirs, so that “v.2.beta” and the end of a sentence are none.
DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?![^\W_])")
LONGEST = 80

# A term of this length is also found inside longer words; a shorter one only where a word begins,
# because “nato” inside “signatory” is noise.
INSIDE_FROM = 5
# One of this length begins a word; a shorter one is a word by itself: who asks for “UK” does not
# mean Ukraine, nor who asks for “EU” Europe.
BEGINS_FROM = 4


def normalise(text: str) -> str:
    """Lower case, umlauts written out, other marks removed: `Zelenskýj` becomes `zelenskyj`."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return _without_marks(composed.translate(WRITTEN_OUT))


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    if decomposed.isascii():  # most texts by far
        return decomposed
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


@lru_cache(maxsize=10_000)
def spellings(name: str) -> frozenset[str]:
    """What tells a name from others, however it is spelt: its letters and digits, with umlauts
    written out or without their dots. Two names with one of these in common are spelt alike:
    “Türkiye” and “TURKIYE”, “Guinea-Bissau” and “Guinea Bissau”."""
    found = {"".join(WORD.findall(form)) for form in (normalise(name), _without_marks(name))}
    return frozenset(found - {""})


def words(text: str) -> list[str]:
    """The normalised words of a text in order, each at most 80 characters."""
    plain = DOTTED.sub(lambda found: found[0].replace(".", ""), normalise(text))
    return [word[:LONGEST] for word in WORD.findall(plain)]


def written(text: str) -> list[list[str]]:
    """The words of a text in each of the ways to write them: with umlauts written out, and without
    their dots, as who has no key for them types it. One way, if both are the same."""
    plain = DOTTED.sub(lambda found: found[0].replace(".", ""), _without_marks(text))
    ways = [words(text), [word[:LONGEST] for word in WORD.findall(plain)]]
    return ways[:1] if ways[0] == ways[1] else ways


def bones(word: str) -> str:
    """What is left of a word when vowels are taken out, and letters that stand twice: its first
    letter and its consonants. Two that are mistyped or transcribed apart often have the same:
    `zelenskiy` and `zelenskyy`, `trumpp` and `trump`."""
    kept = word[:1] + re.sub("[aeiouy]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


def holds(word: str, term: str) -> bool:
    """Does a search for this term find the word? Both are normalised."""
    if len(term) < BEGINS_FROM:
        return word == term
    return term in word if len(term) >= INSIDE_FROM else word.startswith(term)


def names(word: str, term: str) -> bool:
    """Does a search for this term find a name with this word? By the word or its beginning only:
    “Slowakei” is not what is meant by “Wake”."""
    return word.startswith(term) if len(term) >= BEGINS_FROM else word == term
