"""Actors with all that their records say, and everybody to whom those refer.

However many there are, they take a few queries: one round for the actors, one for those on file
with them, and one more for each level of bodies within bodies.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from events.documents.rendering.fetching import fetch
from events.models import Actor, FormerName, Membership, Office, Source, Succession
from events.vocabulary import BODIES, ActorKind


def with_facts(**which: Any) -> list[Actor]:
    """These actors with everything that `actor_record` reads, of themselves and of those with
    them."""
    found = list(Actor.objects.filter(**which))
    _complete(found)
    return found


def on_file_with(actor: Actor) -> list[Actor]:
    """The actors that the record of an actor names and that documents carry with it."""
    found = [membership.actor for membership in memberships(actor)]
    found += [actor.represents] if actor.represents else []
    return found + [office.represents for office in held(actor) if office.represents]


def memberships(actor: Actor) -> list[Membership]:
    """The members of a body; others have none, whatever was on file before they became another
    kind."""
    return list(actor.memberships.all()) if actor.kind in BODIES else []


def held(actor: Actor) -> list[Office]:
    """The dated offices of a person; others have none."""
    return list(actor.offices.all()) if actor.kind == ActorKind.PERSON else []


def predecessors(actor: Actor) -> list[Succession]:
    """Whom a state or body came after; persons come after nobody."""
    return [] if actor.kind == ActorKind.PERSON else list(actor.predecessors.all())


def successors(actor: Actor) -> list[Succession]:
    """Who came after a state or body; persons are not followed."""
    return [] if actor.kind == ActorKind.PERSON else list(actor.successors.all())


def all_on_file(actors: Iterable[Actor]) -> list[Actor]:
    """These actors and everybody on file with them, each once, in the order in which they are
    referred to."""
    waiting = list(actors)
    found: dict[str, Actor] = {}
    for actor in waiting:  # grows while it is walked, until nobody new is referred to
        if actor.slug not in found:
            found[actor.slug] = actor
            waiting += on_file_with(actor)
    return list(found.values())


def sources_on_file(actors: Iterable[Actor]) -> list[Source]:
    """The sources of what the records of these actors say, each once."""
    found: dict[str, Source] = {}
    for actor in actors:
        facts: list[Any] = [
            *memberships(actor),
            *held(actor),
            *actor.former_names.all(),
            *predecessors(actor),
            *successors(actor),
        ]
        named = [actor.since_source, actor.until_source, *(fact.source for fact in facts)]
        found |= {source.slug: source for source in named if source}
    return list(found.values())


def _complete(actors: list[Actor]) -> None:
    known = {actor.pk: actor for actor in actors}
    new = actors
    while new:
        _with_own_facts(new)
        missing = {key for actor in new for key in _refers(actor)} - known.keys()
        new = list(Actor.objects.filter(pk__in=missing)) if missing else []
        known |= {actor.pk: actor for actor in new}
    for actor in known.values():
        _join(actor, known)


def _with_own_facts(actors: list[Actor]) -> None:
    sourced = Succession.objects.select_related("source__state_source")
    # Of the member, only to put members in the order of their names for addresses.
    members = Membership.objects.select_related("source__state_source", "actor")
    fetch(
        actors,
        "aliases",
        "identifiers",
        "pictures",
        Prefetch("former_names", FormerName.objects.select_related("source__state_source")),
        Prefetch("offices", Office.objects.select_related("source__state_source")),
        Prefetch("memberships", members),
        Prefetch("successors", sourced.select_related("actor")),
        Prefetch("predecessors", sourced.select_related("predecessor")),
    )
    # Who says from when to when an actor exists.
    for name in ("since_source", "until_source"):
        known = [actor for actor in actors if getattr(actor, f"{name}_id")]
        prefetch_related_objects(
            known, Prefetch(name, Source.objects.select_related("state_source"))
        )


def _refers(actor: Actor) -> set[int]:
    keys = {actor.represents_id, *(office.represents_id for office in held(actor))}
    keys |= {membership.actor_id for membership in memberships(actor)}
    return {key for key in keys if key is not None}


def _join(actor: Actor, known: dict[int, Actor]) -> None:
    """Let it refer to those that are completed."""
    if actor.represents_id is not None:
        actor.represents = known[actor.represents_id]
    for office in held(actor):
        if office.represents_id is not None:
            office.represents = known[office.represents_id]
    for membership in memberships(actor):
        membership.actor = known[membership.actor_id]
