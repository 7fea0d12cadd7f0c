"""Deleting a record of the desk on which nothing depends."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from events.desk import audit, lookup
from events.desk.rights import By, Right, Thing, require
from events.desk.uses import uses
from events.log import Tag
from events.models import Entry, Reference, Version
from events.vocabulary import DeskAction


class WasPublished(Exception):
    """What was once public has a history, which stays. The message says what to do instead."""


class InUse(Exception):
    """Other records refer to it: `users`."""

    def __init__(self, name: str, users: Sequence[Model]) -> None:
        self.users = list(users)
        super().__init__(_("“%(name)s” cannot be deleted, because it is in use.") % {"name": name})


def delete(thing: Thing, *, by: By = None) -> None:
    """Delete a record and everything that is part of it.

    Raises `NotAllowed`, `WasPublished` and `InUse`.
    """
    require(by, Right.DELETE, thing)
    with transaction.atomic():
        if isinstance(thing, Entry):
            # So that nobody publishes it meanwhile.
            list(Entry.objects.select_for_update().filter(pk=thing.pk).values_list("pk"))
            refuse_what_was_published(thing)
        if users := uses([thing]):
            raise InUse(str(thing), users)
        if isinstance(thing, Reference):
            _refuse_what_versions_name(thing)
        line = audit.line(DeskAction.DELETED, thing, by, name=audit.name_of(thing))
        lookup.forget(type(thing), thing.pk)
        number, _by_model = thing.delete()
        if number:
            audit.write([line])


def refuse_what_was_published(entry: Entry) -> None:
    """Raise `WasPublished` if the log has the entry, withdrawn or not."""
    if Version.objects.filter(entry=entry.pk).exists():
        raise WasPublished(
            _("This entry was published, so its history stays. Withdraw it instead.")
        )


def _refuse_what_versions_name(reference: Reference) -> None:
    """Only a record that is there can be redacted."""
    if Tag.objects.filter(facet__in=reference.FACETS, slug=reference.slug).exists():
        message = _("Versions of entries name “%(name)s”, so it stays. If it must go, redact it.")
        raise WasPublished(message % {"name": reference})
