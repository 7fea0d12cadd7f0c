"""What somebody types to search for: words, “phrases”, and -what is to be left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from django.db import connection
from django.utils.translation import gettext as _

from events import words
from events.engines import SQLCondition, holds_words, lacks_words
from events.filters import LONGEST_QUERY, MOST_TERMS

# Of any language; what begins with one may end with another.
MARKS = '"“”„‟«»'
QUOTED = re.compile(rf"(?P<without>(?<!\S)-)?[{MARKS}](?P<phrase>[^{MARKS}]*)[{MARKS}]")
# What other places search by, in capitals; whoever writes all in capitals means the words.
NOT_UNDERSTOOD = re.compile(r"(?<!\S)(?:OR|AND|NOT|ODER|UND|NICHT|\|\|?|&&)(?!\S)|\w\*|\*\w")
PLAIN = re.compile(r"(?P<without>-(?=\w))?\S+")


@dataclass(frozen=True)
class Terms:
    """Normalised words. `words` may be parts of others (`words.holds`); those of each phrase stand
    as they are, one after the other."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    @property
    def whole(self) -> tuple[str, ...]:
        """The words of the phrases."""
        return tuple(dict.fromkeys(chain.from_iterable(self.phrases)))

    @property
    def number(self) -> int:
        return len(self.words) + sum(map(len, self.phrases))


@dataclass(frozen=True)
class Wanted:
    """What an entry must have, all of it, and what it must not have, none of it."""

    having: Terms = Terms()
    without: Terms = Terms()

    @property
    def words(self) -> list[str]:
        """Every word that is looked for, once."""
        return list(dict.fromkeys([*self.having.words, *self.having.whole]))

    def asked(self, instead: Mapping[str, str] | None = None, *, whole: bool = False) -> str:
        """The same as somebody would type it. `instead`: by word, the one in its place; `whole`:
        every word that is looked for has to stand as it is."""
        words = [(instead or {}).get(word, word) for word in self.having.words]
        return " ".join(
            [
                *(f'"{word}"' if whole else word for word in words),
                *(f'"{" ".join(phrase)}"' for phrase in self.having.phrases),
                *(f"-{word}" for word in self.without.words),
                *(f'-"{" ".join(phrase)}"' for phrase in self.without.phrases),
            ]
        )


def wanted(text: str) -> Wanted:
    """Take a search apart. `ValueError` with a sentence if it is not understood."""
    phrases: dict[bool, list[tuple[str, ...]]] = {False: [], True: []}
    terms: dict[bool, list[str]] = {False: [], True: []}
    for found in QUOTED.finditer(text):
        if held := tuple(words.words(found["phrase"])):
            phrases[bool(found["without"])].append(held)
    rest = QUOTED.sub(" ", text)
    if mark := re.search(f"[{MARKS}]", rest):
        raise ValueError(
            _("The quotation mark %(mark)s has no other one. Put a phrase between two of them.")
            % {"mark": mark[0]}
        )
    if (mark := NOT_UNDERSTOOD.search(rest)) and rest != rest.upper():
        raise ValueError(
            _(
                "“%(mark)s” is not understood. All words have to be there; “quotes” hold a phrase "
                "together, and a - before a word leaves it out."
            )
            % {"mark": mark[0]}
        )
    for found in PLAIN.finditer(rest):
        held = tuple(words.words(found[0]))
        if found["without"] and len(held) > 1:
            # “-Guinea-Bissau” leaves out that country, not everything with either word.
            phrases[True].append(held)
        else:
            terms[bool(found["without"])] += held
    having, without = (
        Terms(tuple(dict.fromkeys(terms[kind])), tuple(dict.fromkeys(phrases[kind])))
        for kind in (False, True)
    )
    return Wanted(having, without)


def read_words(text: str) -> str:
    """What is to be searched, if it can be. Raises a `ValueError` with a message for readers."""
    if len(text) > LONGEST_QUERY:
        raise ValueError(
            _("Search for at most %(most)d characters; these are %(given)d.")
            % {"most": LONGEST_QUERY, "given": len(text)}
        )
    asked = wanted(text)
    terms = asked.having.number + asked.without.number
    if not terms:
        raise ValueError(_("There is no letter or digit to search for."))
    if not asked.having.number:
        raise ValueError(
            _("That says only what is to be left out. Add a word that has to be there.")
        )
    if terms > MOST_TERMS:
        raise ValueError(
            _("Search for at most %(most)d words; these are %(given)d.")
            % {"most": MOST_TERMS, "given": terms}
        )
    return text


def in_text(wanted: Wanted) -> list[SQLCondition] | None:
    """The conditions for a text `t` that has the words and phrases, and none of those that are to
    be left out; None if no text can have them."""
    having, without = wanted.having, wanted.without
    parts = (words.INSIDE_FROM, words.BEGINS_FROM)
    held = holds_words(connection, "t.words", having.words, *parts, whole=having.whole)
    if held is None:
        return None
    lacked = lacks_words(connection, "t.words", without.words, *parts) if without.words else None
    phrases = [
        (f"t.running {like} %s", [f"% {' '.join(phrase)} %"])
        for like, told in (("LIKE", having.phrases), ("NOT LIKE", without.phrases))
        for phrase in told
    ]
    return [held, *filter(None, [lacked]), *phrases]
