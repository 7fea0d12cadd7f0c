"""What uses a piece of reference data: the list on which its deletion is refused."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CASCADE, Model, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from events.models import Actor, Entry, Topic

# A part is named by the record that it belongs to: “a citation” would help nobody to find it.
OWNERS = ("entry", "commitment", "coalition")


def uses(things: Iterable[Model]) -> list[SafeString]:
    """Everything else that refers to these, as links to its page, each once, in order."""
    things = list(things)
    owners: dict[tuple[str, Any], Model] = {}
    for thing in things:
        for user in users(thing):
            owner = owner_of(user)
            if owner not in things:
                owners[owner._meta.label, owner.pk] = owner
    named = sorted(owners.values(), key=lambda owner: (str(owner._meta.verbose_name), str(owner)))
    return [link(owner) for owner in named]


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


def link(owner: Model) -> SafeString:
    kind = owner.get_kind_display() if isinstance(owner, Entry | Actor) else ""  # type: ignore[misc]
    opts = owner._meta
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[owner.pk])
    label = capfirst(kind or str(opts.verbose_name))
    return format_html('{}: <a href="{}">{}</a>', label, address, owner)
