"""Writes and reads the audit: a line for each action on a record, in the transaction of the action.

A line says what was done as values, not as a sentence; `events.desk.sentences` words it.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from modeltranslation.manager import get_translatable_fields_for_model

from events.desk.rights import By, Thing, kind_of
from events.documents.rendering import texts
from events.models import AuditLine, Entry, Version
from events.vocabulary import DeskAction

BATCH = 500


def line(action: DeskAction, thing: Thing, by: By, **params: Any) -> AuditLine:
    """A line that says that somebody did something to a record; not written yet."""
    return AuditLine(
        action=action,
        by=_account(by),
        kind=kind_of(thing),
        key=thing.pk,
        uid=thing.uid if isinstance(thing, Entry) else None,
        slug=thing.slug,
        params=params,
    )


def line_of(action: DeskAction, version: Version, by: By, **params: Any) -> AuditLine:
    """A line that says that somebody did to an entry what made this version; not written yet."""
    return AuditLine(
        action=action,
        by=_account(by),
        kind=version.kind,
        key=version.entry_id,
        uid=version.uid,
        slug=version.slug,
        params=params,
    )


def write(lines: Iterable[AuditLine]) -> None:
    AuditLine.objects.bulk_create(lines, batch_size=BATCH)


def history(thing: Thing) -> QuerySet[AuditLine]:
    """What was done to a record of the desk, oldest first."""
    return AuditLine.objects.filter(kind=kind_of(thing), key=thing.pk).select_related("by")


def done_by(account: User) -> QuerySet[AuditLine]:
    """What somebody did, newest first."""
    return AuditLine.objects.filter(by=account).order_by("-pk")


def name_of(thing: Model) -> dict[str, str]:
    """The name or title of a record by language, for a line that outlives it."""
    field = "title" if hasattr(thing, "title") else "name"
    if field in (get_translatable_fields_for_model(type(thing)) or ()):
        return texts(thing, field)
    return {thing.language: thing.title}  # type: ignore[attr-defined]


def _account(by: By) -> User | None:
    return by if isinstance(by, User) else None
