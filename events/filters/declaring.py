"""What a filter can be: each type says what it reads from an address, and how it is shown there.

A declaration holds all the words of its filter, for readers (translated) and for the API (English).
How values are read and found is the same for all filters of a type: see `events.public.asking`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.functional import Promise

# Texts that may be translated when they are shown.
Lazy = str | Promise
# What readers call each value of a closed list, in order.
Labels = Mapping[str, Lazy]
Schema = dict[str, Any]

# How many values a parameter takes that may be repeated.
MOST_VALUES = 50
LONGEST_QUERY = 200
# Each word is looked for by itself.
MOST_TERMS = 8
LARGEST_YEAR = 9999


@dataclass(frozen=True, kw_only=True, eq=False)
class Declared:
    """A filter by the name of its parameter.

    `label`: what readers call it. `title`: how the title of a feed or a calendar says that it is
    on; “%(value)s” stands for the value in words. `help`: the text beside its control.
    `worth_choosing`: how many values there must be before a list of them is offered. `described`: a
    sentence for the description of the API.
    """

    name: str
    label: Lazy
    described: str
    title: Lazy = "%(value)s"
    help: Lazy = ""
    worth_choosing: int = 1

    # The control that forms show for it.
    control: ClassVar[str]

    @property
    def schema(self) -> Schema:
        """What the API takes, as JSON Schema."""
        raise NotImplementedError

    def of_kind(self, kind: str) -> bool:
        """Can entries of this kind have what it asks for?"""
        return True


@dataclass(frozen=True, kw_only=True, eq=False)
class Choice(Declared):
    """One value of a closed list.

    `of`: by kind of entry, the values that such entries can have; empty if the kind makes no
    difference, and then `labels` has the values. `facet`: of the tags that hold the value; empty
    for the kind, which has a column in the index. `member`: where documents have the value, as in
    `firmness` or `actors.role`; it may be one or a list, and the tags are made from it.
    `with_actors`: the facet of the tags that hold the value for one actor.
    """

    of: Mapping[str, Labels] = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)
    facet: str = ""
    member: str = ""
    with_actors: str = ""

    control = "select"

    def __post_init__(self) -> None:
        found = dict(self.labels)
        for labels in self.of.values():
            for value, label in labels.items():
                found.setdefault(value, label)
        object.__setattr__(self, "labels", found)

    @property
    def schema(self) -> Schema:
        return {"type": "string", "enum": list(self.labels)}

    def of_kind(self, kind: str) -> bool:
        return not self.of or kind in self.of

    def labels_of(self, kind: str) -> Labels:
        """The values that entries of a kind can have; all of them without a kind, or for one not
        listed."""
        return self.of.get(kind, self.labels)

    def held_by(self, document: Mapping[str, object]) -> Iterator[str]:
        """The values that a document has."""
        if self.member:
            yield from _values(document, self.member.split("."))


@dataclass(frozen=True, kw_only=True, eq=False)
class ReferenceChoice(Declared):
    """An actor, a topic, a process, a source, or a value of a list that the site keeps itself, by
    its slug.

    `kinds`: of the entries that can name one; empty if the kind makes no difference. `repeats`:
    several may be given, and an entry must have all of them; `another`: the label of every control
    but the first. `also`: the facet of those that are known without being in an entry themselves,
    so that asking for them is not a mistake. `most_offered`: how many a form offers, those named
    most; None for all, where a record has no more than people can choose from.
    """

    facet: str
    kinds: tuple[str, ...] = ()
    also: str = ""
    repeats: bool = False
    another: Lazy = ""
    most_offered: int | None = None

    control = "select"

    @property
    def schema(self) -> Schema:
        slug = {"type": "string"}
        return {"type": "array", "items": slug, "maxItems": MOST_VALUES} if self.repeats else slug

    def of_kind(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, kw_only=True, eq=False)
class Day(Declared):
    """One end of a window of days."""

    control = "date"

    @property
    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, kw_only=True, eq=False)
class When(Declared):
    """Whether the window of days has what was in it for certain, or all that can have been."""

    labels: Labels

    control = "select"

    @property
    def schema(self) -> Schema:
        return {"type": "string", "enum": list(self.labels)}


@dataclass(frozen=True, kw_only=True, eq=False)
class Year(Declared):
    """The year in which an entry stands in the list."""

    control = "number"

    @property
    def schema(self) -> Schema:
        return {"type": "integer", "minimum": 1, "maximum": LARGEST_YEAR}


@dataclass(frozen=True, kw_only=True, eq=False)
class Words(Declared):
    """Words that an entry must have."""

    control = "search"

    @property
    def schema(self) -> Schema:
        return {"type": "string", "maxLength": LONGEST_QUERY}


@dataclass(frozen=True, kw_only=True, eq=False)
class AsOf(Declared):
    """The time at which the record is read."""

    control = "date"

    @property
    def schema(self) -> Schema:
        return {"type": "string"}


# All the types, so that code that tells them apart misses none.
Filter = Choice | ReferenceChoice | Day | When | Year | Words | AsOf


def _values(found: object, path: list[str]) -> Iterator[str]:
    if isinstance(found, list):
        for one in found:
            yield from _values(one, path)
    elif path and isinstance(found, Mapping):
        yield from _values(found.get(path[0]), path[1:])
    elif isinstance(found, str) and found and not path:
        yield found
