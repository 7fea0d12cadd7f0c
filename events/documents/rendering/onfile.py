"""Actors with all that their records say, and everybody to whom those refer.

However many there are, they take a few queries: one round for the actors, one for those on file
with them, and one more for each level of bodies within bodies.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from events.models import Actor, FormerName, Membership, Office, Source, Succession
from events.vocabulary import BODIES, ActorKind

# Who says from when to when an actor exists.
WHO_SAYS_SO = ("since_source__state_source", "until_source__state_source")


def with_facts() -> QuerySet[Actor]:
    """Actors with everything that `actor_record` reads, of themselves and of those with them."""
    return _OnFile(Actor).select_related(*WHO_SAYS_SO)


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


class _OnFile(QuerySet[Actor]):
    """Completes what it has fetched, also where it is fetched for somebody else's prefetch."""

    def _fetch_all(self) -> None:
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new:
            # A query for values has nothing to complete.
            _complete([one for one in self._result_cache or [] if isinstance(one, Actor)])


def _complete(actors: list[Actor]) -> None:
    known = {actor.pk: actor for actor in actors}
    new = actors
    while new:
        _with_own_facts(new)
        missing = {key for actor in new for key in _refers(actor)} - known.keys()
        plain = Actor.objects.select_related(*WHO_SAYS_SO)
        new = list(plain.filter(pk__in=missing)) if missing else []
        known |= {actor.pk: actor for actor in new}
    for actor in known.values():
        _join(actor, known)


def _with_own_facts(actors: list[Actor]) -> None:
    sourced = Succession.objects.select_related("source__state_source")
    prefetch_related_objects(
        actors,
        "aliases",
        "identifiers",
        Prefetch("former_names", FormerName.objects.select_related("source__state_source")),
    )
    persons = [actor for actor in actors if actor.kind == ActorKind.PERSON]
    others = [actor for actor in actors if actor.kind != ActorKind.PERSON]
    bodies = [actor for actor in actors if actor.kind in BODIES]
    offices = Prefetch("offices", Office.objects.select_related("source__state_source"))
    prefetch_related_objects(persons, offices)
    # Of the member, only to put members in the order of their names for addresses.
    members = Membership.objects.select_related("source__state_source", "actor")
    prefetch_related_objects(bodies, Prefetch("memberships", members))
    prefetch_related_objects(
        others,
        Prefetch("successors", sourced.select_related("actor")),
        Prefetch("predecessors", sourced.select_related("predecessor")),
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
