"""The commitments that a commitment restates, and those that restate it, across meetings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from events.documents.reading import commitments
from events.documents.shapes import Commitment, PublishedCommitment
from events.public.names.labels import named
from events.public.versions.moments import Moment
from events.public.versions.naming import naming_any
from events.vocabulary import Naming

# What is found on the way, and whether there may be more; and the step from some to the next.
Found = tuple[list[PublishedCommitment], bool]
Step = Callable[[list[Commitment]], list[PublishedCommitment]]

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


def _earlier(document: Commitment, seen: set[str], as_of: Moment | None) -> Found:
    def before(items: list[Commitment]) -> list[PublishedCommitment]:
        ids = {link["id"] for item in items for link in item["restates"] if link["id"]}
        return commitments(named(ids - seen, as_of).values())

    return _followed(document, seen, before)


def _later(document: Commitment, seen: set[str], as_of: Moment | None) -> Found:
    def after(items: list[Commitment]) -> list[PublishedCommitment]:
        found = naming_any(Naming.RESTATES, [item["id"] for item in items], as_of, MOST + 1)
        return commitments(one for listed in found.values() for one in listed)

    return _followed(document, seen, after)


def _followed(document: Commitment, seen: set[str], step: Step) -> Found:
    """What is found step by step from a commitment, the nearest in time first kept where there is
    too much; and whether there may be more. A line that comes back to itself is an editor's
    mistake and must not go on for ever."""
    found: list[PublishedCommitment] = []
    items: list[Commitment] = [document]
    for _step in range(STEPS):
        fresh = {item["id"]: item for item in step(items) if item["id"] not in seen}
        if not fresh:
            return _in_order(found), False
        kept = _in_order(fresh.values())[:MOST]
        found += kept
        seen.update(fresh)
        if len(fresh) > MOST:
            return _in_order(found), True
        items = list(kept)
    return _in_order(found), bool(step(items))


def _in_order(documents: Iterable[PublishedCommitment]) -> list[PublishedCommitment]:
    def place(document: Commitment) -> tuple[str, int]:
        day = document["date"]
        return day["earliest"] or day["latest"] or "", document["rank"]

    return sorted(documents, key=place)
