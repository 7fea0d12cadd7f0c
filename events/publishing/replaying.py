"""Redactions taken along: listed from one copy of the record, and done again on another, such as an
older backup that was put back."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, TypedDict
from uuid import UUID

import orjson
from django.db.models import Q
from django.utils.translation import gettext as _

from events.documents.redacting import Path, missing
from events.documents.upgrading import upgraded
from events.log import RedactedVersion, Redaction, Version, timestamp
from events.publishing.redacting import (
    NOTE,
    SLUG,
    Also,
    CannotRedact,
    Places,
    Why,
    nothing_else,
    redact,
)
from events.publishing.said import published, with_upgrades
from events.vocabulary import Action, Ground


class ListedVersion(TypedDict):
    """What a listed redaction changed of one version. The times are null unless it set them."""

    entry: str
    number: int
    places: list[list[str | int]]
    after: str
    time_before: str | None
    time_after: str | None


class ListedRedaction(TypedDict):
    """A redaction as it is listed: without any text that was redacted."""

    uid: str
    ground: str
    reason: dict[str, str]
    erased: bool
    at: str
    by: str | None
    desk: dict[str, Any]
    versions: list[ListedVersion]


def listed() -> Iterator[ListedRedaction]:
    """Every redaction, the first one first."""
    for one in Redaction.objects.select_related("by").prefetch_related("versions__version"):
        yield {
            "uid": str(one.uid),
            "ground": one.ground,
            "reason": one.told,
            "erased": one.erased,
            "at": timestamp(one.at),
            "by": one.by.get_username() if one.by else None,
            "desk": one.desk,
            "versions": [_listed(row) for row in one.versions.all()],
        }


class CannotReplay(CannotRedact):
    """This copy of the record says something else in a version than what was redacted, so that the
    text may be elsewhere in it. Nothing was changed."""

    def __init__(self, version: Version) -> None:
        message = _("%(version)s says something else here. Redact it by hand.")
        super().__init__(message % {"version": version})


def is_done(listing: ListedRedaction) -> bool:
    """Has this copy of the record had it already?"""
    return Redaction.objects.filter(uid=listing["uid"]).exists()


def replay(
    listing: ListedRedaction,
    *,
    by: Any = None,
    also: Also = nothing_else,
    is_on_desk: bool = False,
) -> Redaction:
    """Do a redaction again. Versions that this copy of the record does not have are passed over;
    where it has none of them, it is put on record for what `is_on_desk`. Raises `CannotRedact` if
    there is nothing of it at all, `CannotReplay`, and `NotNow`."""
    why = Why(
        Ground(listing["ground"]),
        listing["reason"],
        listing["erased"],
        listing["desk"],
        UUID(listing["uid"]),
        datetime.fromisoformat(listing["at"]),
    )
    times = {
        version.pk: datetime.fromisoformat(row["time_after"])
        for version, row in _here(listing)
        if row["time_after"]
    }

    def find() -> Places:
        found: dict[int, list[Path]] = {}
        for version, row in _here(listing):
            paths = [tuple(path) for path in row["places"]]
            if _tells_of_one(version):
                document = published(version)
                gone = missing(document, paths) if document else []
                paths = [path for path in paths if path not in gone]
            elif _lacks(version, paths):
                raise CannotReplay(version)
            found[version.pk] = paths
        if not found and not is_on_desk:
            raise CannotRedact(listing["uid"])
        return found

    def confirmed(redaction: Redaction, versions: list[Version]) -> None:
        left = {(row["entry"], row["number"]): row["after"] for row in listing["versions"]}
        for row in redaction.versions.select_related("version"):
            version = row.version
            is_ours = _tells_of_one(version)
            if not is_ours and row.after != left[str(version.uid), version.number]:
                raise CannotReplay(version)
        also(redaction, versions)

    return redact(find, why, by=by, also=confirmed, times=times)


def _tells_of_one(version: Version) -> bool:
    """Was it appended by a redaction? Those that were done again here have other times, and other
    numbers than where something was published between them."""
    return version.action == Action.REDACTED


def _lacks(version: Version, paths: Iterable[Path]) -> bool:
    """Is one of these places neither in what readers are shown nor in what the log keeps?"""
    document = published(version)
    if document is None or version.document is None:
        return False
    inside = [path for path in paths if path not in (NOTE, SLUG)]
    return bool(missing(upgraded(version.document).document, missing(document, inside)))


def _listed(row: RedactedVersion) -> ListedVersion:
    return {
        "entry": str(row.version.uid),
        "number": row.version.number,
        "places": orjson.loads(row.places),
        "after": row.after,
        "time_before": timestamp(row.time_before) if row.time_before else None,
        "time_after": timestamp(row.time_after) if row.time_after else None,
    }


def _here(listing: ListedRedaction) -> list[tuple[Version, ListedVersion]]:
    """The versions that this copy of the record has, each with what was changed of it. The time of
    one that is right already stays."""
    found = []
    for row in listing["versions"]:
        wanted = Q(uid=row["entry"], number=row["number"])
        version = with_upgrades(Version.objects.filter(wanted)).first()
        if version and (not row["time_before"] or _same(version, row["time_before"])):
            found.append((version, row))
    return found


def _same(version: Version, time: str) -> bool:
    return version.published_at.astimezone(UTC) == datetime.fromisoformat(time)
