"""The state of a page as its address holds it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from events.public import FILTERS, PAGING

Errors = dict[str, list[str]]

# What a page shows of a list, beside what is in it: whether its form is open.
VIEW = ("filters", "lanes")
# What leads to a place in a list, which is another one in the list of another day.
PLACES = ("cursor", "before", "page", "actors")


@dataclass(frozen=True)
class Query:
    """The parameters of an address that mean something here, and have a value.

    What strangers append to addresses (campaign names, click numbers) is left out and no error:
    a page that somebody shared has to open. The API is the place for strictness.
    """

    path: str
    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: HttpRequest, names: Collection[str] = FILTERS + PAGING + VIEW) -> "Query":
        pairs = [
            (name, value)
            for name, values in request.GET.lists()
            if name in names
            for value in values
            if value.strip()
        ]
        return cls(request.path, tuple(pairs))

    @property
    def url(self) -> str:
        return f"{self.path}?{urlencode(self.pairs)}" if self.pairs else self.path

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.pairs if key == name]

    def first(self, name: str) -> str:
        return next(iter(self.values(name)), "")

    def without(self, *names: str) -> "Query":
        return Query(self.path, tuple(pair for pair in self.pairs if pair[0] not in names))

    def without_value(self, name: str, value: str) -> "Query":
        return Query(self.path, tuple(pair for pair in self.pairs if pair != (name, value)))

    def plus(self, name: str, value: object) -> "Query":
        """With this value in place of any that the name has."""
        return Query(self.path, (*self.without(name).pairs, (name, str(value))))

    def awaiting(self, name: str) -> str:
        """The address up to the value of this parameter, for many links that differ in it only.

        What is put there has to be safe in an address.
        """
        base = self.without(name)
        return f"{base.url}{'&' if base.pairs else '?'}{name}="

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)

    def lists(self) -> dict[str, list[str]]:
        """What the list is asked for."""
        return {name: self.values(name) for name, _value in self.pairs if name not in VIEW}


def has_empty_fields(request: HttpRequest) -> bool:
    """A form sends its empty fields too; the address that people share should not have them."""
    return any(not value.strip() for _name, values in request.GET.lists() for value in values)
