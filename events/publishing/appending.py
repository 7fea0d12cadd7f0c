"""Appends to the log: one place where versions come into being, in the order of their commits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import Max
from django.utils import timezone

from events.documents.shapes import Document, Texts
from events.engines import lock_log
from events.log import NUMBER, STANDS, Version, VersionIndex, confirm, timestamp, written_by
from events.publishing.derived import Derived, Dictionary, derive, sign, write
from events.publishing.linking import holders
from events.publishing.said import said
from events.vocabulary import Action

VERSION_MEMBER = b',"version":'


@dataclass
class PublicState:
    """What an entry is to become in public: a document, or None if it is withdrawn."""

    entry: int
    uid: UUID
    kind: str
    slug: str
    document: Document | None
    note: Texts = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        """The JSON text without its last brace, where the member `version` goes."""
        return orjson.dumps(self.document)[:-1]

    def is_what_stands(self, standing: Version) -> bool:
        """Does the standing version say the same, whatever its number, time and note, and whatever
        shape it was published in?"""
        return said(standing) == self.document


class AddressTaken(Exception):
    """Another entry was published under the slug of this state while it was being prepared."""

    def __init__(self, state: PublicState, holder: int) -> None:
        self.state = state
        self.holder = holder
        super().__init__(state.slug)


def append(states: Sequence[PublicState], by: Any = None) -> list[Version]:
    """Add one version for each state, each of a different entry, and what is derived from it.

    Must run inside a transaction. All that can be worked out beforehand is; then the lock is taken,
    then the clock is read, then rows are written: so `seq` is the order of commits, and
    `published_at` never runs against it. Raises `WrongDerivation` and, before anything is written,
    `AddressTaken`.
    """
    derived: dict[int, Derived] = {
        state.entry: derive(state.document, state.entry) for state in states if state.document
    }
    dictionary = Dictionary(derived.values())
    bodies = {state.entry: state.body for state in states if state.document}
    with connection.cursor() as cursor:
        lock_log(cursor, connection)
    seq, last_time = _end_of_log()
    now = max(timezone.now(), last_time)
    entries = [state.entry for state in states]
    stood = VersionIndex.objects.filter(entry__in=entries, superseded_by=STANDS)
    ending = {row.entry: row for row in stood}
    _refuse_taken(states, ending)
    numbers = dict(
        Version.objects.filter(entry__in=entries)
        .order_by()
        .values_list("entry")
        .annotate(Max("number"))
    )
    versions = []
    for state in states:
        seq += 1
        version = Version(
            seq=seq,
            entry_id=state.entry,
            uid=state.uid,
            number=numbers.get(state.entry, 0) + 1,
            action=Action.PUBLISHED if state.document else Action.WITHDRAWN,
            kind=state.kind,
            slug=state.slug,
            published_at=now,
            published_by=by,
            notes=orjson.dumps(state.note).decode() if state.note else None,
        )
        if state.document:
            version.document = complete(bodies[state.entry], version)
        versions.append(version)
    Version.objects.bulk_create(versions, batch_size=100)
    for version in versions:
        if version.entry_id in ending:
            ended = VersionIndex.objects.filter(pk=ending[version.entry_id].pk)
            ended.update(superseded_by=version.seq)
    counting = write(
        [(version, derived[version.entry_id]) for version in versions if version.document],
        dictionary,
    )
    for row in ending.values():
        counting.ends(row)
    counting.write()
    return versions


def _refuse_taken(states: Sequence[PublicState], standing: Mapping[int, VersionIndex]) -> None:
    """Raise `AddressTaken` for one that would take over the address of another entry. Whatever
    stands under an address was the last to have it."""
    new = [
        state
        for state in states
        if state.document
        and not (state.entry in standing and standing[state.entry].slug == state.slug)
    ]
    held = holders(state.slug for state in new) if new else {}
    for state in new:
        if held.get(state.slug, state.entry) != state.entry:
            raise AddressTaken(state, held[state.slug])


def _end_of_log() -> tuple[int, datetime]:
    """The seq and time of the last version. Raises `WrongDerivation` unless the derived tables are
    this release's to write. Asked under the lock, because its last holder may have been a newer
    release that derived everything again."""
    log = Version.objects.order_by("-seq").annotate(derivation=NUMBER)
    last = log.values_list("seq", "published_at", "derivation").first()
    if last is not None:
        confirm(last[2], empty=False)
        return last[:2]
    confirm(written_by(), empty=True)
    sign()
    return 0, datetime.min.replace(tzinfo=UTC)


def complete(body: bytes, version: Version) -> str:
    """The text of the document with its version as the last member."""
    member = {
        "number": version.number,
        "seq": version.seq,
        "published_at": timestamp(version.published_at),
        "note": version.told,
    }
    return (body + VERSION_MEMBER + orjson.dumps(member) + b"}").decode()
