"""How near a name in the index is to what somebody has typed: a ladder of reasons, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz import fuzz

from events.models import NameKind, NameRow

# From how many letters on a text is compared with what is spelt almost like it, and how like in a
# hundred it has to be.
LIKE_FROM, LIKE = 4, 78


class Fit(IntEnum):
    """Why a record is offered, the best reason first."""

    SAME = 0  # its name, as a whole; its address
    CODE = 1
    ALIAS = 2
    BEGINS = 3
    ALIAS_BEGINS = 4
    WORD = 5
    WORD_BEGINS = 6
    WORDS = 7  # each of the words somewhere in what it is called
    LIKE = 8


# The reasons for which a text stands for one record as much as its name does.
WHOLE = (Fit.SAME, Fit.CODE, Fit.ALIAS)
OTHER_NAMES = (NameKind.ALIAS, NameKind.FORMER)


class Reason(NamedTuple):
    """Sorted by: the reason, how unlike it is, which word it is; `text`: the name by which."""

    why: Fit
    unlike: int
    place: int
    text: str


@dataclass(frozen=True)
class Candidate:
    """A record that may be meant. `label`: its name; `beside`: what tells it from others, in words;
    `entries`: how many public entries name it; `text`: the name in the index by which it is."""

    key: int
    label: str
    beside: tuple[str, ...]
    entries: int
    why: Fit
    text: str


def reasons(rows: Iterable[NameRow], ways: Sequence[Sequence[str]]) -> dict[int, Reason]:
    """By the key of its record, the best reason for which rows of the index fit a text, of which
    the ways to write it are given as words."""
    best: dict[int, Reason] = {}
    wholes = [" ".join(way) for way in ways]
    for row in rows:
        for whole in wholes:
            reason = _reason(row, whole)
            if reason and (row.key not in best or reason < best[row.key]):
                best[row.key] = reason
    return best


def _reason(row: NameRow, whole: str) -> Reason | None:
    if row.text == whole and row.place == 0:
        if row.how == NameKind.CODE:
            return Reason(Fit.CODE, 0, 0, row.text)
        if row.how in OTHER_NAMES:
            return Reason(Fit.ALIAS, 0, 0, row.text)
        if row.how != NameKind.ALSO:
            return Reason(Fit.SAME, 0, 0, row.text)
    if row.text.startswith(whole):
        return Reason(_beginning(row, whole), 0, row.place, row.text)
    like = _likeness(row.text, whole)
    return Reason(Fit.LIKE, 100 - like, row.place, row.text) if like else None


def _beginning(row: NameRow, whole: str) -> Fit:
    if row.place == 0 and row.how not in (NameKind.ALSO, NameKind.ADDRESS):
        return Fit.ALIAS_BEGINS if row.how in OTHER_NAMES else Fit.BEGINS
    is_word = row.text[len(whole) :][:1] in ("", " ")
    return Fit.WORD if is_word else Fit.WORD_BEGINS


def _likeness(text: str, whole: str) -> int:
    """How like the same number of words are, in a hundred; 0 for what is too unlike."""
    if len(whole) < LIKE_FROM:
        return 0
    words = whole.count(" ") + 1
    beginning = text.split(" ", words)[:words]
    if len(beginning) < words:
        return 0
    return round(fuzz.ratio(" ".join(beginning), whole, score_cutoff=LIKE))
