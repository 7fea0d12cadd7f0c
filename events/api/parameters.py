"""The query parameters of the API, as they are documented: the filters of the table, and others.
`events.public` reads them."""

from typing import Any, NamedTuple

from events.filters import MOST_VALUES, TABLE, Choice, Day, Filter, ReferenceChoice
from events.public import DEFAULT_LIMIT, LARGEST_LIMIT, LARGEST_NUMBER, ORDERS

# Which shape of a version is asked for.
NEWEST, ORIGINAL = "newest", "original"
WHICH_SHAPE = (NEWEST, ORIGINAL)
# Whether a change has its document.
FULL, NONE = "full", "none"
WITH_DOCUMENT = (FULL, NONE)


class Parameter(NamedTuple):
    description: str
    schema: dict[str, Any]


# One value, or several with commas; repeated.
SEVERAL: dict[str, Any] = {"type": "array", "items": {"type": "string"}, "maxItems": MOST_VALUES}
ANY_OF = " With commas: any of these."
ALL_OF = " With commas: any of these; repeated: all of them."
CODED = " Also by code: ISO 3166-1 (DE, DEU) or Wikidata (Q183)."
EDTF = " Or a month or year: its first day for `from`, its last one for `to`."


def of_table(one: Filter) -> Parameter:
    """A filter of the table as programs may ask for it."""
    if isinstance(one, ReferenceChoice):
        codes = CODED if one.name == "actor" else ""
        said = one.described.replace(" Repeated: all of them.", "")
        return Parameter(f"{said}{codes}{ALL_OF}", SEVERAL)
    if isinstance(one, Choice):
        values = "|".join(one.labels)
        pattern = rf"^({values})(,({values}))*$"
        return Parameter(f"{one.described}{ANY_OF}", {"type": "string", "pattern": pattern})
    if isinstance(one, Day):
        return Parameter(f"{one.described}{EDTF}", {"type": "string"})
    return Parameter(one.described, one.schema)


PARAMETERS = {one.name: of_table(one) for one in TABLE} | {
    "country": Parameter(
        "Entries that name the country with this code (ISO 3166-1), as `actor` does." + ALL_OF,
        SEVERAL,
    ),
    "made_at": Parameter(
        "Commitments that were made at this meeting: its id or slug.", {"type": "string"}
    ),
    "updated": Parameter(
        "Entries that were published for the last time then: a day, a month or a time, or two of "
        "them with a slash, of which one may be `..`, such as 2026-01-06/... Days are those of the "
        "zone that the index tells.",
        {"type": "string"},
    ),
    "of": Parameter(
        "Of a table as CSV: a row for each item of this list within its rows, such as `sources`.",
        {"type": "string"},
    ),
    "fields": Parameter(
        "Only these members of documents, with commas: title, date.edtf, actors.slug …",
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
    "seq": Parameter(
        "The list as it stood after the version with this `seq`. `next` and `previous` have it, so "
        "that a list is one whatever is published while you walk through it.",
        {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER},
    ),
    "after": Parameter(
        "What was published after the version with this `seq`; 409 if the log does not go so far.",
        {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER, "default": 0},
    ),
    "at": Parameter(
        "When the version `after` was published. `next` has it, so that you are told, by 409, if "
        "that version is no longer the one that you had.",
        {"type": "string", "format": "date-time"},
    ),
    "since": Parameter(
        "In place of `after`: what was published at this time or later, such as "
        "2026-01-06T14:30:00Z, or from the beginning of a day on, such as 2026-01-06.",
        {"type": "string"},
    ),
    "document": Parameter(
        "`full`: each result has its document. `none`: it has no member `document`.",
        {"type": "string", "enum": list(WITH_DOCUMENT), "default": FULL},
    ),
    "on": Parameter(
        "The day on which the positions hold, or the roll is called; today if left out.",
        {"type": "string", "format": "date"},
    ),
    "shape": Parameter(
        "`newest`: the document in today's shape, as everywhere else. `original`: its text as it "
        "was published, to the byte, in the shape that its member `shape` says.",
        {"type": "string", "enum": list(WHICH_SHAPE), "default": NEWEST},
    ),
}

PATH_PARAMETERS = {
    "release": Parameter("The name of the release, or `latest`.", {"type": "string"}),
    "name": Parameter("The slug of the entry, or its id.", {"type": "string"}),
    "number": Parameter("The number of the version, from 1.", {"type": "integer", "minimum": 0}),
    "slug": Parameter("The slug.", {"type": "string"}),
    "form": Parameter(
        "The form, as the ending of a file: ndjson, csv, xlsx; of entries also timeline.json, ics, "
        "atom.",
        {"type": "string"},
    ),
}
