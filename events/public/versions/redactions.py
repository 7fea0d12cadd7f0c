"""What was redacted, as readers are told: in which entries and versions, when, on what ground."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from events import log
from events.documents.shapes import Texts

# What parts are called that are no members of documents.
ALL, NOTE, TIME = "all", "note", "time"


@dataclass
class RedactedEntry:
    """`slug`: its address; `numbers`: of the versions; `parts`: the members of their documents that
    were redacted, or `all`, `note` or `time`."""

    id: UUID
    slug: str
    numbers: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ToldRedaction:
    """`number`: what it is known by; `seq`: of the last version that told of it; `erased`: whether
    the text is gone, rather than closed to readers."""

    number: int
    id: UUID
    seq: int
    at: datetime
    ground: str
    reason: Texts
    erased: bool
    entries: list[RedactedEntry]


def redactions(limit: int, before: int | None = None) -> tuple[list[ToldRedaction], int | None]:
    """Up to `limit` redactions with a number below `before`, the newest first, and the number
    before which the next ones are. Two queries."""
    rows = log.Redaction.objects.order_by("-pk")
    found = list(rows.filter(pk__lt=before)[: limit + 1] if before else rows[: limit + 1])
    more = len(found) > limit
    del found[limit:]
    entries: dict[int, dict[UUID, RedactedEntry]] = {one.pk: {} for one in found}
    changed = log.RedactedVersion.objects.filter(redaction__in=found).order_by("version")
    for row in changed.select_related("version").defer("version__document"):
        version = row.version
        of = entries[row.redaction_id]
        entry = of.setdefault(version.uid, RedactedEntry(version.uid, version.slug))
        entry.slug = version.slug
        entry.numbers.append(version.number)
        entry.parts += [part for path in row.paths if (part := _part(path)) not in entry.parts]
    told = [
        ToldRedaction(
            one.pk,
            one.uid,
            one.seq,
            one.at,
            one.ground,
            one.told,
            one.erased,
            list(entries[one.pk].values()),
        )
        for one in found
    ]
    return told, found[-1].pk if more else None


def _part(path: tuple[str | int, ...]) -> str:
    if not path:
        return ALL
    if path[0] == "version":
        return TIME if path[-1] == "published_at" else NOTE
    return str(path[0])
