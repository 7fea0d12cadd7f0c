"""What has been promised on topics, beside who stands where on them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from events.dates import Certainty
from events.documents.shapes import Published
from events.public.asking.filters import parse
from events.public.lists.by_tag import latest, tallies
from events.public.versions.moments import Moment
from events.vocabulary import Facet, Kind


@dataclass(frozen=True)
class PromisedOnTopic:
    """How many commitments there are on a topic, and the latest of them."""

    number: int
    latest: Published


def promised(
    topics: Collection[str], on: date, process: str | None = None, as_of: Moment | None = None
) -> dict[str, PromisedOnTopic]:
    """By the slug of the topic, what had been promised for certain by that day."""
    if not topics:
        return {}
    asked = {"process": [process]} if process else {}
    everything = parse(asked, when=Certainty.CERTAIN)
    filters = replace(everything, kind=Kind.COMMITMENT, end=on, as_of=as_of)
    counts = [one for one in tallies(filters, [Facet.TOPIC])[Facet.TOPIC] if one.slug in topics]
    last = latest(filters, counts)
    return {
        one.slug: PromisedOnTopic(one.number, last[one.slug]) for one in counts if one.slug in last
    }
