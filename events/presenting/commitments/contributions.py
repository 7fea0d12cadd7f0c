"""Who gives what to a commitment, row by row."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from events.documents import shapes
from events.presenting.parts import figures, name_then
from events.presenting.wording import Links, Text, closed_lists, text
from events.vocabulary import Domain


@dataclass(frozen=True, slots=True)
class ContributionRow:
    name: Text
    url: str
    domain: str
    amount: str
    confirmed: bool
    note: Text


def contributions(document: shapes.Commitment, links: Links) -> list[ContributionRow]:
    names = {actor["slug"]: name_then(actor) for actor in document["actors"]}
    return [
        ContributionRow(
            names[row["actor"]],
            links.actor(row["actor"]),
            closed_lists.label(Domain, row["domain"]),
            _amount(row),
            row["confirmed"],
            text(row["note"]),
        )
        for row in document["contributions"]
    ]


def _amount(row: shapes.Contribution) -> SafeString:
    return Text.of(" ".join(filter(None, [figures.number_worded(row["amount"]), row["unit"]])))
