"""An entry of the desk as the document that the public gets: plain data, complete in itself.

A document names what it refers to by slug *and* label, so that showing it needs no desk table. It
has no `version` member yet: the door adds it (`events.publishing`).
"""

from typing import Any

from django.db.models import Prefetch, QuerySet

from events.documents import shapes
from events.documents.rendering.fetching import fetch
from events.documents.rendering.links import fetched, joined, link_to, linked
from events.documents.rendering.media import medium
from events.documents.rendering.onfile import all_on_file, sources_on_file, with_facts
from events.documents.rendering.parts import (
    ActorRow,
    actors,
    citation,
    earlier_date,
    figure,
    part,
    place,
    restated,
    status_change,
    step,
)
from events.documents.rendering.people import Before
from events.documents.rendering.records import (
    actor_record,
    add_wider,
    date_of,
    domain_record,
    format_record,
    picture,
    process_record,
    source_record,
    texts,
    topic_record,
    with_pictured,
)
from events.documents.rendering.roll_call import counts, stages
from events.models import (
    Actor,
    Citation,
    Commitment,
    Development,
    Domain,
    EarlierDate,
    Entry,
    Figure,
    Overview,
    Position,
    Question,
    RollCallStage,
    StatusChange,
    Summit,
    Walk,
)
from events.vocabulary import Role


def render(entry: Entry, before: Before | None = None) -> shapes.Document:
    """The document of an entry, which must be an instance of the model of its kind. `before`: what
    it has said of its actors, if it was public already."""
    rows = actors(entry, before or Before())
    if isinstance(entry, Summit):
        return _summit(entry, rows)
    if isinstance(entry, Commitment):
        return _commitment(entry, rows)
    if isinstance(entry, Position):
        return _position(entry, rows)
    if isinstance(entry, Question):
        return _question(entry, rows)
    if isinstance(entry, Development):
        return _development(entry, rows)
    if isinstance(entry, Overview):
        return _overview(entry, rows)
    if isinstance(entry, Walk):
        return _walk(entry, rows)
    raise TypeError(f"{type(entry).__name__} is no kind of entry")


def whole(entries: QuerySet[Any]) -> list[Any]:
    """The entries with everything that `render` reads, in a number of queries that does not grow
    with them."""
    related: list[Any] = [
        Prefetch("processes", with_pictured()),
        "topics",
        "participations",
        "media",
        "pictures",
        Prefetch("figures", Figure.objects.select_related("measure", "unit__base", "source")),
        Prefetch("citations", Citation.objects.select_related("source__state_source")),
        *fetched(entries.model),
    ]
    if entries.model is Summit:
        related += [
            "places",
            Prefetch("earlier_dates", EarlierDate.objects.select_related("source")),
        ]
    if entries.model is Commitment:
        called = RollCallStage.objects.select_related("source", "domain", "unit__base")
        related += [
            "domains",
            Prefetch("roll_call", called),
            Prefetch("status_changes", StatusChange.objects.select_related("source")),
            "parts",
        ]
    one = [*joined(entries.model), *(["format"] if entries.model is Summit else [])]
    found = list(entries.select_related(*one) if one else entries)
    fetch(found, *related)
    add_wider(topic for entry in found for topic in entry.topics.all())
    _complete_actors(found)
    return found


def _complete_actors(entries: list[Any]) -> None:
    """Let rows of theirs that name actors have these with their facts, all of them at once."""
    named = [
        (part, name)
        for entry in entries
        for part in entry.participations.all()
        for name in ("actor", "represents")
    ]
    for entry in entries:
        if isinstance(entry, Commitment):
            named += [(stage, "actor") for stage in entry.roll_call.all()]
            named += [(change, "by") for change in entry.status_changes.all()]
    keys = {key for row, name in named if (key := getattr(row, f"{name}_id"))}
    actors = {actor.pk: actor for actor in with_facts(pk__in=keys)} if keys else {}
    for row, name in named:
        setattr(row, name, actors.get(getattr(row, f"{name}_id")))


def _addressed(entry: Entry) -> shapes.Addressed:
    return {"id": str(entry.uid), "slug": entry.slug}


def _told(entry: Entry, rows: list[ActorRow]) -> shapes.Told:
    return {
        "processes": [process.slug for process in entry.processes.all()],
        "title": texts(entry, "title"),
        "summary": texts(entry, "summary"),
        "date": date_of(entry.date_there, texts(entry, "date_label")),
        "rank": entry.rank,
        "basis": str(entry.basis) or None,
        "topics": [topic_record(topic) for topic in entry.topics.all()],
        "actors": [row for row, _actor, _represented in rows],
        "figures": [figure(reported) for reported in entry.figures.all()],
        "pictures": [picture(row) for row in entry.pictures.all()],
        "media": [medium(row) for row in entry.media.all()],
        "sources": [citation(cited) for cited in entry.citations.all()],
    }


