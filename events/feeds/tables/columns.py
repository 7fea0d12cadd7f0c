"""Tables made from documents: columns that are called like the members that the API has.

A column is a path through the members of a row (`date.edtf`, `sources.quote`), and a text by
language is a column for each language (`title.en`). The paths are looked up in the types of the
documents, so that a column is called as the API calls it, or not at all. What a format makes of a
value is up to the format.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import methodcaller
from types import NoneType, UnionType
from typing import Any, NotRequired, Union, get_args, get_origin, get_type_hints

from django.conf import settings

from events.documents.shapes import Texts

# A value of a row; of a member of a list, one for each item.
Single = str | int | float | bool | None
Value = Single | list[Single]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """`name`: the path, with dots."""

    name: str

    @cached_property
    def path(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))

    @cached_property
    def getter(self) -> Callable[[Row], Value]:
        """`of`, for long tables: most columns are a member, or a member of a member or of the items
        of a list."""
        if len(self.path) == 1:
            return methodcaller("get", self.name)
        if len(self.path) > 2:
            return self.of
        first, second = self.path

        def get(row: Row) -> Value:
            found: Any = row.get(first)
            if found.__class__ is dict:
                value: Value = found.get(second)
                return value
            if found.__class__ is not list:
                return None if found is None else self.of(row)
            values = [None if one is None else one.get(second) for one in found]
            # Lists of lists are one list.
            return self.of(row) if any(one.__class__ is list for one in values) else values

        return get

    def of(self, row: Row) -> Value:
        """Its value in a row, or its values; None where the row has no such member."""
        found: Any = row
        for place, name in enumerate(self.path):
            if isinstance(found, list):
                return [*_each(found, self.path[place:])]
            if found is None:
                return None
            found = found.get(name)
        return found


@dataclass(frozen=True)
class DataTable:
    """`name`: what files are called; `row`: the types of what a row is, whose members the columns
    are; `names`: those that the table has, in order."""

    name: str
    row: tuple[type, ...]
    names: tuple[str, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Raises a `ValueError` where the rows have no such member."""
        return tuple(one for name in self.names for one in self._columns(name))

    @property
    def header(self) -> list[str]:
        return [column.name for column in self.columns]

    def type_of(self, column: str) -> type | None:
        """The type of what stands in a column; None where that is a value for each of several."""
        path = column.split(".")
        for typed in self.row:
            hint: Any = typed
            for place, name in enumerate(path):
                if hint == Texts:
                    return str
                hints = get_type_hints(hint) if isinstance(hint, type) else {}
                if name not in hints or _is_list(hints[name]):
                    break
                hint = _plain(hints[name])
                if place == len(path) - 1:
                    return hint if isinstance(hint, type) else None
        return None

    @cached_property
    def getters(self) -> list[Callable[[Row], Value]]:
        return [column.getter for column in self.columns]

    def values(self, row: Row) -> list[Value]:
        return [get(row) for get in self.getters]

    def is_list(self, name: str) -> bool:
        """Whether this member of a row is a list."""
        hints = [get_type_hints(typed).get(name) for typed in self.row]
        return any(_is_list(hint) for hint in hints if hint is not None)

    def _columns(self, name: str) -> Iterator[Column]:
        for typed in self.row:
            if found := member(typed, name.split(".")):
                break
        else:
            raise ValueError(f"The rows of {self.name} have no member “{name}”.")
        if found == Texts:
            for language, _label in settings.LANGUAGES:
                yield Column(f"{name}.{language}")
        else:
            yield Column(name)


def member(typed: Any, path: list[str]) -> Any:
    """The type of the member at this path, of an item where it is a list; None if there is none."""
    hint = typed
    for name in path:
        hints = get_type_hints(hint) if isinstance(hint, type) else {}
        if name not in hints:
            return None
        hint = _plain(hints[name])
    return hint


def _is_list(hint: Any) -> bool:
    while get_origin(hint) in (Union, UnionType, NotRequired):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    return get_origin(hint) is list


def _plain(hint: Any) -> Any:
    """A type without what is around it."""
    while True:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is list or origin is NotRequired:
            hint = arguments[0]
        elif origin in (Union, UnionType):
            [hint] = [one for one in arguments if one is not NoneType]
        else:
            return hint


def _each(found: Iterable[Any], path: tuple[str, ...]) -> Iterator[Single]:
    for one in found:
        for name in path:
            one = one.get(name) if one is not None else None  # noqa: PLW2901 - a step down
        if isinstance(one, list):
            yield from one
        else:
            yield one
