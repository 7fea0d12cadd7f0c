"""Filters in words: each value, and the title of a filtered list."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import assert_never

from django.utils import timezone

from events.filters import TABLE, AsOf, Choice, Day, Filter, ReferenceChoice, When, Words, Year
from events.presenting.wording.dates import day_worded, moment_worded
from events.presenting.wording.texts import chosen
from events.public import Moment

# By facet, slug and language.
Names = Mapping[str, Mapping[str, Mapping[str, str]]]


def value_worded(one: Filter, value: str, names: Names, kind: str = "") -> str:
    """The value of a filter in words; an invalid one as it is. `kind`: that of all entries shown,
    because kinds may have different words for the same value."""
    match one:
        case Choice():
            return str(one.labels_of(kind).get(value) or one.labels.get(value, value))
        case ReferenceChoice():
            return chosen(names.get(one.facet, {}).get(value))[0] or value
        case When():
            return str(one.labels.get(value, value))
        case Day():
            return _day(value)
        case AsOf():
            return _moment(value)
        case Year() | Words():
            return value
        case _:
            assert_never(one)


def filters_worded(pairs: Iterable[tuple[str, str]], names: Names) -> list[str]:
    """The filters that are on, each in a few words, in the order of the table. `pairs`: names and
    values, as in the address."""
    given: dict[str, list[str]] = {}
    for name, value in dict.fromkeys(pairs):
        given.setdefault(name, []).append(value)
    kind = next(iter(given.get("kind", [])), "")
    return [
        str(one.title) % {"value": value_worded(one, value, names, kind)}
        for one in TABLE
        for value in given.get(one.name, [])
    ]


def as_of_worded(moment: Moment) -> str:
    """A moment as its reader named it: a day, or a time."""
    if moment.is_time:
        return moment_worded(moment.until)
    return day_worded(timezone.localdate(moment.until))


def titled(site: str, parts: list[str]) -> str:
    """The site's name, and which part of it is shown."""
    return f"{site}: {' · '.join(parts)}" if parts else site


def _day(value: str) -> str:
    try:
        return day_worded(date.fromisoformat(value))
    except ValueError:
        return value


def _moment(value: str) -> str:
    try:
        return as_of_worded(Moment.parse(value))
    except ValueError:
        return value
