"""Putting two texts of a record together that were both written from a third one, field by field
and row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.db import models

from events.desk.changes import ABOUT
from events.desk.plain import PICTURES_KEY, PlainRecord, lists_of
from events.desk.structure import LANGUAGES, PartList, fields_of, translated
from events.models import CommitmentPart, EarlierDate, StatusChange

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")

# Where in a record something stands: a field; a field and a language; a list and the number of a
# row in the result; a list, a number, a field …
At = tuple[str | int, ...]
Values = PlainRecord | None


@dataclass(frozen=True)
class ToChoose:
    """What both have changed, each in another way. `together`: the two texts in one, if their
    changes do not overlap. `row`: the row that it is in, or that it is; None if it is in none."""

    at: At
    base: Any
    theirs: Any
    mine: Any
    together: str | None = None
    row: PlainRecord | None = None

    @property
    def key(self) -> str:
        """Its place as a text, by which an answer names it."""
        return "/".join(map(str, self.at))

    @property
    def is_row(self) -> bool:
        return len(self.at) == 2 and isinstance(self.at[1], int)


@dataclass
class Merged:
    """`record`: the two put together; what is to be chosen says there what it said before, until
    it is answered."""

    record: PlainRecord = field(default_factory=dict)
    to_choose: list[ToChoose] = field(default_factory=list)


def merge(
    model: type[models.Model],
    base: PlainRecord,
    theirs: PlainRecord,
    mine: PlainRecord,
    answers: Mapping[str, Any] | None = None,
    *,
    ask_all: bool = False,
) -> Merged:
    """Put two texts of a record together. `answers`: what is to stand where something was to be
    chosen, by its `key`; `ask_all`: choose wherever the two differ, whoever has changed it."""
    merger = _Merger(answers or {}, ask_all)
    slug = merger.one(("slug",), [one.get("slug") for one in (base, theirs, mine)])
    merger.merged.record = {
        "slug": slug,
        **merger.values(model, (), base, theirs, mine),
        **{
            key: rows
            for key, part in lists_of(model).items()
            if (rows := merger.rows(part, *(one.get(key, []) for one in (base, theirs, mine))))
        },
    }
    return merger.merged


class _Merger:
    def __init__(self, answers: Mapping[str, Any], ask_all: bool) -> None:
        self.answers, self.ask_all = answers, ask_all
        self.merged = Merged()

    def values(
        self,
        model: type[models.Model],
        at: At,
        base: PlainRecord,
        theirs: PlainRecord,
        mine: PlainRecord,
        owner: str = "",
    ) -> PlainRecord:
        """The fields of a record or of a row."""
        found: PlainRecord = {}
        row = {**base, **theirs, **mine} if at else None
        for name, target in fields_of(model, owner).items():
            three = [one.get(name) for one in (base, theirs, mine)]
            if name in translated(model):
                texts = [one or {} for one in three]
                told = {
                    code: self.one((*at, name, code), [one.get(code) for one in texts], row)
                    for code in LANGUAGES
                }
                value: Any = {code: text for code, text in told.items() if text}
            elif target.many_to_many:
                value = _several(*(one or [] for one in three))
            else:
                value = self.one((*at, name), three, row)
            if value not in (None, "", [], {}):
                found[name] = value
        return found

    def one(self, at: At, three: Sequence[Any], row: PlainRecord | None = None) -> Any:
        """One value: as it was, theirs, and mine."""
        base, theirs, mine = three
        if theirs == mine:
            return theirs
        if not self.ask_all:
            if theirs == base:
                return mine
            if mine == base:
                return theirs
        asked = ToChoose(at, base, theirs, mine, _together(base, theirs, mine), row)
        self.merged.to_choose.append(asked)
        return self.answers.get(asked.key, base)

    def rows(
        self,
        part: PartList,
        base: Sequence[PlainRecord],
        theirs: Sequence[PlainRecord],
        mine: Sequence[PlainRecord],
    ) -> list[PlainRecord]:
        """The rows of a list: those of mine in their order, then what only they have."""
        if part.key == PICTURES_KEY:
            return list(theirs)
        found = []
        for number, (old, their, my) in enumerate(_triples(part, base, theirs, mine)):
            row = self.row(part, (part.key, number), old, their, my)
            if row is not None:
                found.append(row)
        return found

    def row(self, part: PartList, at: At, base: Values, theirs: Values, mine: Values) -> Values:
        if theirs == mine:
            return theirs
        if not self.ask_all:
            if theirs == base:
                return mine
            if mine == base:
                return theirs
        if theirs is not None and mine is not None:
            return self.values(part.model, at, base or {}, theirs, mine, part.owner)
        # One of the two took out what the other has changed.
        asked = ToChoose(at, base, theirs, mine, row=theirs or mine)
        self.merged.to_choose.append(asked)
        answer: Values = self.answers.get(asked.key, base)
        return answer


def subject(part: PartList, row: PlainRecord) -> str:
    """What a row is about, or how it is called, as the history says it."""
    if part.model in ABOUT:
        return str(row.get(ABOUT[part.model], ""))
    if part.model is CommitmentPart:
        return str(row.get("key", ""))
    if part.model in (StatusChange, EarlierDate):
        return str(row.get("date", ""))
    for value in row.values():
        if isinstance(value, dict):
            return str(next(iter(value.values()), ""))
        if isinstance(value, str):
            return value
    return ""


def matched(
    part: PartList, old: Sequence[PlainRecord], new: Sequence[PlainRecord]
) -> list[tuple[int | None, int | None]]:
    """Which row of one text is which of another, by their places, in the order of the new ones;
    None for one that was added, or taken out. The same row first, then one about the same."""
    pairs: dict[int, int] = {}
    free = dict(enumerate(old))
    for is_same in (_is_equal, _is_about_the_same):
        for place, row in enumerate(new):
            if place in pairs:
                continue
            found = next((at for at, one in free.items() if is_same(part, one, row)), None)
            if found is not None:
                pairs[place] = found
                del free[found]
    if part.model not in ABOUT:
        # What has no name but its text: whatever is left, in order.
        left = iter(list(free))
        for place in range(len(new)):
            if place not in pairs and (found := next(left, None)) is not None:
                pairs[place] = found
                del free[found]
    added: list[tuple[int | None, int | None]] = [
        (pairs.get(place), place) for place in range(len(new))
    ]
    return [*added, *((at, None) for at in free)]


def _is_equal(_part: PartList, one: PlainRecord, other: PlainRecord) -> bool:
    return one == other


def _is_about_the_same(part: PartList, one: PlainRecord, other: PlainRecord) -> bool:
    about = subject(part, one)
    return bool(about) and about == subject(part, other)


def _triples(
    part: PartList,
    base: Sequence[PlainRecord],
    theirs: Sequence[PlainRecord],
    mine: Sequence[PlainRecord],
) -> Iterator[tuple[Values, Values, Values]]:
    their_of = {old: new for old, new in matched(part, base, theirs) if old is not None}
    added = [new for old, new in matched(part, base, theirs) if old is None and new is not None]
    for old, new in matched(part, base, mine):
        my = None if new is None else mine[new]
        if old is not None:
            their = their_of.get(old)
            yield base[old], None if their is None else theirs[their], my
        else:
            assert my is not None
            same = [at for at in added if _is_about_the_same(part, theirs[at], my)]
            if same:
                added.remove(same[0])
            yield None, theirs[same[0]] if same else None, my
    for at in added:
        yield None, theirs[at], None


def _several(base: list[str], theirs: list[str], mine: list[str]) -> list[str]:
    """What names several: whatever one of the two has added, without what one has taken out."""
    kept = [one for one in base if one in theirs and one in mine]
    return sorted({*kept, *(one for one in [*theirs, *mine] if one not in base)})


def _together(base: Any, theirs: Any, mine: Any) -> str | None:
    """Both changes to a text in one, if they do not overlap."""
    if not all(isinstance(one, str) and one for one in (base, theirs, mine)):
        return None
    words = TOKEN.findall(base)
    changes: list[tuple[int, int, str]] = []
    for text in (theirs, mine):
        new = TOKEN.findall(text)
        opcodes = SequenceMatcher(None, words, new, autojunk=False).get_opcodes()
        changes += [
            (start, end, "".join(new[begin:stop]))
            for how, start, end, begin, stop in opcodes
            if how != "equal"
        ]
    changes = sorted(set(changes))
    said: list[str] = []
    place = 0
    for start, end, text in changes:
        if start < place or (start == place and said):
            return None
        said += ["".join(words[place:start]), text]
        place = end
    return "".join([*said, "".join(words[place:])])
