"""The newest corrections: versions that took the place of an earlier one, with a word on why."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from events import log
from events.documents.shapes import Published
from events.log import STANDS
from events.public.versions.moments import Moment, seq_at
from events.public.versions.served import PublishedVersion, read

# Many correct the wording only, or belong to other processes, so more are looked at than are shown.
LOOKED_AT = 24


@dataclass(frozen=True, slots=True)
class Correction:
    """`document`: what the entry said then; `before`: what it said in the version before."""

    document: Published
    before: Published


def corrections(process: str | None = None, as_of: Moment | None = None) -> list[Correction]:
    """Those among the last `LOOKED_AT` whose entries stand, the newest first; of one process or of
    all. That names were renewed since takes nothing away from a correction."""
    seq = seq_at(as_of) if as_of else STANDS - 1
    told = Q(notes__isnull=False) | ~Q(note="")
    stands = log.VersionIndex.objects.filter(
        entry=OuterRef("entry_id"), version__lte=seq, superseded_by__gt=seq
    )
    made = log.Version.objects.filter(told, Exists(stands), number__gt=1, seq__lte=seq)
    newest = read(made.order_by("-seq")[:LOOKED_AT])
    pairs = Q()
    for version in newest:
        pairs |= Q(entry=version.entry_id, number=version.number - 1)
    earlier = read(log.Version.objects.filter(pairs)) if pairs else []
    before = {(version.entry_id, version.number): version for version in earlier}
    found = []
    for version in newest:
        previous = before.get((version.entry_id, version.number - 1))
        if isinstance(version, PublishedVersion) and isinstance(previous, PublishedVersion):
            correction = Correction(version.document, previous.document)
            if process is None or process in correction.document["processes"]:
                found.append(correction)
    return found
