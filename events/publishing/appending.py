"""Appends to the log: one place where versions come into being, in the order of their commits."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from events.documents.shapes import Document, Texts
from events.engines import lock_log
from events.log import (
    NOW,
    NUMBER,
    ClockBehindLog,
    Derivation,
    Version,
    VersionIndex,
    brought_in,
    confirm,
    next_time,
    timestamp,
    written_by,
)
from events.publishing.batches import BATCH
from events.publishing.derived import Derived, Dictionary, derive, sign, write
from events.publishing.linking import holders
from events.publishing.said import histories, said
from events.vocabulary import Action

logger = logging.getLogger(__name__)

VERSION_MEMBER = b',"version":'


@dataclass
class PublicState:
    """What an entry is to become in public: a document, or None if it is no longer to stand.
    `redacted`: because something of it was redacted."""

    entry: int
    uid: UUID
    kind: str
    slug: str
    document: Document | None
    note: Texts = field(default_factory=dict)
    redacted: bool = False

    @property
    def action(self) -> Action:
        if self.redacted:
            return Action.REDACTED
        return Action.PUBLISHED if self.document else Action.WITHDRAWN

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


def append(
    states: Sequence[PublicState], by: Any = None, published_at: datetime | None = None
) -> list[Version]:
    """Add one version for each state, each of a different entry, and what is derived from it.

    Must run inside a transaction. All that can be worked out beforehand is; then the lock is taken,
    then the clock is read, then rows are written: so `seq` is the order of commits, and
    `published_at` goes with it. Raises `NotNow` and, before anything is written, `AddressTaken`.

    `published_at`: a time that is brought in, for a record that comes whole into an empty log. The
    versions keep the clock's beside it. Raises `CannotBringIn` for one that cannot be.
    """
    return Prepared(states).append(by, published_at)


class Prepared:
    """States that are to be appended, and all of it that can be worked out without the lock."""

    def __init__(self, states: Sequence[PublicState]) -> None:
        self.states = states
        self.derived: dict[int, Derived] = {
            state.entry: derive(state.document, state.entry) for state in states if state.document
        }
        self.dictionary = Dictionary(self.derived.values())
        self.bodies = {state.entry: state.body for state in states if state.document}
        # When the log was locked (`time.monotonic`).
        self.locked_at = 0.0

    def append(self, by: Any = None, published_at: datetime | None = None) -> list[Version]:
        """What `append` does with the states."""
        with connection.cursor() as cursor:
            lock_log(cursor, connection)
        self.locked_at = monotonic()
        seq, time, loaded_at = _end_of_log(published_at)
        told = histories(state.entry for state in self.states)
        standing = [history.last for history in told.values() if history.stands]
        stood = VersionIndex.objects.filter(pk__in=standing) if standing else []
        ending = {row.entry: row for row in stood}
        _refuse_taken(self.states, ending)
        versions = []
        for state in self.states:
            seq += 1
            version = Version(
                seq=seq,
                entry_id=state.entry,
                uid=state.uid,
                number=told[state.entry].number + 1 if state.entry in told else 1,
                action=state.action,
                kind=state.kind,
                slug=state.slug,
                published_at=time,
                loaded_at=loaded_at,
                published_by=by,
                notes=orjson.dumps(state.note).decode() if state.note else None,
            )
            if state.document:
                version.document = complete(self.bodies[state.entry], version)
            versions.append(version)
        Version.objects.bulk_create(versions, batch_size=100)
        for version in versions:
            if version.entry_id in ending:
                ending[version.entry_id].superseded_by = version.seq
        VersionIndex.objects.bulk_update(ending.values(), ["superseded_by"], batch_size=BATCH)
        counting = write(
            [(version, self.derived[version.entry_id]) for version in versions if version.document],
            self.dictionary,
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


def _end_of_log(moment: datetime | None) -> tuple[int, datetime, datetime | None]:
    """The seq of the last version, the time of the next one and, if that is brought in, when it is
    loaded. Raises `WrongDerivation` unless the derived tables are this release's to write,
    `ClockBehindLog`, and `CannotBringIn`. Asked under the lock, because its last holder may have
    been a newer release that derived everything again."""
    log = Version.objects.order_by("-seq").annotate(derivation=NUMBER, now=NOW)
    last = log.values_list("seq", "derivation", "published_at", "loaded_at", "now").first()
    if last is None:
        confirm(written_by(), empty=True)
        sign()
        now = Derivation.objects.values_list(NOW, flat=True).get()
        return 0, *_time(moment, None, now)
    seq, number, time, loaded_at, now = last
    confirm(number, empty=False)
    return seq, *_time(moment, (time, loaded_at), now)


def _time(
    moment: datetime | None, end: tuple[datetime, datetime | None] | None, now: datetime
) -> tuple[datetime, datetime | None]:
    """The time of what is appended, and when it is loaded if that time is brought in."""
    if moment is not None:
        brought_in(moment, end, now)
        return moment, now
    try:
        return next_time(end[0] if end else None, now), None
    except ClockBehindLog as error:
        logger.error("Nothing can be published: %s", error)
        raise


def complete(body: bytes, version: Version) -> str:
    """The text of the document with its version as the last member."""
    member = {
        "number": version.number,
        "seq": version.seq,
        "published_at": timestamp(version.published_at),
        "loaded_at": timestamp(version.loaded_at) if version.loaded_at else None,
        "note": version.told,
    }
    return (body + VERSION_MEMBER + orjson.dumps(member) + b"}").decode()
