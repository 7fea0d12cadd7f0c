"""What stands beside a record that may be meant, so that two with one name can be told apart."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Model
from django.utils.translation import ngettext

from events import dates, languages
from events.models import Actor, Entry, Reference, Source, Tag, Topic

MOST_USED = 8


@dataclass(frozen=True)
class Known:
    """A record with its name, and how many public entries name it."""

    key: int
    label: str
    entries: int
    thing: Any

    def beside(self) -> tuple[str, ...]:
        """What tells it from others, in words."""
        told = [text for text in _tell(self.thing) if text]
        if self.entries:
            said = ngettext("in %(number)d entry", "in %(number)d entries", self.entries)
            told.append(said % {"number": self.entries})
        return tuple(told)


def known(model: type[Model], keys: Collection[int] | None) -> list[Known]:
    """These records; or, if none are named, those that most public entries name."""
    things: Any = model._default_manager.all()
    if names := RELATED.get(_base(model)):
        things = things.select_related(*names)
    things = _most_used(model, things) if keys is None else things.filter(pk__in=keys)
    things = list(things)
    uses = _uses(model, [thing.slug for thing in things])
    return [Known(thing.pk, str(thing), uses.get(thing.slug, 0), thing) for thing in things]


def _most_used(model: type[Model], things: Any) -> list[Any]:
    if not issubclass(model, Reference):
        return list(things.order_by("-pk")[:MOST_USED])
    tags = Tag.objects.filter(facet=model.FACETS[0], standing__gt=0).order_by("-standing")
    used = list(things.filter(slug__in=list(tags.values_list("slug", flat=True)[:MOST_USED])))
    more = things.exclude(pk__in=[thing.pk for thing in used]).order_by("-pk")
    return [*used, *more[: MOST_USED - len(used)]]


def _uses(model: type[Model], slugs: list[str]) -> dict[str, int]:
    if not issubclass(model, Reference):
        return {}
    tags = Tag.objects.filter(facet=model.FACETS[0], slug__in=slugs)
    return dict(tags.values_list("slug", "standing"))


def _actor(actor: Actor) -> list[str]:
    represented = str(actor.represents) if actor.represents else ""
    return [str(actor.get_kind_display()), actor.country, actor.office, represented]


def _source(source: Source) -> list[str]:
    host = urlsplit(source.url).hostname or ""
    return [
        *(source.publisher, _day(source.published_on), source.language),
        host.removeprefix("www."),
    ]


def _topic(topic: Topic) -> list[str]:
    return [str(topic.wider) if topic.wider else ""]


def _entry(entry: Entry) -> list[str]:
    return [str(entry.get_kind_display()), _day(entry.date)]


def _day(edtf: str) -> str:
    try:
        return dates.parse(edtf).label(languages.active()) if edtf else ""
    except dates.DateError:
        return edtf


TELLING: dict[type[Model], Callable[[Any], list[str]]] = {
    Actor: _actor,
    Source: _source,
    Topic: _topic,
    Entry: _entry,
}
RELATED: dict[type[Model], tuple[str, ...]] = {Actor: ("represents",), Topic: ("wider",)}


def _base(model: type[Model]) -> type[Model]:
    return Entry if issubclass(model, Entry) else model


def _tell(thing: Any) -> list[str]:
    tell = TELLING.get(_base(type(thing)))
    return tell(thing) if tell else [thing.slug]
