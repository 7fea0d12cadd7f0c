"""What is due next: the nearest deadline of some commitments, of a whole or of a part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from events.documents.shapes import Commitment, Date
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
        (latest, number, deadline, told, part, document)
        for number, (document, deadline, told, part) in enumerate(_all(documents, day))
        if told and (latest := durations.bounds(deadline)[1]) and latest >= day
    ]
    if not ahead:
        return None
    _latest, _number, deadline, told, part, document = min(ahead, key=lambda found: found[:2])
    return ComingDeadline(
        text(document["title"]), links.entry(document["slug"]), part, dated(deadline), told
    )


def _all(
    documents: Iterable[Commitment], day: date
) -> Iterator[tuple[Commitment, Date, Term | None, Text]]:
    for document in documents:
        if deadline := document["deadline"]:
            yield document, deadline, lateness(document, day), Text.of("")
        for part in document["parts"]:
            if deadline := part["deadline"]:
                yield document, deadline, part_lateness(part, document, day), text(part["text"])
