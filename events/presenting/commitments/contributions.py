"""Who gives what to a commitment, row by row."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from events.presenting.parts import figures
from events.presenting.wording import Links, Text, closed_lists, text
from events.vocabulary import Domain


@dataclass(frozen=True, slots=True)
class Contribution:
    name: Text
    url: str
    domain: str
    amount: str
    confirmed: bool
    note: Text


def contributions(document: dict[str, Any], links: Links) -> list[Contribution]:
    names = {record["slug"]: text(record["name"]) for record in document["actor_records"]}
    return [
        Contribution(
            names[row["actor"]],
            links.actor(row["actor"]),
            closed_lists.label(Domain, row["domain"]),
            _amount(row),
            row["confirmed"],
            text(row["note"]),
        )
        for row in document["contributions"]
    ]


def _amount(row: dict[str, Any]) -> SafeString:
    return Text.of(" ".join(filter(None, [figures.number(row["amount"]), row["unit"]])))
