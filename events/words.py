"""Words for searching: one spelling for what people write in several ways."""

import re
import unicodedata

# Umlauts written out, as on a keyboard without them: `Übung` and `Uebung` become one word.
WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"}
)
WORD = re.compile(r"[^\W_]+")
LONGEST = 80

# A term of this length is also found inside longer words; a shorter one only where a word begins,
# because “nato” inside “signatory” is noise.
INSIDE_FROM = 5


def normalise(text: str) -> str:
    """Lower case, umlauts written out, other marks removed: `Zelenskýj` becomes `zelenskyj`."""
    composed = unicodedata.normalize("NFC", text.casefold())
    decomposed = unicodedata.normalize("NFKD", composed.translate(WRITTEN_OUT)).casefold()
    if decomposed.isascii():  # most texts by far
        return decomposed
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def words(text: str) -> list[str]:
    """The normalised words of a text in order, each at most 80 characters."""
    return [word[:LONGEST] for word in WORD.findall(normalise(text))]


def holds(word: str, term: str) -> bool:
    """Does a search for this term find the word? Both are normalised."""
    return term in word if len(term) >= INSIDE_FROM else word.startswith(term)
