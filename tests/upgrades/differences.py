"""What an upgrade may change in a document, and nothing else.

`NEW` and `RENEWED` are by the way to a member, with `[]` for any item of a list. A function gets
the part of the stored document in which the member stands, and that document.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from events.documents import shapes
from events.documents.upgrading.shape_3 import roll_call
from events.documents.upgrading.shape_3.lists import DOMAINS, FORMATS
from events.documents.upgrading.shape_3.units import unit

LANGUAGES = ("en", "de")
Part = dict[str, Any]
Expected = Callable[[Part, Part], Any]


def on_file(row: Part, document: Part) -> Part:
    """The record of an actor in the entry."""
    return next(known for known in document["actor_records"] if known["slug"] == row["slug"])


def nothing(row: Part, document: Part) -> None:
    """What nobody had recorded."""


def represents_by(row: Part, document: Part) -> str | None:
    usual = row["represents"] and row["represents"] == on_file(row, document)["represents"]
    return "file" if usual else None


def listed(slug: str, names: Mapping[str, Mapping[str, str]]) -> Part:
    """The record of a value of what was a closed list."""
    return {"slug": slug, "name": names[slug], "description": {}}


def counted_apart(counts: Part) -> Part:
    """Who has confirmed it was among those who are named; nobody had suspended anything."""
    before = counts if "left" in counts else roll_call.counts(counts)
    possible = {**before["possible"], "suspended": 0}
    only_named = before["named"] - before["confirmed"]
    return {**before, "named": only_named, "suspended": 0, "possible": possible}


def domain_records(stored: Part, document: Part) -> list[Part]:
    named = {*stored["domains"], *(row["domain"] for row in stored["contributions"])}
    return [listed(slug, DOMAINS) for slug in DOMAINS if slug in named]


# Members that an older shape did not have, with what they are in a document of that shape.
NEW: Mapping[int, Mapping[str, Expected]] = {
    2: {
        "actors[].name_today": lambda stored, document: None,
        # An office was that on file, and so was whom somebody represented, if it is the same there.
        "actors[].office": lambda stored, document: on_file(stored, document)["office"],
        "actors[].represents_by": represents_by,
        "actor_records[].offices": lambda stored, document: [],
        "actor_records[].former_names": lambda stored, document: [],
    },
    3: {
        # A position may have several speakers.
        "speakers": lambda stored, document: [name for name in [stored["speaker"]] if name],
        # Nobody was named as having changed a status, and a commitment was one whole.
        "history[].by": lambda stored, document: None,
        "parts": lambda stored, document: [],
        "actor_records[].lifespan": lambda stored, document: None,
        "actor_records[].predecessors": lambda stored, document: [],
        "actor_records[].successors": lambda stored, document: [],
        "actor_records[].aliases": lambda stored, document: [],
        "actor_records[].identifiers": lambda stored, document: [],
        "actor_records[].members[].source": lambda stored, document: None,
        "sources[].quote_language": lambda stored, document: None,
        "source_records": lambda stored, document: [],
        "format_record": lambda stored, document: listed(stored["format"], FORMATS),
        "domain_records": domain_records,
        **dict.fromkeys(("basis", "history[].basis"), nothing),
        **{
            f"sources[].{name}": nothing
            for name in ("access", "doi", "isbn", "urn", "state_date", "state_source")
        },
        "sources[].authors": lambda stored, document: [],
        "sources[].languages": lambda stored, document: [stored["language"]],
        "sources[].state": lambda stored, document: "published",
        "sources[].state_note": lambda stored, document: {},
        "level": lambda stored, document: None,
        "mode": lambda stored, document: (
            "online" if stored["format"] == "call" else "in-person" if stored["place"] else None
        ),
        "places": lambda stored, document: (
            [{**stored["place"], "zone": None}] if stored["place"] else []
        ),
        "earlier_dates": lambda stored, document: [],
        # What each actor gives is told step by step (`tests/documents/upgrading/shape_3`).
        "roll_call": lambda stored, document: [
            roll_call.row(given, LANGUAGES) for given in stored["contributions"]
        ],
    },
    4: {
        "version.loaded_at": nothing,
        "processes": lambda stored, document: [stored["process"]],
        "process_records": lambda stored, document: [stored["process_record"]],
        "media": lambda stored, document: [],
        "pictures": lambda stored, document: [],
        "topics[].wider": lambda stored, document: [],
        "topics[].aliases": lambda stored, document: [],
    },
    5: {
        "key_event": lambda stored, document: False,
        "contradicts": lambda stored, document: [],
    },
}
# Members that are looked at elsewhere or said another way: what they are then, `...` for anything.
# Which entry had the slug of a link then is read off the log (`test_upgrades.py`).
LINKS = ("follows", "made_at", "answered_by", "restates")
RENEWED: Mapping[int, Mapping[str, Expected]] = {
    2: {},
    3: {
        # `speakers` has it, `places` has it; a source's is the first of its `languages`.
        **dict.fromkeys(("speaker", "place", "sources[].language"), lambda stored, document: ...),
        "contributions": lambda stored, document: ...,
        "counts": lambda stored, document: roll_call.counts(stored["counts"]),
        # What was a text is one of the units on file.
        "figures[].unit": lambda stored, document: (
            stored["unit"] and unit(stored["unit"], LANGUAGES)
        ),
        **dict.fromkeys(LINKS, lambda stored, document: ...),
        # A note had no language, and is one in the first of the site.
        "version.note": lambda stored, document: {"en": stored["note"]} if stored["note"] else {},
    },
    4: {
        # `processes` and `process_records` have them.
        **dict.fromkeys(("process", "process_record"), lambda stored, document: ...),
        "counts": lambda stored, document: counted_apart(stored["counts"]),
    },
    5: {},
}


def surprises(stored: Part, served: Part) -> list[str]:
    """The ways to what is not as it should be in the upgraded document."""
    since = range(stored["shape"] + 1, shapes.SHAPE + 1)
    new = {way: value for shape in since for way, value in NEW[shape].items()}
    renewed = {way: value for shape in since for way, value in RENEWED[shape].items()}
    renewed["shape"] = lambda stored, document: shapes.SHAPE
    return list(_compare(stored, served, "", {**new, **renewed}, stored))


def _compare(
    stored: Any, served: Any, way: str, allowed: Mapping[str, Expected], document: Part
) -> Iterator[str]:
    if isinstance(stored, dict) and isinstance(served, dict):
        if {"edtf", "label"} <= stored.keys():
            # Bounds and labels of dates have changed in shape 2, and are looked at elsewhere.
            if stored["edtf"] != served["edtf"]:
                yield way
            return
        for name in {**stored, **served}:
            inner = f"{way}.{name}" if way else name
            if inner in allowed:
                expected = allowed[inner](stored, document)
                if expected is not ... and served.get(name, ...) != expected:
                    yield inner
            elif name not in stored or name not in served:
                yield inner
            else:
                yield from _compare(stored[name], served[name], inner, allowed, document)
    elif isinstance(stored, list) and isinstance(served, list):
        if len(stored) != len(served):
            yield way
        for before, after in zip(stored, served, strict=False):
            yield from _compare(before, after, f"{way}[]", allowed, document)
    elif stored != served:
        yield way
