"""One entry as it stands or stood, its versions, and what became of its former addresses."""

import contextlib
from uuid import UUID

from django.db.models import QuerySet, Subquery

from events import log
from events.log import NUMBER, confirm
from events.public.versions.moments import Moment, seq_at
from events.public.versions.served import (
    FACTS,
    PublishedVersion,
    ServedVersion,
    facts,
    read,
    told,
    version_of,
)
from events.vocabulary import Action


class Missing(LookupError):
    """Nothing public ever had this slug or id, as far as the log went at the time asked about."""


class Gone(LookupError):
    """The entry was withdrawn or redacted. `since`: when; `note`: what readers were told."""

    def __init__(self, tombstone: ServedVersion) -> None:
        self.slug = tombstone.slug
        self.since = tombstone.published_at
        self.note = tombstone.note
        self.is_redacted = tombstone.action == Action.REDACTED
        super().__init__(tombstone.slug)


class Moved(LookupError):
    """The entry now has another slug."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(slug)


def entry(name: str, as_of: Moment | None = None, kind: str | None = None) -> PublishedVersion:
    """The version of an entry that stands, or stood at that moment, found by slug or id.

    Raises `Missing`, `Gone` or, for a slug that the entry no longer has or did not have then,
    `Moved`.
    """
    versions = log.Version.objects.all()
    if as_of is not None:
        versions = versions.filter(seq__lte=seq_at(as_of))
    try:
        number = _entry_number(name, versions, kind)
    except Missing:
        if as_of is None:
            raise
        # It may have got this slug later and stood under another one then.
        number = _entry_number(name, log.Version.objects.all(), kind)
    found = read(versions.filter(entry=number).order_by("-seq")[:1])
    if not found:
        raise Missing(name)
    latest = found[0]
    if not isinstance(latest, PublishedVersion):
        raise Gone(latest)
    if name not in (latest.slug, str(latest.uid)):
        raise Moved(latest.slug)
    return latest


def history(name: str, kind: str | None = None) -> list[ServedVersion]:
    """All versions of an entry, even a withdrawn one, oldest first, without documents.

    Found by any slug that it has or had, or by id. Raises `Missing`.
    """
    return facts(_versions(name, kind).order_by("number"))


def version(
    name: str, number: int, kind: str | None = None, *, original: bool = False
) -> ServedVersion:
    """Version `number` of an entry: a `PublishedVersion`, unless it is a withdrawal. `original`:
    with its document byte for byte as it was published, in whatever shape.

    Raises `Missing`, and `WrongDerivation` as `last_seq` does.
    """
    found = read(_versions(name, kind).filter(number=number), original=original)
    if not found:
        raise Missing(name)
    return found[0]


def is_id(name: str) -> bool:
    """Is this the id of an entry, in the form in which ids are written?"""
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def latest(name: str, kind: str | None = None) -> ServedVersion | None:
    """The newest version of an entry, found as in `history`, without its document; None if there is
    none. One query. Raises `WrongDerivation` if documents cannot be read now."""
    holder = _holding(name, log.Version.objects.all(), kind).values("entry")[:1]
    found = log.Version.objects.filter(entry=Subquery(holder)).order_by("-seq")
    row = told(found).annotate(derivation=NUMBER).values_list(*FACTS, "derivation").first()
    if row is None:
        return None
    *said, derivation = row
    confirm(derivation, empty=False)
    return version_of(*said)


def with_document(version: ServedVersion) -> PublishedVersion:
    """A version taken from a history, not a withdrawal, with its document."""
    [found] = read(log.Version.objects.filter(seq=version.seq))
    assert isinstance(found, PublishedVersion)
    return found


def _versions(name: str, kind: str | None) -> QuerySet[log.Version]:
    """The versions of the entry that has, or had last, this slug or id."""
    number = _entry_number(name, log.Version.objects.all(), kind)
    return log.Version.objects.filter(entry=number)


def _entry_number(name: str, versions: QuerySet[log.Version], kind: str | None) -> int:
    """The number of the entry with this slug or id in these versions. Raises `Missing`."""
    number = _holding(name, versions, kind).values_list("entry", flat=True).first()
    if number is None:
        raise Missing(name)
    return number


def _holding(name: str, versions: QuerySet[log.Version], kind: str | None) -> QuerySet[log.Version]:
    """Those of the versions with this slug or id, the newest first: if several entries had the slug
    in turn, it is that of the last one published with it."""
    named: dict[str, str | UUID] = {"slug": name}
    with contextlib.suppress(ValueError):
        named = {"uid": UUID(name)}
    if "\0" in name:
        return versions.none()
    if kind:
        versions = versions.filter(kind=kind)
    return versions.filter(**named).order_by("-seq")
