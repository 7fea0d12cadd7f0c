"""Statements that were taken from a source, with the documents that tell what became of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from events import log
from events.documents.shapes import Published
from events.public.names.labels import named
from events.public.sources.taken import Taken, followed
from events.public.versions.moments import Moment
from events.public.versions.naming import naming_any
from events.public.versions.served import PublishedVersion, ServedVersion, facts, read
from events.vocabulary import Fate, Kind, Naming


@dataclass(frozen=True, slots=True)
class Statement:
    """`said`: the last version that cites the source, None if nothing of it is left; `now`: the
    newest version. `corrections`: the versions after the first that cites it of which readers were
    told something, the newest first. `later`: positions of the same actor on the same topic that
    came after; `answer`: of a question, if it stands; `against`: the entries that contradict it."""

    taken: Taken
    said: Published | None
    now: ServedVersion
    corrections: Sequence[ServedVersion]
    later: Sequence[Published]
    answer: Published | None
    against: Sequence[Published]

    @property
    def document(self) -> Published | None:
        """What the entry says now, if it stands."""
        return self.now.document if isinstance(self.now, PublishedVersion) else None


def statements(
    some: Sequence[Taken], on: date, as_of: Moment | None = None, source_in: int | None = None
) -> tuple[list[Statement], Published | None]:
    """What became of these, in their order, and the document of the version `source_in`, which says
    what the source is. As many queries for one as for fifty."""
    standing = [one.now for one in some if one.fate != Fate.WITHDRAWN]
    laters = followed(standing, on, as_of)
    wanted = {seq for one in some for seq in (one.said, one.now)}
    wanted |= {seq for found in laters.values() for seq in found} | {source_in or 0}
    versions = {
        version.seq: version for version in read(log.Version.objects.filter(seq__in=wanted))
    }
    corrections = _corrections(some, versions)
    answers = named(_answers(versions[one.now] for one in some), as_of)
    source = versions.get(source_in or 0)
    # Only of those can an entry contradict one; it is asked once for all of them.
    doubted = [str(versions[one.now].uid) for one in some if one.fate == Fate.CONTRADICTED]
    against = naming_any(Naming.CONTRADICTS, doubted, as_of) if doubted else {}
    found = [
        Statement(
            one,
            _document(versions.get(one.said)),
            versions[one.now],
            corrections.get(versions[one.now].entry_id, []),
            _documents(versions, laters.get(one.now, [])),
            next((answers[key] for key in _answers([versions[one.now]]) if key in answers), None),
            against.get(str(versions[one.now].uid), ()),
        )
        for one in some
    ]
    return found, _document(source)


def _corrections(
    some: Iterable[Taken], versions: Mapping[int, ServedVersion]
) -> dict[int, list[ServedVersion]]:
    """By entry, the versions of which readers were told something, the newest first."""
    wanted = Q()
    for one in some:
        wanted |= Q(entry=versions[one.now].entry_id, seq__gt=one.first, seq__lte=one.now)
    if not wanted:
        return {}
    told = Q(notes__isnull=False) | ~Q(note="")
    found: dict[int, list[ServedVersion]] = {}
    rows = log.Version.objects.filter(wanted, told, document__isnull=False).order_by("-seq")
    for version in facts(rows):
        found.setdefault(version.entry_id, []).append(version)
    return found


def _answers(versions: Iterable[ServedVersion]) -> list[str]:
    """The ids of the entries by which questions were answered."""
    found = []
    for version in versions:
        if isinstance(version, PublishedVersion) and version.kind == Kind.QUESTION:
            document = version.document
            if document["kind"] == "question" and (link := document["answered_by"]) and link["id"]:
                found.append(link["id"])
    return found


def _document(version: ServedVersion | None) -> Published | None:
    return version.document if isinstance(version, PublishedVersion) else None


def _documents(versions: Mapping[int, ServedVersion], seqs: Iterable[int]) -> list[Published]:
    found = (_document(versions.get(seq)) for seq in seqs)
    return [document for document in found if document]
