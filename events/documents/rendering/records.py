"""Reference data as documents carry it: plain data, complete in itself.

Translatable text is an object by language tag, with the languages in which the text exists.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, prefetch_related_objects
from modeltranslation.utils import build_localized_fieldname

from events import dates
from events.documents import shapes
from events.documents.rendering.onfile import held, memberships, predecessors, successors
from events.documents.shapes import Texts
from events.models import (
    MOST_WIDER,
    Actor,
    Domain,
    Identifier,
    MeetingFormat,
    Picture,
    Process,
    ProcessPicture,
    Source,
    Succession,
    Topic,
)
from events.vocabulary import BODIES, LICENCE_ADDRESSES, address


def texts(instance: Any, field: str) -> Texts:
    """A translated field as an object by language tag; a language without a text is left out."""
    values = {
        language: getattr(instance, build_localized_fieldname(field, language))
        for language in settings.MODELTRANSLATION_LANGUAGES
    }
    return {language: value for language, value in values.items() if value}


def date_of(edtf: str, wording: Texts | None = None) -> shapes.Date:
    """A date as published: the string, its bounds, and its label in every language."""
    value = dates.parse(edtf)
    labels = {code: value.label(code) for code in settings.MODELTRANSLATION_LANGUAGES}
    return {
        "edtf": value.edtf,
        "earliest": _day(value.earliest),
        "latest": _day(value.latest),
        "precision": value.precision,
        "approximate": value.approximate,
        "uncertain": value.uncertain,
        "label": labels | (wording or {}),
    }


def process_record(process: Process) -> shapes.Process:
    record: shapes.Process = {
        "slug": process.slug,
        "name": texts(process, "name"),
        "summary": texts(process, "summary"),
    }
    # Of those that `with_pictured` has found, hardly one has a picture.
    if getattr(process, "pictured", True) and (found := process.pictures.all()):
        record["pictures"] = [picture(row) for row in found]
    return record


def with_pictured() -> QuerySet[Process]:
    """Processes, each with whether it has a picture (`pictured`): asking in the same statement
    costs less than another one."""
    return Process.objects.annotate(
        pictured=Exists(ProcessPicture.objects.filter(process=OuterRef("pk")))
    )


def picture(row: Picture) -> shapes.Picture:
    return {
        "sizes": cast("list[shapes.PictureSize]", row.sizes),
        "caption": texts(row, "caption"),
        "description": texts(row, "description"),
        "credit": row.credit,
        "licence": str(row.licence),
        "licence_url": LICENCE_ADDRESSES.get(row.licence),
        "origin": row.origin or None,
    }


def topic_record(topic: Topic) -> shapes.Topic:
    """What the record knows of a topic, which has to have its wider ones (`add_wider`)."""
    return {**_of_topic(topic), "wider": [_of_topic(wider) for wider in topic.wider_ones()]}


def _of_topic(topic: Topic) -> shapes.WiderTopic:
    aliases: list[shapes.TopicAlias] = [
        {"text": name, "language": language}
        for language, names in texts(topic, "other_names").items()
        for name in filter(None, map(str.strip, names.splitlines()))
    ]
    return {**_described(topic), "aliases": aliases}


def _described(thing: Topic | Domain | MeetingFormat) -> shapes.Domain:
    """What documents say of whatever has just a name and a description."""
    return {
        "slug": thing.slug,
        "name": texts(thing, "name"),
        "description": texts(thing, "description"),
    }


def add_wider(topics: Iterable[Topic]) -> None:
    """Let topics have those to which they belong. Each level that there is takes a query: nearly
    all have none, and joining the table to itself so often took as long as ten queries."""
    level = list(topics)
    for _ in range(MOST_WIDER):
        level = [topic for topic in level if topic.wider_id]
        prefetch_related_objects(level, "wider")
        level = [topic.wider for topic in level if topic.wider]


def domain_record(domain: Domain) -> shapes.Domain:
    return {**_described(domain)}


def format_record(form: MeetingFormat) -> shapes.MeetingFormat:
    return {**_described(form)}


def source_record(source: Source) -> shapes.Source:
    return {
        "slug": source.slug,
        "title": source.title,
        "authors": list(source.authors),
        "publisher": source.publisher or None,
        "url": source.url or None,
        "archive_url": source.archive_url or None,
        "access": str(source.access) or None,
        "doi": source.doi or None,
        "isbn": source.isbn or None,
        "urn": source.urn or None,
        "languages": [source.language, *source.other_languages],
        "published_on": source.published_on or None,
        "state": str(source.state),
        "state_date": source.state_date or None,
        "state_note": texts(source, "state_note"),
        "state_source": _state_source(source.state_source) if source.state_source else None,
    }


def _state_source(source: Source) -> shapes.StateSource:
    return {
        "slug": source.slug,
        "title": source.title,
        "language": source.language,
        "url": source.url or None,
    }


def with_state_source() -> QuerySet[Source]:
    """Sources with everything that `source_record` reads."""
    return Source.objects.select_related("state_source")


def actor_record(actor: Actor) -> shapes.Actor:
    """What the record knows of an actor today, apart from any role it has in an entry."""
    record: shapes.Actor = {
        "slug": actor.slug,
        "name": texts(actor, "name"),
        "kind": str(actor.kind),
        "country": country_of(actor, actor.represents),
        "office": texts(actor, "office"),
        "description": texts(actor, "description"),
        "represents": actor.represents.slug if actor.represents else None,
        "offices": offices(actor),
        "former_names": former_names(actor),
        "lifespan": _lifespan(actor),
        "predecessors": [_neighbour(one, one.predecessor) for one in predecessors(actor)],
        "successors": [_neighbour(one, one.actor) for one in successors(actor)],
        "aliases": [
            {"text": alias.text, "language": alias.language or None, "kind": str(alias.kind)}
            for alias in actor.aliases.all()
        ],
        "identifiers": [_identifier(one) for one in actor.identifiers.all()],
    }
    if actor.kind in BODIES:
        record["members"] = [
            {
                "actor": membership.actor.slug,
                "name": texts(membership.actor, "name"),
                "role": str(membership.role),
                "since": _date(membership.since),
                "until": _date(membership.until),
                "source": _slug(membership.source),
            }
            for membership in memberships(actor)
        ]
    if found := actor.pictures.all():
        record["pictures"] = [picture(row) for row in found]
    return record


def offices(actor: Actor) -> list[shapes.Office]:
    """The dated offices of a person; others have none."""
    return [
        {
            "title": texts(office, "title"),
            "represents": office.represents.slug if office.represents else None,
            "since": _date(office.since),
            "until": _date(office.until),
            "source": _slug(office.source),
        }
        for office in held(actor)
    ]


def former_names(actor: Actor) -> list[shapes.FormerName]:
    return [
        {
            "name": texts(former, "name"),
            "until": date_of(former.until),
            "source": _slug(former.source),
        }
        for former in actor.former_names.all()
    ]


def country_of(actor: Actor, represents: Actor | None) -> str | None:
    return actor.country or (represents.country if represents else "") or None


def _lifespan(actor: Actor) -> shapes.Lifespan | None:
    if not (actor.since or actor.until):
        return None
    return {
        "since": _date(actor.since),
        "since_source": _slug(actor.since_source),
        "until": _date(actor.until),
        "until_source": _slug(actor.until_source),
    }


def _neighbour(succession: Succession, other: Actor) -> shapes.Succession:
    return {
        "actor": other.slug,
        "name": texts(other, "name"),
        "date": _date(succession.date),
        "source": _slug(succession.source),
    }


def _identifier(identifier: Identifier) -> shapes.Identifier:
    return {
        "scheme": str(identifier.scheme),
        "value": identifier.value,
        "url": identifier.url or address(identifier.scheme, identifier.value),
    }


def _date(edtf: str) -> shapes.Date | None:
    return date_of(edtf) if edtf else None


def _slug(source: Source | None) -> str | None:
    return source.slug if source else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
