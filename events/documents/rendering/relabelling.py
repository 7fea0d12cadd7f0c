"""A published document with today's names: the effect of a change of reference data.

Only labels and the records of actors, topics, sources, measures and processes change, and what
dated facts of its actors say about its day. What the entry itself says stays as it was published,
whatever its draft says now; so do the offices of its actors and whom they represented, whatever
they have become since.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from events.documents import shapes
from events.documents.reading import status_changes, units
from events.documents.rendering.amounts import unit_record
from events.documents.rendering.onfile import all_on_file, sources_on_file, with_facts
from events.documents.rendering.people import Before, SpeaksFor, actor_in_entry
from events.documents.rendering.records import (
    actor_record,
    add_wider,
    domain_record,
    format_record,
    process_record,
    source_record,
    texts,
    topic_record,
    with_pictured,
    with_state_source,
)
from events.documents.shapes import Document
from events.models import Actor, Domain, Measure, MeetingFormat, Topic, Unit


class Library:
    """Today's reference data for some documents, read in a number of queries that does not grow
    with them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        documents = list(documents)
        slugs = {slug for document in documents for slug in _actors(document)}
        found = all_on_file(with_facts(slug__in=slugs))
        self.actors: dict[str, Actor] = {actor.slug: actor for actor in found}
        self.topics = _by_slug(Topic.objects, (t["slug"] for d in documents for t in d["topics"]))
        add_wider(self.topics.values())
        self.sources = _by_slug(
            with_state_source(), (s["slug"] for d in documents for s in d["sources"])
        )
        self.measures = _by_slug(
            Measure.objects, (f["measure"] for d in documents for f in d["figures"])
        )
        self.units = _by_slug(_units(), (unit["slug"] for d in documents for unit in units(d)))
        self.domains = _by_slug(Domain.objects, _domains(documents))
        self.formats = _by_slug(MeetingFormat.objects, _formats(documents))
        self.processes = _by_slug(with_pictured(), (p for d in documents for p in d["processes"]))

    def on_file(self, document: Document) -> list[Actor]:
        """All actors that the document refers to, and those on file with them: the members of
        bodies, and whomever persons have represented."""
        return all_on_file(self.actors[slug] for slug in _actors(document))


def relabel(document: Document, library: Library, today: date | None = None) -> Document:
    """The document with its labels and records brought up to date; the original stays unchanged.

    Of what is dated after `today`, if that is given, what is on file without a date is renewed too.
    """
    found = document.copy()
    found["topics"] = [topic_record(library.topics[topic["slug"]]) for topic in document["topics"]]
    edtf = document["date"]["edtf"]
    found["actors"] = [_actor(actor, edtf, library, today) for actor in document["actors"]]
    found["figures"] = [_figure(figure, library) for figure in document["figures"]]
    found["sources"] = [_citation(citation, library) for citation in document["sources"]]
    if found["kind"] == "commitment":
        found["roll_call"] = [_stage(row, library) for row in found["roll_call"]]
    processes = [library.processes[slug] for slug in document["processes"]]
    found["process_records"] = [process_record(process) for process in processes]
    if found["kind"] == "commitment":
        records = [library.domains[record["slug"]] for record in found["domain_records"]]
        found["domain_records"] = [domain_record(domain) for domain in records]
    elif found["kind"] == "summit":
        found["format_record"] = format_record(library.formats[found["format"]])
    on_file = library.on_file(found)
    found["actor_records"] = [actor_record(actor) for actor in on_file]
    found["source_records"] = [source_record(source) for source in sources_on_file(on_file)]
    return found


def _actor(
    row: shapes.ActorInEntry, edtf: str, library: Library, today: date | None
) -> shapes.ActorInEntry:
    represents, by = row["represents"], row["represents_by"]
    # Where it is not recorded how it is known, the entry itself may have said so.
    given = (
        SpeaksFor(library.actors[represents], by) if represents and by in ("entry", None) else None
    )
    before = Before([row], library.actors, today)
    known = library.actors[row["slug"]]
    return actor_in_entry(known, row["role"], row["status"], given, edtf, before)[0]


def _figure(figure: shapes.Figure, library: Library) -> shapes.Figure:
    label = texts(library.measures[figure["measure"]], "name")
    return {**figure, "label": label, "unit": _unit(figure["unit"], library)}


def _stage(row: shapes.RollCallStage, library: Library) -> shapes.RollCallStage:
    amount = row["amount"]
    renewed = amount and {**amount, "unit": _unit(amount["unit"], library)}
    return {**row, "amount": renewed or None}


def _unit(unit: shapes.Unit | None, library: Library) -> shapes.Unit | None:
    """A unit that is not on file any more, because a draft has another, stays as it was."""
    on_file = library.units.get(unit["slug"]) if unit else None
    return unit_record(on_file) if on_file else unit


def _units() -> QuerySet[Unit]:
    return Unit.objects.select_related("base")


def _citation(citation: shapes.Citation, library: Library) -> shapes.Citation:
    return {**citation, **source_record(library.sources[citation["slug"]])}


def _actors(document: Document) -> dict[str, None]:
    """The slugs of the actors in a role, of those they represent there, and of those who changed
    the status of a commitment, in order."""
    slugs: dict[str, None] = {}
    for actor in document["actors"]:
        slugs[actor["slug"]] = None
        if actor["represents"]:
            slugs[actor["represents"]] = None
    if document["kind"] == "commitment":
        for change in status_changes(document):
            if change["by"]:
                slugs[change["by"]] = None
    return slugs


def _domains(documents: Iterable[Document]) -> list[str]:
    found = [d["domain_records"] for d in documents if d["kind"] == "commitment"]
    return [record["slug"] for records in found for record in records]


def _formats(documents: Iterable[Document]) -> list[str]:
    return [document["format"] for document in documents if document["kind"] == "summit"]


def _by_slug(rows: Any, slugs: Iterable[str]) -> dict[str, Any]:
    found: dict[str, Any] = rows.in_bulk(set(slugs), field_name="slug")
    return found
