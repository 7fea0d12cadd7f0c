"""Who gives what to a commitment, row by row."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from events.documents import shapes
from events.presenting.commitments.domains import domain_names
from events.presenting.parts import figures, name_then
from events.presenting.wording import Links, Text, text


@dataclass(frozen=True, slots=True)
class ContributionRow:
    name: Text
    url: str
    domain: Text | None
    amount: str
    confirmed: bool
    note: Text


def contributions(document: shapes.Commitment, links: Links) -> list[ContributionRow]:
    names = {actor["slug"]: name_then(actor) for actor in document["actors"]}
    in_domain = domain_names(document)
    return [
        ContributionRow(
            names[row["actor"]],
            links.actor(row["actor"]),
            in_domain[row["domain"]] if row["domain"] else None,
            _amount(row),
            row["confirmed"],
            text(row["note"]),
        )
        for row in document["contributions"]
    ]


def _amount(row: shapes.Contribution) -> SafeString:
    return Text.of(" ".join(filter(None, [figures.number_worded(row["amount"]), row["unit"]])))
