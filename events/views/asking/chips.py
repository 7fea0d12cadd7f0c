"""The filters of an address as chips, each of which can be removed."""

from collections.abc import Collection
from dataclasses import dataclass

from events.filters import Filter, ReferenceChoice
from events.presenting.wording import Names, value_worded
from events.public import labels
from events.views.asking.address import PLACES, Errors, Query


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address without it."""

    name: str
    value: str
    url: str


def chips(query: Query, errors: Errors, names: Names, but: Collection[str] = ()) -> list[Chip]:
    """Chips for the valid filters of the address. `but`: those that the page shows in another way.
    For a filter that takes any of several values, the valid values are shown, whatever is wrong
    with the others."""
    filters = {one.name: one for one in query.takes.filters if one.name not in but}
    base = query.without(*PLACES)
    return [
        Chip(
            str(filters[name].label),
            value_worded(filters[name], value, names, query.takes.kind or query.first("kind")),
            base.without_value(name, value).settled().url,
        )
        for name, value in dict.fromkeys(query)
        if name in filters and is_meant(filters[name], value, query, errors, names)
    ]


def is_meant(one: Filter, value: str, query: Query, errors: Errors, names: Names) -> bool:
    if one.name not in errors:
        return True
    return (
        one.name in query.takes.any_of
        and isinstance(one, ReferenceChoice)
        and value in names.get(one.facet, {})
    )


def names_of(query: Query) -> Names:
    """The names of what the address asks for by slug, in one query; in none if it asks
    for nothing."""
    facets = {
        one.name: one.facet for one in query.takes.filters if isinstance(one, ReferenceChoice)
    }
    slugs = [value for name, value in query if name in facets and "\0" not in value]
    return labels(facets.values(), slugs)
