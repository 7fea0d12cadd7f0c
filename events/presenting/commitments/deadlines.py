"""What is due next: the nearest deadline of some commitments, of a whole or of a part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from events.documents.shapes import Commitment, Date, PartOfCommitment
from events.presenting.commitments.lateness import lateness, part_lateness
from events.presenting.wording import Dated, Links, Term, Text, dated, durations, text


@dataclass(frozen=True, slots=True)
class ComingDeadline:
    """`part`: what of the commitment is due; empty where it is the whole. `lateness`: how it stands
    on the reader's day."""

    title: Text
    url: str
    part: Text
    date: Dated
    lateness: Term


def next_deadline(documents: Iterable[Commitment], links: Links) -> ComingDeadline | None:
    """The one that ends first, today or later. One that is known to some time ends with it; those
    of commitments that are settled do not count."""
    day = date.fromisoformat(links.day)
    ahead = [
        (latest, number, deadline, part, document)
        for number, (document, deadline, part) in enumerate(_all(documents))
        if (latest := durations.bounds(deadline)[1]) and latest >= day
    ]
    for _latest, _number, deadline, part, document in sorted(ahead, key=lambda found: found[:2]):
        told = part_lateness(part, document, day) if part else lateness(document, day)
        if told:
            called = text(part["text"]) if part else Text.of("")
            title, url = text(document["title"]), links.entry(document["slug"])
            return ComingDeadline(title, url, called, dated(deadline), told)
    return None


def _all(
    documents: Iterable[Commitment],
) -> Iterator[tuple[Commitment, Date, PartOfCommitment | None]]:
    """Every deadline of the commitments, and of which part it is."""
    for document in documents:
        if deadline := document["deadline"]:
            yield document, deadline, None
        for part in document["parts"]:
            if deadline := part["deadline"]:
                yield document, deadline, part
