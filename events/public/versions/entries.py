"""One entry as it stands or stood, its versions, and what became of addresses that it had."""

import contextlib
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet

from events.log.derivation import NUMBER, confirm
from events.log.versions import Version
from events.public.versions.moments import Moment, seq_at
from events.vocabulary import Action

if TYPE_CHECKING:
    from datetime import datetime


class Missing(LookupError):
    """Nothing public ever had this slug or id, as far as the log went by then."""


class Gone(LookupError):
    """The entry was withdrawn. `since`: when; `note`: what readers were told."""

    def __init__(self, tombstone: Version) -> None:
        self.slug = tombstone.slug
        self.since: datetime = tombstone.published_at
        self.note = tombstone.note
        super().__init__(tombstone.slug)


class Moved(LookupError):
    """The entry has another slug by now."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(slug)


def entry(name: str, as_of: Moment | None = None, kind: str | None = None) -> Version:
    """The version of an entry that stands, or stood at that moment, found by slug or id.

    Raises `Missing`, `Gone` or, for a slug that the entry no longer has or did not have then,
    `Moved`.
    """
    log = Version.objects.all() if as_of is None else Version.objects.filter(seq__lte=seq_at(as_of))
    try:
        number = _entry_number(name, log, kind)
    except Missing:
        if as_of is None:
            raise
        # It may have got this slug later and stood under another one then.
        number = _entry_number(name, Version.objects.all(), kind)
    latest = log.filter(entry=number).order_by("-seq").first()
    if latest is None:
        raise Missing(name)
    if latest.action == Action.WITHDRAWN:
        raise Gone(latest)
    if name not in (latest.slug, str(latest.uid)):
        raise Moved(latest.slug)
    return latest


def history(name: str, kind: str | None = None) -> list[Version]:
    """All versions of an entry, also of a withdrawn one, from the first on, without documents.

    Found by any slug that it has or had, or by id. Raises `Missing`.
    """
    number = _entry_number(name, Version.objects.all(), kind)
    return list(Version.objects.filter(entry=number).defer("document").order_by("number"))


def version(name: str, number: int, kind: str | None = None) -> Version:
    """Version `number` of an entry. Raises `Missing`, and `WrongDerivation` as `last_seq` does."""
    entry_number = _entry_number(name, Version.objects.all(), kind)
    versions = Version.objects.filter(entry=entry_number, number=number)
    found = versions.annotate(derivation=NUMBER).first()
    if found is None:
        raise Missing(name)
    confirm(found.derivation, empty=False)
    return found


def _entry_number(name: str, log: QuerySet[Version], kind: str | None) -> int:
    """The entry that has, or had last, this slug or id."""
    named: dict[str, Any] = {"slug": name}
    with contextlib.suppress(ValueError):
        named = {"uid": UUID(name)}
    if "\0" in name:
        raise Missing(name)
    if kind:
        log = log.filter(kind=kind)
    # Of several entries that had the slug one after the other, the last one published with it.
    number = log.filter(**named).order_by("-seq").values_list("entry", flat=True).first()
    if number is None:
        raise Missing(name)
    return number
