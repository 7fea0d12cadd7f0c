"""The filters of an address as chips, each of which can be taken away."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from events.presenting.wording import day_worded, text
from events.public import Moment, labels
from events.views.asking import as_of
from events.views.asking.address import Errors, Query
from events.views.asking.words import NAMES, WORDS
from events.vocabulary import Facet

FACETS = (Facet.PROCESS, Facet.ACTOR, Facet.TOPIC)
DAYS = ("from", "to")


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address without it."""

    name: str
    value: str
    url: str


def chips(query: Query, errors: Errors, names: Collection[str]) -> list[Chip]:
    """Chips for these parameters, where they have a value that can be meant."""
    if not query.pairs:
        return []
    shown = [pair for pair in dict.fromkeys(query) if pair[0] in names and pair[0] not in errors]
    slugs = [value for name, value in shown if name in FACETS]
    found = labels(FACETS, slugs)
    wordings: dict[str, Mapping[str, Any]] = {
        **WORDS,
        "as_of": {
            value: as_of.label(Moment.parse(value.strip()))
            for name, value in shown
            if name == "as_of"
        },
        **{
            facet: {slug: text(name).plain for slug, name in found[facet].items()}
            for facet in FACETS
        },
    }
    base = query.without("cursor", "before")
    return [
        Chip(
            str(NAMES[name]),
            str(wordings.get(name, {}).get(value) or (name in DAYS and worded_day(value)) or value),
            base.without_value(name, value).url,
        )
        for name, value in shown
    ]


def worded_day(value: str) -> str:
    """A day of an address in words; empty for what is none."""
    try:
        return day_worded(date.fromisoformat(value))
    except ValueError:
        return ""
