"""The parts of a document that come from rows beside the entry: actors, figures, citations, steps
of a commitment."""

from typing import Any

from events.documents import shapes
from events.documents.rendering.amounts import quantity
from events.documents.rendering.links import link_to
from events.documents.rendering.people import Before, SpeaksFor, actor_in_entry
from events.documents.rendering.records import date_of, source_record, texts
from events.documents.rendering.roll_call import in_roles
from events.models import (
    Actor,
    Commitment,
    CommitmentPart,
    EarlierDate,
    Entry,
    Figure,
    MeetingPlace,
    Restated,
    StatusChange,
    Summit,
    WalkStep,
)
from events.vocabulary import CitationStance

# A row of the document, with the actor and whom it represents there.
ActorRow = tuple[shapes.ActorInEntry, Actor, Actor | None]


def actors(entry: Entry, before: Before) -> list[ActorRow]:
    """The actors with their roles here; those of the roll call come last."""
    named = [
        (part.actor, part.role, part.status or None, part.represents)
        for part in entry.participations.all()
    ]
    if isinstance(entry, Commitment):
        named += [(actor, role, None, None) for actor, role in in_roles(entry)]
    rows: list[ActorRow] = []
    for actor, role, status, there in named:
        given = SpeaksFor(there) if there else None
        row, represents = actor_in_entry(actor, role, status, given, entry.date_there, before)
        rows.append((row, actor, represents))
    return rows


def figure(figure: Figure) -> shapes.Figure:
    return {
        "measure": figure.measure.slug,
        "label": texts(figure.measure, "name"),
        **quantity(figure),
        "source": figure.source.slug if figure.source else None,
        "preferred": figure.preferred,
        "reason": texts(figure, "reason"),
    }


def citation(citation: Any) -> shapes.Citation:
    return {
        **source_record(citation.source),
        "locator": citation.locator,
        "quote": citation.quote,
        "quote_language": citation.quote_language or None,
        "stance": str(citation.stance or CitationStance.SUPPORTS),
        "note": texts(citation, "note"),
    }


def status_change(change: StatusChange) -> shapes.StatusChange:
    return {
        "status": str(change.status),
        "date": date_of(change.date),
        "by": change.by.slug if change.by else None,
        "source": change.source.slug,
        "locator": change.locator,
        "basis": str(change.basis) or None,
        "note": texts(change, "note"),
    }


def part(part: CommitmentPart, of: Commitment) -> shapes.PartOfCommitment:
    return {
        "key": part.key,
        "text": texts(part, "text"),
        "deadline": date_of(part.deadline) if part.deadline else None,
        "status": str(of.status_of(part.key)),
        "history": [status_change(change) for change in of.history_of(part.key)],
    }


def place(place: MeetingPlace) -> shapes.Place:
    return {
        "name": texts(place, "name"),
        "country": place.country or None,
        "zone": place.zone or None,
    }


def earlier_date(earlier: EarlierDate, meeting: Summit) -> shapes.EarlierDate:
    return {
        "date": date_of(meeting.by_clocks_there(earlier.date)),
        "moved_on": date_of(earlier.moved_on) if earlier.moved_on else None,
        "source": earlier.source.slug if earlier.source else None,
        "note": texts(earlier, "note"),
    }


def step(row: WalkStep) -> shapes.WalkStep:
    return {**link_to(row.entry), "text": texts(row, "text")}


def restated(row: Restated) -> shapes.Restated:
    earlier = row.commitment
    return {"id": str(earlier.uid), "slug": earlier.slug, "how": str(row.how)}
