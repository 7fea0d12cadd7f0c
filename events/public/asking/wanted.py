"""What somebody types to search for: words, “phrases”, and -what is to be left out."""

import re
from dataclasses import dataclass
from itertools import chain

from django.utils.translation import gettext as _

from events import words

# Of any language; what begins with one may end with another.
MARKS = "\"“”„‟«»"
QUOTED = re.compile(rf"(?P<without>(?<!\S)-)?[{MARKS}](?P<phrase>[^{MARKS}]*)[{MARKS}]")
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
