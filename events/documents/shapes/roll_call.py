"""The roll call of a commitment, and what is counted from it."""

from typing import Annotated, Literal, TypedDict

from events.documents.shapes.amounts import Quantity
from events.documents.shapes.references import Date
from events.documents.shapes.values import Day, OneOf, Slug, Texts
from events.vocabulary import AmountForm, Stage


class StagedAmount(Quantity):
    """How much a step is about: the whole up to it, or, below zero, a correction of what came
    before."""

    form: Annotated[
        Annotated[str, OneOf(AmountForm)] | None,
        "What has become of it; null where that is not said.",
    ]


class RollCallStage(TypedDict):
    """One step of one actor. Without a `stage` a source names the actor, whose own word is not on
    record."""

    actor: Annotated[Slug, "The short name of the actor."]
    stage: Annotated[
        Annotated[str, OneOf(Stage)] | None,
        "What it said or did itself; null where a source only names it.",
    ]
    date: Annotated[Date | None, "When; null where the day is not on record."]
    source: Annotated[
        Slug | None,
        "The short name of who says so, one of those cited; null where none is on record.",
    ]
    locator: Annotated[str, "Where in the source; empty for all of it."]
    domain: Annotated[Slug | None, "The short name of the domain; null where that is not said."]
    amount: Annotated[StagedAmount | None, "How much; null where that is not said."]
    quote: Annotated[str, "The words of the source, in its language; empty for none."]
    note: Annotated[Texts, "What is to be said of it; empty where nothing is."]


# What an actor counts as: the members of `NamedCounts`.
Counted = Literal["named", "confirmed", "suspended", "declined", "left"]


class NamedCounts(TypedDict):
    """How many actors are known by name, by what they count as. Each counts once, and once more
    where it has declined a domain."""

    named: Annotated[int, "Only named as taking part: their own word is not on record for certain."]
    confirmed: Annotated[int, "Have said themselves that they take part, or done so."]
    suspended: Annotated[int, "Take part, and have suspended it for the time being."]
    declined: Annotated[int, "Have declined, in a domain or altogether. None of the reported."]
    left: Annotated[int, "Have withdrawn or reached their end."]


class Counts(NamedCounts):
    """How many take part on a day: as reported, by name, and by their own word. They add up:
    `reported` is `named`, `confirmed`, `suspended`, `left` and `unknown` together, unless more are
    known by name than were reported."""

    on: Annotated[
        Day | None,
        "The day; in a document that of its newest statement, null where that was not recorded.",
    ]
    reported: Annotated[
        float | None, "How many actors a source speaks of; null where none gives a number."
    ]
    reported_low: Annotated[float | None, "The least that it speaks of; null where none is given."]
    reported_high: Annotated[float | None, "The most that it speaks of; null where none is given."]
    unknown: Annotated[
        float | None,
        "How many of the reported at least are none of these for certain; null without a number.",
    ]
    possible: Annotated[NamedCounts, "How many more of each there can be, as far as dates say."]
