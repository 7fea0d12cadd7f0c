"""What has been promised on a topic, beside who stands where on it: a matrix without it would show
those who oppose a force, and not those who have promised it."""

from collections.abc import Mapping
from dataclasses import dataclass

from events.presenting.wording import Links, Text, text
from events.public import PromisedOnTopic


@dataclass(frozen=True, slots=True)
class Committed:
    """The commitments on a topic: how many, all of them at `url`, and the latest."""

    number: int
    url: str
    latest: Text
    latest_url: str


def committed(found: Mapping[str, PromisedOnTopic], links: Links) -> dict[str, Committed]:
    """By the slug of the topic."""
    return {
        topic: Committed(
            one.number,
            links.commitments(topic),
            text(one.latest["title"]),
            links.entry(one.latest["slug"]),
        )
        for topic, one in found.items()
    }
