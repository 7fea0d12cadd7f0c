"""Writes and reads the audit: a line for each action on a record, in the transaction of the action.

A line says what was done as values, not as a sentence; `events.desk.sentences` words it.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from modeltranslation.manager import get_translatable_fields_for_model

from events.desk.rights import By, Thing, account_of, kind_of
from events.documents.rendering import texts
from events.models import AuditLine, Entry, Version
from events.vocabulary import DeskAction

BATCH = 500
ACCOUNT = "user"
# What is said of each line beside what was done: `command`, by which one; `token` and `token_name`,
# by which token; `together`, the name of an action on several records at once, and `selected`, on
# how many.
_circumstances: ContextVar[Mapping[str, Any]] = ContextVar(
    "circumstances", default=MappingProxyType({})
)


@contextmanager
def by_command(name: str) -> Iterator[None]:
    """What is done in this context is done by a command of the site."""
    with _under(command=name):
        yield


@contextmanager
def by_token(name: str, key: int) -> Iterator[None]:
    """What is done in this context is done by a program that has shown this token."""
    with _under(token=key, token_name=name):
        yield


@contextmanager
def together(selected: int) -> Iterator[None]:
    """What is done in this context is one action on so many records, with a line for each that it
    has changed."""
    if selected == 1:
        yield
        return
    with _under(together=uuid.uuid4().hex, selected=selected):
        yield


@contextmanager
def _under(**more: Any) -> Iterator[None]:
    token = _circumstances.set({**_circumstances.get(), **more})
    try:
        yield
    finally:
        _circumstances.reset(token)


def line(action: DeskAction, thing: Thing, by: By, **params: Any) -> AuditLine:
    """A line that says that somebody did something to a record; not written yet."""
    return AuditLine(
        action=action,
        by=account_of(by),
        kind=kind_of(thing),
        key=thing.pk,
        uid=thing.uid if isinstance(thing, Entry) else None,
        slug=thing.slug,
        params={**params, **_circumstances.get()},
    )


def line_of(action: DeskAction, version: Version, by: By, **params: Any) -> AuditLine:
    """A line that says that somebody did to an entry what made this version; not written yet."""
    return AuditLine(
        action=action,
        by=account_of(by),
        kind=version.kind,
        key=version.entry_id,
        uid=version.uid,
        slug=version.slug,
        params={**params, **_circumstances.get()},
    )


def line_of_other(
    action: DeskAction, kind: str, key: int, called: str, by: By, **params: Any
) -> AuditLine:
    """A line on what is neither a record nor an account, such as a token; not written yet.
    `called`: what it was called then."""
    return AuditLine(
        action=action,
        by=account_of(by),
        kind=kind,
        key=key,
        slug=called[:80],
        params={**params, **_circumstances.get()},
    )


def line_of_account(action: DeskAction, account: User, by: By) -> AuditLine:
    """A line that says that somebody did something to an account; not written yet."""
    return AuditLine(
        action=action,
        by=account_of(by),
        kind=ACCOUNT,
        key=account.pk,
        slug=account.username,
        params={**_circumstances.get()},
    )


def write(lines: Iterable[AuditLine]) -> list[AuditLine]:
    return AuditLine.objects.bulk_create(lines, batch_size=BATCH)


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
