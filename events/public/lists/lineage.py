"""The commitments that a commitment restates, and those that restate it, across meetings."""

from contextlib import suppress
from dataclasses import dataclass

from events.documents.reading import commitments
from events.documents.shapes import Commitment, Published, PublishedCommitment
from events.public.lists.naming import naming_any
from events.public.names.labels import named
from events.public.versions.entries import Gone, Missing, Moved, entry
from events.public.versions.moments import Moment
from events.vocabulary import Naming

# How many steps a line is followed in each direction, and how many entries are given per step.
STEPS = 6
MOST = 12


@dataclass(frozen=True)
class Lineage:
    """`earlier`: oldest first. `later`: in chronological order; `more`: there may be others."""

    earlier: list[PublishedCommitment]
    later: list[PublishedCommitment]
    more: bool = False


def lineage(document: Commitment, as_of: Moment | None = None) -> Lineage:
    """The line of a commitment, as it stands or stood then, without the commitment itself.

    It is followed for `STEPS` in each direction and ends at an entry that is gone.
    """
    seen = {document["id"]}
    earlier, cut_before = _earlier(document, seen, as_of)
    later, cut_after = _later(document, seen, as_of)
    return Lineage(earlier, later, cut_before or cut_after)


def _earlier(
    document: Commitment, seen: set[str], as_of: Moment | None
) -> tuple[list[PublishedCommitment], bool]:
    found: list[PublishedCommitment] = []
    while restates := document["restates"]:
        if len(found) == STEPS:
            return found, True
        standing = _standing(restates["slug"], as_of)
        # A line that comes back to itself is an editor's mistake and must not go on for ever.
        if standing is None or standing["id"] in seen or standing["kind"] != "commitment":
            break
        document = standing
        seen.add(standing["id"])
        found.insert(0, standing)
    return found, False


def _later(
    document: Commitment, seen: set[str], as_of: Moment | None
) -> tuple[list[PublishedCommitment], bool]:
    found: list[PublishedCommitment] = []
    slugs = [document["slug"]]
    for _step in range(STEPS):
        restating = naming_any(Naming.RESTATES, slugs, as_of, MOST + 1)
        fresh = {
            item["id"]: item
            for items in restating.values()
            for item in commitments(items)
            if item["id"] not in seen
        }
        seen |= fresh.keys()
        found += fresh.values()
        if len(fresh) > MOST:
            return _in_order(found)[: len(found) - 1], True
        if not fresh:
            return _in_order(found), False
        slugs = [item["slug"] for item in fresh.values()]
    return _in_order(found), True


def _standing(slug: str, as_of: Moment | None) -> Published | None:
    """The document of the entry that has this slug, or once had it and now has another."""
    if found := named([slug], as_of).get(slug):
        return found
    with suppress(Missing, Gone):
        try:
            return entry(slug, as_of).document
        except Moved as moved:
            return entry(moved.slug, as_of).document
    return None


def _in_order(documents: list[PublishedCommitment]) -> list[PublishedCommitment]:
    def place(document: Commitment) -> tuple[str, int]:
        day = document["date"]
        return day["earliest"] or day["latest"] or "", document["rank"]

    return sorted(documents, key=place)
