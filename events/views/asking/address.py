"""The state of a page, as its address holds it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.encoding import escape_uri_path

from events.filters import Takes

Errors = dict[str, list[str]]
# The parameters of an address with their values, in its order.
Pairs = tuple[tuple[str, str], ...]

# What leads to a place in a list; in the list of another day, it would lead to another place.
PLACES = ("cursor", "before", "page", "actors")
# What only says how a list is looked at, not which list it is: a time, a place, an order, a moment.
# There is no end to such addresses, and search engines are to know the one without them.
LOOKED_AT = (
    *("from", "to", "when", "on", "as_of", "lanes", "span", "order", "limit", "filters"),
    *("cursor", "before", "again"),
)
NOTHING = Takes(is_list=False)


@dataclass(frozen=True)
class Query:
    """Those parameters of an address that it takes and that have a value. `refused`: the filters
    that it was asked for and does not apply."""

    path: str
    pairs: Pairs
    takes: Takes = NOTHING
    refused: tuple[str, ...] = ()

    @classmethod
    def of(cls, request: HttpRequest, takes: Takes) -> "Query":
        given = _given(request)
        return cls(
            request.path,
            tuple(pair for pair in given if pair[0] in takes.accepted),
            takes,
            tuple(dict.fromkeys(name for name, _value in given if name in takes.refused)),
        )

    @property
    def url(self) -> str:
        return f"{self.path}?{urlencode(self.pairs)}" if self.pairs else self.path

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key == name]

    def first(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    def without(self, *names: str) -> "Query":
        return self._with(tuple(pair for pair in self.pairs if pair[0] not in names))

    def only(self, *names: str) -> "Query":
        return self._with(tuple(pair for pair in self.pairs if pair[0] in names))

    def without_value(self, name: str, value: str) -> "Query":
        return self._with(tuple(pair for pair in self.pairs if pair != (name, value)))

    def settled(self) -> "Query":
        """Without what means nothing where there is no window of days."""
        return self if self.first("from") or self.first("to") else self.without("when")

    def plus(self, name: str, value: object) -> "Query":
        """With this value in place of any that the name has."""
        return self.without(name).also(name, value)

    def also(self, name: str, value: object) -> "Query":
        """With this value beside those that the name has."""
        return self._with((*self.pairs, (name, str(value))))

    def awaiting(self, name: str) -> str:
        """The address up to the value of this parameter, for many links that differ only in that.

        What is appended must be safe in an address.
        """
        base = self.without(name)
        return f"{base.url}{'&' if base.pairs else '?'}{name}="

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)

    def lists(self, names: Collection[str]) -> dict[str, list[str]]:
        """The values by name, for code that reads them strictly."""
        return {name: self.values(name) for name, _value in self.pairs if name in names}

    def _with(self, pairs: Pairs) -> "Query":
        return Query(self.path, pairs, self.takes, self.refused)


def tidied(request: HttpRequest, takes: Takes) -> str:
    """The address without what it does not take; empty if there is no such thing.

    Strangers append things to addresses (campaign names, click ids), and forms send their empty
    fields. A page that somebody has shared must open all the same, and be passed on without them.
    Filters of other lists stay, because a reader who asks for one is told.
    """
    if takes.ignores_others:
        return ""
    given = [(name, value) for name, values in request.GET.lists() for value in values]
    sent = _given(request)
    if _is_emptied(given, sent):
        sent = [pair for pair in sent if pair[0] != "when"]
    kept = [
        (name, value) for name, value in sent if name in takes.accepted or name in takes.refused
    ]
    if len(kept) == len(given):
        return ""
    path = escape_uri_path(request.path)
    return f"{path}?{urlencode(kept)}" if kept else path


def _is_emptied(given: list[tuple[str, str]], sent: list[tuple[str, str]]) -> bool:
    """Has somebody emptied the window of a form, which still sends along what belonged to it?"""
    days = {"from", "to"}
    return not days.isdisjoint(dict(given)) and days.isdisjoint(dict(sent))


def _given(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, value.strip())
        for name, values in request.GET.lists()
        for value in values
        if value.strip()
    ]
