"""Redacting: the one way in which what was published is changed, and it is on record itself."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, cast
from uuid import UUID, uuid4

import orjson
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.documents.reading import without_version
from events.documents.redacting import WHOLE, Path, redacted, stub
from events.documents.shapes import Published, Texts
from events.engines import lock_log
from events.log import (
    NOW,
    RedactedAddress,
    RedactedVersion,
    Redaction,
    Version,
    drop_files,
    timestamp,
)
from events.models import Entry
from events.publishing.appending import PublicState, append
from events.publishing.names import change_names
from events.publishing.rederiving import Closed, kept, rederive, renew, stand_in
from events.publishing.said import histories, published, with_upgrades
from events.vocabulary import Ground

# What is to be replaced: places by the seq of the version.
Places = Mapping[int, Sequence[Path]]
SLUG: Path = ("slug",)
NOTE: Path = ("version", "note")


class CannotRedact(ValueError):
    """There is nothing to be redacted, or not like this; the message is a sentence that says why.
    Nothing was changed."""


@dataclass(frozen=True)
class Why:
    """What readers are told of a redaction. `erase`: whether the text goes, or is only closed to
    readers. `desk`: what is blanked on the desk. `uid`, `at`: of one that is repeated on another
    copy of the record."""

    ground: Ground
    reason: Texts
    erase: bool = True
    desk: Mapping[str, Any] = field(default_factory=dict)
    uid: UUID | None = None
    at: datetime | None = None


def confirm_why(ground: str, reason: Texts) -> Ground:
    """The ground of a redaction. Raises `CannotRedact` if it is none, or if no reason is given."""
    grounds = [one.value for one in Ground if one != Ground.CLOCK]
    if ground not in grounds:
        message = _("“%(ground)s” is no ground of a redaction. There are: %(grounds)s.")
        raise CannotRedact(message % {"ground": ground, "grounds": ", ".join(grounds)})
    if not any(reason.get(code, "").strip() for code, _name in settings.LANGUAGES):
        raise CannotRedact(_("Readers need a reason."))
    return Ground(ground)


# What else belongs in the transaction.
Also = Callable[[Redaction, list[Version]], object]


def nothing_else(_redaction: Redaction, _versions: list[Version]) -> None:
    """The transaction redacts and does no more."""


def redact(
    find: Callable[[], Places],
    why: Why,
    *,
    by: Any = None,
    also: Also = nothing_else,
    times: Mapping[int, datetime] | None = None,
) -> Redaction:
    """Replace what `find` finds, derive it all again, and append a version for each entry that it
    concerns, which says what is left of it. All in one transaction.

    `find` is asked twice: once for the entries to be locked, and again when nobody else can publish
    any more; it raises `CannotRedact` if there is nothing. `times`: by seq, the right time of
    versions that had a wrong one. `also` is called with the redaction and the versions that were
    appended. Raises `NotNow`.
    """
    with transaction.atomic():
        # Nobody publishes meanwhile from what they have read before.
        change_names()
        _lock(find())
        with connection.cursor() as cursor:
            lock_log(cursor, connection)
        places = find()
        uid = why.uid or uuid4()
        rows = list(with_upgrades(Version.objects.filter(pk__in=places)).order_by("seq"))
        log = kept(rows), Closed([row.seq for row in rows if row.redaction_id])
        changes = [
            _change(row, places[row.seq], stand_in(uid), why.erase, (times or {}).get(row.seq), log)
            for row in rows
        ]
        entries = sorted({change.version.entry_id for change in changes})
        end = Version.objects.aggregate(end=Max("seq"))["end"] or 0
        redaction = Redaction.objects.create(
            uid=uid,
            seq=end + len(entries),
            ground=why.ground,
            reason=orjson.dumps(why.reason).decode(),
            erased=why.erase,
            desk=why.desk,
            by=by,
            at=why.at or Version.objects.values_list(NOW, flat=True)[:1].get(),
        )
        _write(redaction, changes)
        documents = {one.version.seq: one.shown for one in changes if one.shown is not None}
        before = [one.said for one in changes if one.said is not None]
        tags = rederive(documents)
        versions = append([_left(entry, changes, why, stand_in(uid)) for entry in entries], by)
        renew(tags, before)
        also(redaction, versions)
        # The releases that have it are made anew by whoever asked for the redaction.
        if rows:
            drop_files(rows[0].seq)
    return redaction


@dataclass(frozen=True)
class Change:
    """What becomes of one version: `said` and `shown`, its document as readers had it and have it
    now; `stored`, the text that the log keeps."""

    version: Version
    places: Sequence[Path]
    said: Published | None
    shown: Published | None
    stored: str | None
    time: datetime | None


def _lock(places: Places) -> None:
    """Nobody edits these entries meanwhile."""
    keys = Version.objects.filter(pk__in=places).values("entry")
    list(Entry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def _change(
    version: Version,
    places: Sequence[Path],
    name: str,
    erase: bool,
    time: datetime | None,
    log: tuple[Mapping[int, Published], Closed],
) -> Change:
    said = published(version)
    if said is None:
        return Change(version, places, None, None, None, time)
    shown, stored = redacted(said, places, name), version.document
    if time is not None:
        shown = _at_time(shown, time)
        stored = orjson.dumps(_at_time(orjson.loads(stored or ""), time)).decode()
    elif erase:
        # What is closed to readers, and is not to be erased, stays.
        document = redacted(log[0][version.seq], places, name)
        shown = cast("Published", log[1].shown(version.seq, document))
        stored = orjson.dumps(document).decode()
    return Change(version, places, said, shown, stored, time)


def _at_time(document: Any, time: datetime) -> Published:
    version = {**document["version"], "published_at": timestamp(time)}
    return cast("Published", {**document, "version": version})


def _write(redaction: Redaction, changes: Sequence[Change]) -> None:
    """Put on record what is changed, and change it: in this order, which triggers insist on."""
    RedactedVersion.objects.bulk_create(
        [
            RedactedVersion(
                redaction=redaction,
                version=one.version,
                places=orjson.dumps(one.places).decode(),
                after=digest(one.stored if redaction.erased else dumped(one.shown)),
                time_before=one.version.published_at if one.time else None,
                time_after=one.time,
            )
            for one in changes
        ],
        batch_size=500,
    )
    _keep_addresses(redaction, changes)
    for one in changes:
        version = one.version
        if _names_note(one.places) and version.told:
            version.notes, version.note = orjson.dumps(stub()).decode(), ""
        if SLUG in one.places and not version.slug.startswith("redacted-"):
            version.slug = stand_in(redaction.uid)
        version.published_at = one.time or version.published_at
        version.document = one.stored
        version.redaction = redaction
        version.save(
            update_fields=["document", "note", "notes", "slug", "published_at", "redaction"]
        )


def _keep_addresses(redaction: Redaction, changes: Sequence[Change]) -> None:
    """Let no other entry have the addresses that go."""
    gone = {
        one.version.slug: one.version.entry_id
        for one in changes
        if SLUG in one.places and not one.version.slug.startswith("redacted-")
    }
    RedactedAddress.objects.bulk_create(
        [
            RedactedAddress(
                redaction=redaction, entry=entry, digest=RedactedAddress.digests(slug)[0]
            )
            for slug, entry in gone.items()
        ]
    )


def _left(entry: int, changes: Sequence[Change], why: Why, name: str) -> PublicState:
    """What the entry is from now on, and what readers are told of it."""
    latest = with_upgrades(Version.objects.filter(entry=entry)).order_by("-seq")[0]
    document = None
    if histories([entry])[entry].stands:
        mine = {one.version.seq: one for one in changes}
        if latest.seq not in mine:
            document = published(latest)
        elif WHOLE not in mine[latest.seq].places:
            document = mine[latest.seq].shown
    return PublicState(
        entry,
        latest.uid,
        latest.kind,
        latest.slug,
        without_version(document) if document else None,
        why.reason,
        redacted=True,
    )


def _names_note(places: Collection[Path]) -> bool:
    return any(path in (WHOLE, NOTE, NOTE[:1]) or path[:2] == NOTE for path in places)


def digest(text: str | None) -> str:
    """The SHA-256 of a stored text; empty for none."""
    return sha256(text.encode()).hexdigest() if text else ""


def dumped(document: Published | None) -> str | None:
    """The text of a document."""
    return orjson.dumps(document).decode() if document else None
