"""What uses a piece of reference data: the list on which its deletion is refused."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CASCADE, Model, QuerySet
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from events.admin.base import page_of
from events.models import Actor, Entry, Topic

# A part is named by the record that it belongs to: “a citation” would help nobody to find it.
OWNERS = ("entry", "commitment", "coalition")


def uses(things: Iterable[Model]) -> list[SafeString]:
    """Everything that refers to these, as links to its page, each once, in order."""
    owners: dict[tuple[str, Any], Model] = {}
    for thing in things:
        for user in users(thing):
            owner = owner_of(user)
            # A commitment and the entry that it is are one and the same.
            label = Entry._meta.label if isinstance(owner, Entry) else owner._meta.label
            owners[label, owner.pk] = owner
    named = sorted((kind_of(owner), str(owner), page_of(owner)) for owner in owners.values())
    return [
        format_html('{}: <a href="{}">{}</a>', kind, address, name) for kind, name, address in named
    ]


def users(thing: Model) -> Iterable[Model]:
    """The rows that refer to a thing, except those that go with it."""
    for relation in thing._meta.related_objects:
        if relation.one_to_one or relation.on_delete is CASCADE:
            continue
        found: QuerySet[Any] = relation.related_model._default_manager.filter(
            **{relation.field.name: thing.pk}
        )
        fields = {field.name for field in relation.related_model._meta.fields}
        yield from found.select_related(*(name for name in OWNERS if name in fields))
    if isinstance(thing, Topic):
        # The database would let go of a topic together with the rows that tie it to entries.
        yield from thing.entries.all()


def owner_of(user: Model) -> Model:
    for name in OWNERS:
        if isinstance(owner := getattr(user, name, None), Entry | Actor):
            return owner
    return user


def kind_of(owner: Model) -> str:
    if isinstance(owner, Entry | Actor):
        return str(owner.get_kind_display())
    return capfirst(str(owner._meta.verbose_name))
