"""The query parameters of the API, as they are documented. `events.public` reads them."""

from typing import Any, NamedTuple

from events.public import (
    DEFAULT_LIMIT,
    LARGEST_LIMIT,
    LARGEST_NUMBER,
    LONGEST_QUERY,
    MOST_VALUES,
    ORDERS,
    STATUSES,
)
from events.vocabulary import Kind, Role, Stance

SLUG = {"type": "string"}
DAY = {"type": "string", "format": "date"}


class Parameter(NamedTuple):
    description: str
    schema: dict[str, Any]


PARAMETERS = {
    "kind": Parameter("Entries of this kind.", {"type": "string", "enum": Kind.values}),
    "process": Parameter("What belongs to this process.", SLUG),
    "actor": Parameter(
        "Entries that name this actor in any role. Repeated: all of them. A country or an "
        "organisation is also found by those who represent it.",
        {"type": "array", "items": SLUG, "maxItems": MOST_VALUES},
    ),
    "role": Parameter(
        "Entries in which somebody has this role; with `actor`, in which every one of them has it.",
        {"type": "string", "enum": Role.values},
    ),
    "topic": Parameter("Entries on this topic.", SLUG),
    "stance": Parameter("Positions with this stance.", {"type": "string", "enum": Stance.values}),
    "status": Parameter(
        "Summits, commitments and questions with this status.",
        {"type": "string", "enum": list(STATUSES)},
    ),
    "from": Parameter("Entries whose date reaches to this day or beyond it.", DAY),
    "to": Parameter("Entries whose date begins on this day or before it.", DAY),
    "q": Parameter(
        "Entries that have all these words, in any language; of five letters and more also inside "
        "other words. Case and accents do not matter.",
        {"type": "string", "maxLength": LONGEST_QUERY},
    ),
    "as_of": Parameter(
        "The record as it stood at a time, such as 2026-01-06T14:30:00Z, or at the end of a day, "
        "such as 2026-01-06. Not in the future.",
        {"type": "string"},
    ),
    "order": Parameter(
        "The newest or the oldest dates first.",
        {"type": "string", "enum": list(ORDERS), "default": ORDERS[0]},
    ),
    "limit": Parameter(
        "How many results an answer has at most.",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT},
    ),
    "cursor": Parameter(
        "Where the page begins. Follow `next` and `previous`, which have it.", {"type": "string"}
    ),
    "after": Parameter(
        "What was published after the version with this `seq`.",
        {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER, "default": 0},
    ),
    "on": Parameter("The day on which the positions hold; today if left out.", DAY),
    "format": Parameter(
        "The form of the answer; if left out, what the header Accept asks for, else JSON.",
        {"type": "string", "enum": ["json", "yaml"]},
    ),
}

PATH_PARAMETERS = {
    "name": Parameter("The slug of the entry, or its id.", {"type": "string"}),
    "number": Parameter("The number of the version, from 1.", {"type": "integer", "minimum": 0}),
    "slug": Parameter("The slug.", {"type": "string"}),
}
