"""Reference data as documents carry it: plain data, complete in itself.

Translatable text is an object by language tag, with the languages in which the text exists.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from modeltranslation.utils import build_localized_fieldname

from events import dates
from events.documents import shapes
from events.documents.shapes import Texts
from events.models import Actor, Membership, Office, Process, Source, Topic, Unit
from events.vocabulary import ActorKind


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
    return {
        "slug": process.slug,
        "name": texts(process, "name"),
        "summary": texts(process, "summary"),
    }


def topic_record(topic: Topic) -> shapes.Topic:
    return {
        "slug": topic.slug,
        "name": texts(topic, "name"),
        "description": texts(topic, "description"),
    }


def source_record(source: Source) -> shapes.Source:
    return {
        "slug": source.slug,
        "title": source.title,
        "publisher": source.publisher or None,
        "url": source.url or None,
        "archive_url": source.archive_url or None,
        "language": source.language,
        "published_on": source.published_on or None,
    }


def unit_record(unit: Unit) -> shapes.Unit:
    multiple: shapes.Multiple | None = None
    if unit.base and unit.times is not None:
        multiple = {"of": unit.base.slug, "times": number(unit.times)}
    return {
        "slug": unit.slug,
        "name": texts(unit, "name"),
        "one": texts(unit, "one"),
        "currency": unit.currency or None,
        "multiple": multiple,
    }


def number(value: Decimal) -> float:
    """A JSON number, whole if the value is. Fifteen digits survive a float."""
    return int(value) if value == value.to_integral_value() else float(value)


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
    }
    if actor.kind == ActorKind.COALITION:
        record["members"] = [
            {
                "actor": membership.actor.slug,
                "name": texts(membership.actor, "name"),
                "role": str(membership.role),
                "since": date_of(membership.since) if membership.since else None,
                "until": date_of(membership.until) if membership.until else None,
            }
            for membership in actor.memberships.all()
        ]
    return record


def offices(actor: Actor) -> list[shapes.Office]:
    """The dated offices of a person; others have none."""
    if actor.kind != ActorKind.PERSON:
        return []
    return [
        {
            "title": texts(office, "title"),
            "represents": office.represents.slug if office.represents else None,
            "since": date_of(office.since) if office.since else None,
            "until": date_of(office.until) if office.until else None,
            "source": office.source.slug if office.source else None,
        }
        for office in actor.offices.all()
    ]


def former_names(actor: Actor) -> list[shapes.FormerName]:
    return [
        {
            "name": texts(former, "name"),
            "until": date_of(former.until),
            "source": former.source.slug if former.source else None,
        }
        for former in actor.former_names.all()
    ]


def country_of(actor: Actor, represents: Actor | None) -> str | None:
    return actor.country or (represents.country if represents else "") or None


def with_members() -> QuerySet[Actor]:
    """Actors with everything that `actor_record` reads."""
    dated = _with_dated_facts()
    members = Membership.objects.prefetch_related(Prefetch("actor", dated))
    return dated.prefetch_related(Prefetch("memberships", members))


def represented() -> QuerySet[Actor]:
    """Those whom others represent, who are no persons, with their former names."""
    return Actor.objects.prefetch_related("former_names__source")


def _with_dated_facts() -> QuerySet[Actor]:
    whom = Prefetch("represents", represented())
    offices_held = Office.objects.select_related("source").prefetch_related(whom)
    return Actor.objects.prefetch_related(
        whom, Prefetch("offices", offices_held), "former_names__source"
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
