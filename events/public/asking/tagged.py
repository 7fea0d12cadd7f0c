"""Filters as tags: what is asked for by slugs and values of closed lists, as their numbers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from events.documents.indexing import TagName
from events.filters import TABLE, Choice, ReferenceChoice
from events.log import Tag
from events.public.asking.parameters import Parameters
from events.public.asking.programs import each
from events.public.asking.statuses import AnyTag, Common, of_status, turned
from events.public.asking.suggestions import Called, nothing_has
from events.vocabulary import Facet, Naming

# The fields of `Filters` that are not called after their filter.
FIELDS = {"actor": "actors", "source": "sources", "from": "start", "to": "end"}
REFERENCES = tuple(one for one in TABLE if isinstance(one, ReferenceChoice))
# Closed lists whose values are tags.
TAGGED = {one.name: one for one in TABLE if isinstance(one, Choice) and one.facet}

# The values read, by the name of the field.
Values = dict[str, Any]


def tags_of(values: Values, reader: Parameters, called: Called | None) -> tuple[Common, ...] | None:
    """The numbers of the tags asked for: of each group, one is to be there. Complains of slugs that
    nothing public has."""
    named = [
        (one, [TagName(one.facet, slug) for slug in each(value)])
        for one in REFERENCES
        for value in slugs_of(one, values)
    ]
    groups = [group for _one, group in named]
    for name, value in values["choices"]:
        groups += _told_by(TAGGED[name], value, values.get("actors", ()))
    for value in values.get("country") or ():
        groups.append([TagName(Facet.ACTOR, slug) for slug in each(value)])
    if values.get("made_at"):
        groups.append([TagName(Facet.NAMES, f"{Naming.MADE_AT}/{values['made_at']}")])
    wanted = [tag for group in groups for tag in group]
    if not wanted:
        return ()
    rows = Tag.objects.filter(slug__in=[tag.slug for tag in wanted])
    known: dict[TagName, int] = {}
    standing: dict[TagName, int] = {}
    for number, facet, slug, entries in rows.values_list("id", "facet", "slug", "standing"):
        known[TagName(facet, slug)], standing[TagName(facet, slug)] = number, entries
    wrong: dict[ReferenceChoice, list[str]] = {}
    for one, group in named:
        for tag in group:
            if tag not in known and TagName(one.also, tag.slug) not in known:
                wrong.setdefault(one, []).append(tag.slug)
    for one, slugs in wrong.items():
        for message in nothing_has(one.facet, slugs, called):
            reader.complain(one.name, message)
    values["rarest"] = min(sum(standing.get(tag, 0) for tag in group) for group in groups)
    found = [_any_of(group, known, values["on"]) for group in groups]
    return tuple(found) if all(found) else None


def _any_of(group: Sequence[TagName], known: Mapping[TagName, int], day: date | None) -> Common:
    """What entries have in common that have one of these tags; 0 if none ever had."""
    if len(group) == 1:
        return _common(group[0], known.get(group[0], 0), day)
    numbers = tuple(known[tag] for tag in group if tag in known)
    return AnyTag(numbers) if numbers else 0


def _common(tag: TagName, number: int, day: date | None) -> Common:
    """What entries have in common that have a tag, whose number is 0 if none ever had; of a status,
    those that have it on the day, if there is one."""
    if day and tag.facet == Facet.STATUS:
        return of_status(tag.slug, number, turned(day))
    return number


def slugs_of(one: ReferenceChoice, values: Values) -> tuple[str, ...]:
    found = values.get(FIELDS.get(one.name, one.name))
    return found if isinstance(found, tuple) else (found,) if found else ()


def _told_by(one: Choice, value: str, actors: Sequence[str]) -> Iterator[list[TagName]]:
    """The tags of a value. If actors are asked for too, they must be the ones who have it."""
    values = each(value)
    if one.with_actors and actors:
        for slugs in map(each, actors):
            yield [
                TagName(one.with_actors, f"{slug}/{value}") for slug in slugs for value in values
            ]
    else:
        yield [TagName(one.facet, value) for value in values]
