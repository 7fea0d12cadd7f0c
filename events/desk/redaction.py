"""Redacting what was published: the right, the act, the desk's own copy, a line of the audit."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from events import publishing
from events.desk import audit, blanking, pictures
from events.desk.calling import nameless
from events.desk.locking import lock
from events.desk.rights import By, Right, require
from events.documents.shapes import Texts
from events.models import AuditLine, Entry, Redaction, Reference, Version
from events.publishing import ALL, Places, Why, confirm_why
from events.vocabulary import DeskAction, Ground


def would_redact(
    entry: Entry,
    parts: Sequence[str] = (ALL,),
    numbers: Iterable[int] | None = None,
    *,
    erase: bool = True,
) -> Places:
    """What `redact` would replace, by the seq of the version. Raises `CannotRedact`."""
    return publishing.in_entry(entry, parts, numbers, erase=erase)()


def redact(
    entry: Entry,
    *,
    ground: str,
    reason: Texts,
    parts: Sequence[str] = (ALL,),
    numbers: Iterable[int] | None = None,
    erase: bool = True,
    desk: bool = True,
    by: By = None,
) -> Redaction:
    """Replace parts of an entry in these versions of it, or in all, and tell readers why.

    `erase`: for good; otherwise they are closed to readers. `desk`: where it is
    erased, also what the desk still says there, unless the last version is none of these, and what
    lines of its history quote. Raises `NotAllowed`, `CannotRedact` and `NotNow`.
    """
    require(by, Right.REDACT, entry)
    chosen = None if numbers is None else set(numbers)
    blanked = list(parts) if chosen is None or _last_number(entry) in chosen else []
    said = {"kind": entry.kind, "key": entry.pk, "parts": nameless(entry, blanked)}
    blank = said if desk and erase else {}
    why = Why(confirm_why(ground, reason), reason, erase, blank)

    def also(redaction: Redaction, versions: list[Version]) -> None:
        blanking.blank(redaction)
        _tell(redaction, versions, by, parts)

    find = publishing.in_entry(entry, parts, chosen, erase=erase)
    with transaction.atomic():
        waiting = pictures.waiting()
        done = publishing.redact(find, why, by=by, also=also)
        pictures.sweep(spared=waiting)
    transaction.on_commit(publishing.purge)
    return done


def _last_number(entry: Entry) -> int | None:
    numbers = Version.objects.filter(entry=entry.pk).order_by("-number")
    return numbers.values_list("number", flat=True).first()


def still_on_the_desk() -> str:
    """What to tell whoever has closed a text to readers."""
    return _(
        "The desk still has the text. As long as it does, the entry is not published again: change "
        "it on the desk."
    )


def is_told_of(model: type[Reference], slug: str) -> bool:
    """Does any version tell of a record with this short name, be it on the desk or not?"""
    try:
        return bool(publishing.of_reference(model(slug=slug))())
    except publishing.CannotRedact:
        return False


def would_redact_record(reference: Reference) -> Places:
    """What `redact_record` would replace, by the seq of the version. Raises `CannotRedact`."""
    return publishing.of_reference(reference)()


def redact_record(reference: Reference, *, ground: str, reason: Texts, by: By = None) -> Redaction:
    """Replace whatever any version tells of a record of reference data, such as a person, with its
    short name, and what the desk has on file of it. Of a record without a primary key, which was
    deleted, that are lines of the audit. Raises as `redact` does."""
    require(by, Right.REDACT, reference)
    kind = str(reference._meta.model_name)
    key = reference.pk or _key_of_deleted(kind, reference.slug)
    blank = {"kind": kind, "key": key} if key else {}
    why = Why(confirm_why(ground, reason), reason, desk=blank)

    def also(redaction: Redaction, versions: list[Version]) -> None:
        blanking.blank(redaction)
        _tell(redaction, versions, by, [kind])

    with transaction.atomic():
        waiting = pictures.waiting()
        if reference.pk:
            # Whoever saves the record has locked it, too, before the names.
            lock(reference)
        done = publishing.redact(publishing.of_reference(reference), why, by=by, also=also)
        pictures.sweep(spared=waiting)
    transaction.on_commit(publishing.purge)
    return done


def _key_of_deleted(kind: str, slug: str) -> int | None:
    """The primary key that a record had, by the line that says that it was deleted."""
    lines = AuditLine.objects.filter(kind=kind, slug=slug, action=DeskAction.DELETED)
    return lines.order_by("-pk").values_list("key", flat=True).first()


def replay(listing: publishing.ListedRedaction, *, by: By = None) -> Redaction:
    """Do a redaction again that another copy of the record has listed (`publishing.listed`), also
    on the desk, where the text may be that was published later. Raises `CannotRedact` if there is
    nothing of it here, `CannotReplay`, and `NotNow`."""
    require(by, Right.REDACT, Entry)
    entries = {row["entry"] for row in listing["versions"]}
    is_here = blanking.is_here(listing["desk"], entries)

    def also(redaction: Redaction, versions: list[Version]) -> None:
        if is_here:
            blanking.blank(redaction)
        if redaction.ground != Ground.CLOCK:
            _tell(redaction, versions, by, redaction.desk.get("parts", [ALL]))

    with transaction.atomic():
        waiting = pictures.waiting()
        done = publishing.replay(listing, by=by, also=also, is_on_desk=is_here)
        pictures.sweep(spared=waiting)
    transaction.on_commit(publishing.purge)
    return done


def repair_times(reason: Texts, *, by: By = None) -> Redaction:
    """Put times of the log right that lie ahead of the clock. Raises `CannotRedact` if there are
    none."""
    require(by, Right.REDACT, Entry)
    done = publishing.repair_times(dict(reason), by=by)
    transaction.on_commit(publishing.purge)
    return done


def _tell(redaction: Redaction, versions: list[Version], by: By, parts: Sequence[str]) -> None:
    audit.write(
        audit.line_of(
            DeskAction.REDACTED,
            version,
            by,
            number=version.number,
            ground=redaction.ground,
            reason=redaction.told,
            parts=list(parts),
        )
        for version in versions
    )