def _carried(entry: Entry, rows: list[ActorRow]) -> shapes.Carried:
    # In the order in which `relabelling` finds them, so that both write the same text.
    named = [actor for _row, *pair in rows for actor in pair if actor is not None]
    actors = all_on_file([*named, *_acting(entry)])
    return {
        "process_records": [process_record(process) for process in entry.processes.all()],
        "actor_records": [actor_record(actor) for actor in actors],
        "source_records": [source_record(source) for source in sources_on_file(actors)],
        "shape": shapes.SHAPE,
    }


def _acting(entry: Entry) -> list[Actor]:
    """Those who changed the status of a commitment, in the order in which the document names
    them."""
    if not isinstance(entry, Commitment):
        return []
    keys = ["", *(part.key for part in entry.parts.all())]
    return [change.by for key in keys for change in entry.history_of(key) if change.by]


def _of_events(entry: Entry) -> shapes.OfEvents:
    return {
        "key_event": entry.key_event,
        "contradicts": [link_to(row.contradicted) for row in entry.contradicts.all()],
    }


def _summit(entry: Summit, rows: list[ActorRow]) -> shapes.Summit:
    return {
        **_addressed(entry),
        "kind": "summit",
        **_told(entry, rows),
        **_of_events(entry),
        "status": str(entry.status),
        "format": entry.format.slug,
        "format_record": format_record(entry.format),
        "level": str(entry.level) or None,
        "mode": entry.mode_if_known,
        "places": [place(row) for row in entry.places.all()],
        "earlier_dates": [earlier_date(row, entry) for row in entry.earlier_dates.all()],
        "follows": linked(entry.follows),
        **_carried(entry, rows),
    }


def _commitment(entry: Commitment, rows: list[ActorRow]) -> shapes.Commitment:
    condition: shapes.Condition = {
        "text": texts(entry, "condition"),
        "state": str(entry.condition_state) or None,
    }
    return {
        **_addressed(entry),
        "kind": "commitment",
        **_told(entry, rows),
        **_of_events(entry),
        "domains": [domain.slug for domain in entry.domains.all()],
        "domain_records": [domain_record(domain) for domain in _domains(entry)],
        "firmness": str(entry.firmness),
        "condition": condition if condition["text"] else None,
        "status": str(entry.status),
        "history": [status_change(change) for change in entry.history_of()],
        "parts": [part(promised, entry) for promised in entry.parts.all()],
        "deadline": date_of(entry.deadline) if entry.deadline else None,
        "made_at": linked(entry.made_at),
        "restates": [restated(row) for row in entry.restates.all()],
        "roll_call": stages(entry),
        "counts": counts(entry),
        **_carried(entry, rows),
    }


def _domains(entry: Commitment) -> list[Domain]:
    """Those of the commitment and of its roll call, in the order of the site's list."""
    found = {domain.slug: domain for domain in entry.domains.all()}
    called = [row.domain for row in entry.roll_call.all() if row.domain]
    found |= {domain.slug: domain for domain in called}
    return sorted(found.values(), key=lambda domain: (domain.order, domain.slug))


def _position(entry: Position, rows: list[ActorRow]) -> shapes.Position:
    speakers = [part.actor.slug for part in entry.participations.all() if part.role == Role.SPEAKER]
    return {
        **_addressed(entry),
        "kind": "position",
        **_told(entry, rows),
        **_of_events(entry),
        "stance": str(entry.stance),
        # One may speak for two bodies.
        "speakers": list(dict.fromkeys(speakers)),
        "attribution": texts(entry, "attribution"),
        **_carried(entry, rows),
    }


def _development(entry: Development, rows: list[ActorRow]) -> shapes.Development:
    return {
        **_addressed(entry),
        "kind": "development",
        **_told(entry, rows),
        **_of_events(entry),
        **_carried(entry, rows),
    }


def _question(entry: Question, rows: list[ActorRow]) -> shapes.Question:
    return {
        **_addressed(entry),
        "kind": "question",
        **_told(entry, rows),
        **_of_events(entry),
        "status": str(entry.status),
        "answered_by": linked(entry.answered_by),
        **_carried(entry, rows),
    }


def _overview(entry: Overview, rows: list[ActorRow]) -> shapes.Overview:
    return {
        **_addressed(entry),
        "kind": "overview",
        **_told(entry, rows),
        "rests_on": [link_to(row.entry) for row in entry.rests_on.all()],
        **_carried(entry, rows),
    }


def _walk(entry: Walk, rows: list[ActorRow]) -> shapes.Walk:
    return {
        **_addressed(entry),
        "kind": "walk",
        **_told(entry, rows),
        "steps": [step(row) for row in entry.steps.all()],
        **_carried(entry, rows),
    }
