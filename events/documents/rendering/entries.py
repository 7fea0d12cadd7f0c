"""An entry of the desk as the document that the public gets: plain data, complete by itself.

A document names what it refers to by slug *and* label, so that nobody has to read a desk table to
show it. It has no `version` member yet: the door adds it (`events.publishing`).
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from events.documents.rendering.records import (
    Document,
    actor_record,
    country_of,
    date_of,
    process_record,
    source_record,
    texts,
    topic_record,
    with_members,
)
from events.log import SHAPE
from events.models import (
    Actor,
    Commitment,
    Contribution,
    Entry,
    Figure,
    Participation,
    Position,
    Question,
    Summit,
)
from events.vocabulary import ActorKind, CitationStance, Role


def render(entry: Entry) -> Document:
    """The document of an entry, which has to be an instance of its kind's own model."""
    document: Document = {
        "id": str(entry.uid),
        "slug": entry.slug,
        "kind": str(entry.kind),
        "process": entry.process.slug,
        "title": texts(entry, "title"),
        "summary": texts(entry, "summary"),
        "date": date_of(entry.date, texts(entry, "date_label")),
        "rank": entry.rank,
        "topics": [topic_record(topic) for topic in entry.topics.all()],
        "actors": _actors(entry),
        "figures": [_figure(figure) for figure in entry.figures.all()],
        "sources": [_citation(citation) for citation in entry.citations.all()],
        **_of_kind(entry),
        "process_record": process_record(entry.process),
        "actor_records": [actor_record(actor) for actor in _actors_referred_to(entry)],
        "shape": SHAPE,
    }
    return document


def rendering(entries: QuerySet[Any]) -> QuerySet[Any]:
    """The query set with all that `render` reads, in a number of queries that does not grow."""
    actor = Prefetch("actor", with_members())
    represents = Prefetch("represents", with_members())
    related: list[Any] = [
        "topics",
        Prefetch("participations", Participation.objects.prefetch_related(actor, represents)),
        Prefetch("figures", Figure.objects.select_related("measure", "source")),
        "citations__source",
    ]
    if entries.model is Commitment:
        related += [
            Prefetch("contributions", Contribution.objects.prefetch_related(actor)),
            "status_changes__source",
        ]
    return entries.select_related("process", *LINKS.get(entries.model, ())).prefetch_related(
        *related
    )


# The entries that an entry of each kind names: these have to be public before it is.
LINKS: dict[type[Entry], tuple[str, ...]] = {
    Summit: ("follows",),
    Commitment: ("made_at", "restates"),
    Question: ("answered_by",),
}


def _of_kind(entry: Entry) -> Document:
    """What only an entry of this kind has."""
    if isinstance(entry, Summit):
        place = {"name": texts(entry, "place"), "country": entry.place_country or None}
        return {
            "status": str(entry.status),
            "format": str(entry.format),
            "place": place if place["name"] or place["country"] else None,
            "follows": entry.follows.slug if entry.follows else None,
        }
    if isinstance(entry, Commitment):
        return _commitment(entry)
    if isinstance(entry, Position):
        speakers = [part.actor.slug for part in _participations(entry, Role.SPEAKER)]
        return {
            "stance": str(entry.stance),
            "speaker": speakers[0] if speakers else None,
            "attribution": texts(entry, "attribution"),
        }
    if isinstance(entry, Question):
        return {
            "status": str(entry.status),
            "answered_by": entry.answered_by.slug if entry.answered_by else None,
        }
    return {}


def _commitment(entry: Commitment) -> Document:
    contributions = list(entry.contributions.all())
    condition = {"text": texts(entry, "condition"), "state": str(entry.condition_state) or None}
    return {
        "domains": list(entry.domains),
        "firmness": str(entry.firmness),
        "condition": condition if condition["text"] else None,
        "status": str(entry.status),
        "history": [
            {
                "status": str(change.status),
                "date": date_of(change.date),
                "source": change.source.slug,
                "locator": change.locator,
                "note": texts(change, "note"),
            }
            for change in sorted(entry.status_changes.all(), key=lambda change: change.sort_key)
        ],
        "deadline": date_of(entry.deadline) if entry.deadline else None,
        "made_at": entry.made_at.slug if entry.made_at else None,
        "restates": (
            {"slug": entry.restates.slug, "how": str(entry.restatement)} if entry.restates else None
        ),
        "contributions": [
            {
                "actor": contribution.actor.slug,
                "domain": str(contribution.domain) or None,
                "amount": _number(contribution.amount),
                "unit": contribution.unit or None,
                "confirmed": contribution.confirmed,
                "note": texts(contribution, "note"),
            }
            for contribution in contributions
        ],
        "counts": {
            "reported": _reported(entry),
            "named": len({part.actor_id for part in contributions}),
            "confirmed": len({part.actor_id for part in contributions if part.confirmed}),
        },
    }


def _reported(entry: Commitment) -> int | float | None:
    """How many actors are said to take part: the figure that counts them, preferred or only."""
    figures = [figure for figure in entry.figures.all() if figure.measure.counts_actors]
    for figure in sorted(figures, key=lambda figure: not figure.preferred):
        return _number(figure.value if figure.value is not None else figure.low)
    return None


def _participations(entry: Entry, role: Role) -> list[Participation]:
    return [part for part in entry.participations.all() if part.role == role]


def _actors(entry: Entry) -> list[Document]:
    """The actors with the role they have here; contributors come after the others."""
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


def _actor(actor: Actor, role: str, status: str | None, represents: Actor | None) -> Document:
    return {
        "slug": actor.slug,
        "name": texts(actor, "name"),
        "kind": str(actor.kind),
        "role": str(role),
        "status": str(status) if status else None,
        "represents": represents.slug if represents else None,
        "country": country_of(actor, represents),
    }


def _actors_referred_to(entry: Entry) -> Iterable[Actor]:
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


def _figure(figure: Figure) -> Document:
    return {
        "measure": figure.measure.slug,
        "label": texts(figure.measure, "name"),
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit or None,
        "qualifier": str(figure.qualifier),
        "source": figure.source.slug if figure.source else None,
        "preferred": figure.preferred,
        "reason": texts(figure, "reason"),
    }


def _citation(citation: Any) -> Document:
    return {
        **source_record(citation.source),
        "locator": citation.locator,
        "quote": citation.quote,
        "stance": str(citation.stance or CitationStance.SUPPORTS),
        "note": texts(citation, "note"),
    }


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where it is whole. Three decimals and fifteen digits survive a float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
