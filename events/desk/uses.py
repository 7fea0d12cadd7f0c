"""What uses a record of the desk: as long as anything does, it cannot be deleted."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CASCADE, Model, QuerySet

from events import publishing
from events.models import Actor, Entry, Reference

# A part is named by the record that it belongs to: “a citation” would not help to find it.
# A state of play or a walk names an entry, so they come first.
OWNERS = (
    *("overview", "walk", "entry", "later", "commitment"),
    *("summit", "body", "predecessor", "actor"),
)


def uses(things: Iterable[Model]) -> list[Model]:
    """The records that refer to these, each once."""
    owners: dict[tuple[str, Any], Model] = {}
    for thing in things:
        for user in _users(thing):
            owner = _owner_of(user)
            # A commitment and its row as an entry are one and the same.
            label = Entry._meta.label if isinstance(owner, Entry) else owner._meta.label
            owners[label, owner.pk] = owner
    return list(owners.values())


def _users(thing: Model) -> Iterable[Model]:
    """The rows that refer to a thing, except those that go with it."""
    for relation in thing._meta.related_objects:
        if relation.one_to_one or relation.on_delete is CASCADE:
            continue
        found: QuerySet[Any] = relation.related_model._default_manager.filter(
            **{relation.field.name: thing.pk}
        )
        fields = {field.name for field in relation.related_model._meta.fields}
        yield from found.select_related(*(name for name in OWNERS if name in fields))
    if isinstance(thing, Reference):
        # A draft may have let go of what readers still see.
        yield from publishing.naming(thing)


def _owner_of(user: Model) -> Model:
    for name in OWNERS:
        if isinstance(owner := getattr(user, name, None), Entry | Actor):
            return owner
    return user
