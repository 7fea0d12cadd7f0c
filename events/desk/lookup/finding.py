"""From what somebody has typed to the records that may be meant, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from events import words
from events.desk.lookup.addresses import one_spelling
from events.desk.lookup.beside import known
from events.desk.lookup.index import catch_up, group_of
from events.desk.lookup.matching import LIKE_FROM, WHOLE, Candidate, Fit, Reason, reasons
from events.models import Entry, NameKind, NameRow
from events.vocabulary import meant_code

# How many lines are shown, and how many rows of the index are looked at for each of the ways to
# find something.
LINES, CANDIDATES = 8, 200
LONGEST = 200
# Behind every text that begins like another.
LAST = "\U0010ffff"
NEAR = CANDIDATES // 4


@dataclass(frozen=True)
class LookedUp:
    """`matches`: the best ones; `total`: how many fit, as far as was looked; `is_all`: those are
    all there are."""

    text: str
    matches: tuple[Candidate, ...] = ()
    total: int = 0
    is_all: bool = True

    @property
    def meant(self) -> Candidate | None:
        """The one record that the text stands for as a whole, or the only one that fits and not
        merely by likeness; None if somebody has to say."""
        whole = [match for match in self.matches if match.why in WHOLE]
        if whole:
            best = [match for match in whole if match.why == whole[0].why]
            return best[0] if len(best) == 1 else None
        only = self.matches[0] if len(self.matches) == 1 and self.is_all else None
        return only if only and only.why != Fit.LIKE else None


def find(model: type[Model], text: str, lines: int = LINES) -> LookedUp:
    """The records of a model that a text may mean, in the active language. Without a text, those
    that most public entries name."""
    catch_up(model)
    text = text.strip()[:LONGEST]
    ways = words.written(text)
    rows = _in_index(model)
    if not any(ways):
        return _told(model, text, {}, lines, is_all=False) if not text else LookedUp(text)
    ways = [way for way in ways if way]
    found, is_all = _beginning(rows, ways)
    best = reasons(found, ways)
    best |= _by_address(rows, text)
    if len(best) < lines:
        best = _of_all_words(rows, ways) | best
    if len(best) < lines:
        best = reasons(_spelt_alike(rows, ways[0]), ways) | best
    return _told(model, text, best, lines, is_all=is_all)


def resolve(model: type[Model], text: str) -> Candidate | None:
    """The one record that a text stands for (`LookedUp.meant`)."""
    return find(model, text).meant


def same(
    model: type[Model], names: Iterable[str], addresses: Iterable[str] = (), but: int | None = None
) -> list[Candidate]:
    """The records that are called exactly like this, however it is spelt, or are at one of these
    addresses, however that is written. `but`: the key of one that is not meant."""
    catch_up(model)
    texts = {" ".join(way) for name in names for way in words.written(name)} - {""}
    places = {one_spelling(address) for address in addresses} - {""}
    named = (NameKind.NAME, NameKind.ALIAS, NameKind.FORMER)
    rows = _in_index(model).filter(
        Q(text__in=texts, place=0, how__in=named) | Q(text__in=places, how=NameKind.ADDRESS)
    )
    found = {row.key: Reason(Fit.SAME, 0, 0, row.text) for row in rows if row.key != but}
    return list(_told(model, "", found, LINES, is_all=True).matches) if found else []


def _in_index(model: type[Model]) -> QuerySet[NameRow]:
    rows = NameRow.objects.filter(kind=group_of(model))
    if issubclass(model, Entry) and model is not Entry:
        rows = rows.filter(key__in=Entry.objects.filter(kind=model.KIND).values("pk"))
    return rows


def _beginning(
    rows: QuerySet[NameRow], ways: Sequence[Sequence[str]]
) -> tuple[list[NameRow], bool]:
    """What begins with the text, exact ones first; and whether that is all."""
    found: list[NameRow] = []
    is_all = True
    for way in ways:
        whole = " ".join(way)
        begin = rows.filter(text__gte=whole, text__lt=whole + LAST).order_by("text")
        some = list(begin[:CANDIDATES])
        is_all &= len(some) < CANDIDATES
        found += some
    if code := meant_code(" ".join(ways[0]).upper()):
        found += rows.filter(text=code.lower(), how=NameKind.CODE)
    return found, is_all


def _by_address(rows: QuerySet[NameRow], text: str) -> dict[int, Reason]:
    if " " in text or not (address := one_spelling(text)):
        return {}
    there = rows.filter(text=address, how=NameKind.ADDRESS)
    return {row.key: Reason(Fit.SAME, 0, 0, row.text) for row in there}


def _of_all_words(rows: QuerySet[NameRow], ways: Sequence[Sequence[str]]) -> dict[int, Reason]:
    """Records of which some name has each of the words, in whatever order: “starmer keir”."""
    best: dict[int, Reason] = {}
    for way in ways:
        if len(way) < 2:
            continue
        longest = max(way, key=len)
        keys = set(
            rows.filter(text__gte=longest, text__lt=longest + LAST)
            .order_by("text")
            .values_list("key", flat=True)[:CANDIDATES]
        )
        said: dict[int, list[str]] = {}
        for key, text in rows.filter(key__in=keys).values_list("key", "text"):
            said.setdefault(key, []).append(text)
        for key, texts in said.items():
            if all(any(text.startswith(word) for text in texts) for word in way):
                best[key] = Reason(Fit.WORDS, 0, 0, min(texts, key=len))
    return best


def _spelt_alike(rows: QuerySet[NameRow], way: Sequence[str]) -> list[NameRow]:
    """Rows that stand close to the text in the order of letters, or have the same consonants."""
    whole, first = " ".join(way), way[0]
    if len(whole) < LIKE_FROM:
        return []
    before = rows.filter(text__lt=whole).order_by("-text")[:NEAR]
    after = rows.filter(text__gt=whole).order_by("text")[:NEAR]
    same = rows.filter(bones=words.bones(first))[: 2 * NEAR]
    return [*before, *after, *same]


def _told(
    model: type[Model], text: str, best: dict[int, Reason], lines: int, *, is_all: bool
) -> LookedUp:
    """The best of them, with what stands beside each. Of those for the same reason, the one that
    more public entries name comes first."""
    records = known(model, best) if text or best else known(model, None)
    reason = Reason(Fit.WORDS, 0, 0, "")
    order: list[Any] = sorted(
        records,
        key=lambda one: (_rank(best.get(one.key, reason)), -one.entries, one.label),
    )
    matches = tuple(
        Candidate(one.key, one.label, one.beside(), one.entries, why, named)
        for one in order[:lines]
        for why, _unlike, _place, named in [best.get(one.key, reason)]
    )
    return LookedUp(text, matches, len(order), is_all)


def _rank(reason: Reason) -> tuple[int, int, int]:
    return reason.why, reason.unlike, min(reason.place, 1)
