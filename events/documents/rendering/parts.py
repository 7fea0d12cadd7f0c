"""The parts of a document that come from rows beside the entry: actors, figures, citations, steps
and contributions of a commitment."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from events.documents import shapes
from events.documents.rendering.records import (
    country_of,
    date_of,
    source_record,
    texts,
)
from events.models import Actor, Commitment, Contribution, Entry, Figure, StatusChange
from events.vocabulary import ActorKind, CitationStance, Role


def actors(entry: Entry) -> list[shapes.ActorInEntry]:
    """The actors with their roles here; contributors come last."""
    rows = [
        _actor(part.actor, part.role, part.status or None, part.represents or part.actor.represents)
        for part in entry.participations.all()
    ]
    if isinstance(entry, Commitment):
        contributors = {part.actor_id: part.actor for part in entry.contributions.all()}
        rows += [
            _actor(actor, Role.CONTRIBUTOR, None, actor.represents)
            for actor in contributors.values()
        ]
    return rows


def _actor(
    actor: Actor, role: str, status: str | None, represents: Actor | None
) -> shapes.ActorInEntry:
    return {
        "slug": actor.slug,
        "name": texts(actor, "name"),
        "kind": str(actor.kind),
        "role": str(role),
        "status": str(status) if status else None,
        "represents": represents.slug if represents else None,
        "country": country_of(actor, represents),
    }


def actors_referred_to(entry: Entry) -> Iterable[Actor]:
    """Every actor that the document refers to, each once: named, represented, or a member.

    In the order in which `events.documents.rendering.relabelling` finds them, so that both write
    the same text.
    """
    named = [(part.actor, part.represents) for part in entry.participations.all()]
    if isinstance(entry, Commitment):
        named += [(part.actor, None) for part in entry.contributions.all()]
    waiting: list[Actor] = []
    for actor, there in named:
        waiting += filter(None, (actor, there or actor.represents))
    found: dict[str, Actor] = {}
    for actor in waiting:  # grows while it is walked, until nobody new is referred to
        if actor.slug not in found:
            found[actor.slug] = actor
            if actor.kind == ActorKind.COALITION:
                waiting += [membership.actor for membership in actor.memberships.all()]
            waiting += [actor.represents] if actor.represents else []
    return found.values()


def figure(figure: Figure) -> shapes.Figure:
    return {
        "measure": figure.measure.slug,
        "label": texts(figure.measure, "name"),
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit or None,
        "qualifier": str(figure.qualifier),
        "source": figure.source.slug if figure.source else None,
        "preferred": figure.preferred,
        "reason": texts(figure, "reason"),
    }


def citation(citation: Any) -> shapes.Citation:
    return {
        **source_record(citation.source),
        "locator": citation.locator,
        "quote": citation.quote,
        "stance": str(citation.stance or CitationStance.SUPPORTS),
        "note": texts(citation, "note"),
    }


def status_change(change: StatusChange) -> shapes.StatusChange:
    return {
        "status": str(change.status),
        "date": date_of(change.date),
        "source": change.source.slug,
        "locator": change.locator,
        "note": texts(change, "note"),
    }


def contribution(contribution: Contribution) -> shapes.Contribution:
    return {
        "actor": contribution.actor.slug,
        "domain": str(contribution.domain) or None,
        "amount": number(contribution.amount),
        "unit": contribution.unit or None,
        "confirmed": contribution.confirmed,
        "note": texts(contribution, "note"),
    }


def number(value: Decimal | None) -> float | None:
    """A JSON number, whole if the value is. Three decimals and fifteen digits survive a float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
