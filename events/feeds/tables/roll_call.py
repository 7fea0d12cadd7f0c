"""The roll call of a commitment as a table: a row for each step of each actor."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated

from events.documents.roll_call import RollCall
from events.documents.shapes import (
    ActorInEntry,
    Address,
    Citation,
    Day,
    OfTheDoor,
    PublishedCommitment,
    RollCallStage,
    Slug,
    Texts,
    Uuid,
)
from events.feeds.tables.columns import DataTable, Row
from events.feeds.tables.entries import SOURCES
from events.vocabulary import Standing


class CalledStep(RollCallStage, OfTheDoor):
    """A step, with what its actor counts as on the day in this domain: for certain or, where that
    is left open, possibly. `ahead`: it has not come by then, for certain. `sources`: the one that
    says so."""

    id: Uuid
    slug: Slug
    url: Annotated[Address, "The address of the commitment's page."]
    title: Texts
    on: Day
    actors: list[ActorInEntry]
    standing: str | None
    possibly: list[str]
    ahead: bool
    sources: list[Citation]


TABLE = DataTable(
    "roll-call",
    (CalledStep,),
    (
        *("id", "slug", "url", "title", "on", "actor", "actors.name", "domain"),
        *("standing", "possibly", "stage", "ahead"),
        *("date.edtf", "date.earliest", "date.latest", "date.label"),
        *("amount.value", "amount.low", "amount.high", "amount.unit.slug", "amount.unit.name"),
        *("amount.qualifier", "amount.form", "quote", "note", "source", "locator"),
        *(name for name in SOURCES if name not in ("sources.slug", "sources.locator")),
        *("version.number", "version.seq"),
    ),
)


def steps(document: PublishedCommitment, day: date, address: Callable[[str], str]) -> Iterator[Row]:
    """Each step once, in the order of the roll call."""
    names = {record["slug"]: record for record in document["actor_records"]}
    for line in RollCall.of(document).lines(day):
        possibly = [one.value for one in Standing if one in line.readings]
        of_line = {
            "id": document["id"],
            "slug": document["slug"],
            "url": address(document["slug"]),
            "title": document["title"],
            "version": document["version"],
            "on": day.isoformat(),
            "actors": [names[line.actor]] if line.actor in names else [],
            "standing": line.standing,
            "possibly": [] if len(line.readings) == 1 else possibly,
        }
        for step in line.steps:
            # What was said without a domain counts in each, and stands there once.
            if step.row["domain"] == line.domain:
                cited = [one for one in document["sources"] if one["slug"] == step.row["source"]]
                ahead = not step.has_come(day)
                yield {**of_line, **step.row, "ahead": ahead, "sources": cited}
