"""After a change of what documents name, every public one that names it is published again: at once
if they are few, else by a worker (`events.publishing.renewing`)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from events.documents.linking import named_by, with_slugs
from events.documents.rendering import Library, relabel
from events.documents.shapes import Document
from events.engines import holds_any_tag
from events.log import STANDS, Tag, Version, VersionIndex, end_of_log
from events.models import Actor, Entry, Reference, Source
from events.publishing import jobs
from events.publishing.appending import PublicState, append
from events.publishing.linking import slugs_of
from events.publishing.names import change_names
from events.publishing.said import said, with_upgrades
from events.vocabulary import NAMINGS, Facet, JobKind

# So many entries are published again within the request of whoever saves: that takes well below a
# second, and an editor of a small site sees the new name at once.
AT_ONCE = 20


def count_naming(reference: Reference) -> int:
    """How many public entries name it."""
    return _naming(reference).count()


def naming(reference: Reference) -> QuerySet[Entry]:
    """The public entries that name it."""
    return Entry.objects.filter(pk__in=_naming(reference).values("entry"))


def republish(reference: Reference, *, by: Any = None) -> int:
    """Bring every public document that names it up to date; return how many versions were added.

    Call it in the transaction that has saved the reference, the members of a coalition, or dated
    facts of an actor. Where more than `AT_ONCE` entries name it, none is published again now: a job
    is asked for, which a worker does (`left_to_worker` says how many there are).

    Unpublished changes to the entries stay unpublished, and what they say about their day stays as
    it is, unless a dated fact says something else of that day.
    """
    of = job_of(reference)
    with transaction.atomic():
        change_names()
        number = count_naming(reference)
        if number > AT_ONCE:
            jobs.ask(JobKind.RENEWAL, number, by, *of, reference.slug)
            return 0
        # Of a change before this one, nothing is left to do either.
        jobs.settled(JobKind.RENEWAL, *of)
        keys = list(_naming(reference).order_by("entry").values_list("entry", flat=True))
        lock_entries(keys)
        states = renewed(standing_of(keys))
        append(states, by)
    return len(states)


def left_to_worker(reference: Reference) -> int:
    """How many public entries name it and wait for a worker to publish them again."""
    return jobs.left(JobKind.RENEWAL, *job_of(reference))


def job_of(reference: Reference) -> tuple[str, int]:
    """What a job is about that renews the entries which name it."""
    return str(reference._meta.model_name), reference.pk


def keys_naming(reference: Reference, after: int, limit: int) -> list[int]:
    """The primary keys of the public entries that name it, in order, behind one of them."""
    rows = _naming(reference).filter(entry__gt=after).order_by("entry")
    return list(rows.values_list("entry", flat=True)[:limit])


def lock_entries(keys: Sequence[int]) -> None:
    """Let nobody else publish or withdraw these entries until the transaction ends."""
    list(Entry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def standing_of(keys: Sequence[int]) -> list[Version]:
    """What readers see of these entries, in the order of lists."""
    standing = with_upgrades(Version.objects.all()).filter(
        entry__in=keys, index__superseded_by=STANDS
    )
    return list(standing.order_by("index__sort"))


def renewed(standing: Iterable[Version]) -> list[PublicState]:
    """What becomes of these versions with the reference data of today: those that change."""
    # In today's shape, so that what is published again has it.
    read = [(version, document) for version in standing if (document := said(version))]
    library = Library(document for _version, document in read)
    slugs = slugs_of(set().union(*(named_by(document) for _version, document in read)))
    today = timezone.localdate()
    return [
        state
        for version, document in read
        if not (
            state := state_of(version, with_slugs(relabel(document, library, today), slugs))
        ).is_what_stands(version)
    ]


def relinked(moved: Mapping[str, str], but: Iterable[int]) -> list[PublicState]:
    """What becomes of the public entries that name one of these, which have another slug now (by
    id): nothing else in their documents changes. `but`: those that are being published anyway.

    Must run in the transaction that publishes. What somebody else is publishing at this moment is
    left alone, because two who wait for each other would wait for ever; a link is found by its id
    whatever its slug is.
    """
    names = [f"{naming}/{one}" for naming in NAMINGS for one in moved]
    tags = Tag.objects.filter(facet=Facet.NAMES, slug__in=names).values_list("pk", flat=True)
    keys = {*_having(tags).values_list("entry", flat=True)} - {*but}
    if not keys:
        return []
    entries = Entry.objects.select_for_update(skip_locked=True).filter(pk__in=keys).order_by("pk")
    locked = list(entries.values_list("pk", flat=True))
    standing = with_upgrades(Version.objects.all()).filter(
        entry__in=locked, index__superseded_by=STANDS
    )
    return [
        state_of(version, with_slugs(document, moved))
        for version in standing.order_by("index__sort")
        if (document := said(version))
    ]


def state_of(version: Version, document: Document) -> PublicState:
    """What an entry is to become that keeps its address and says this."""
    return PublicState(version.entry_id, version.uid, version.kind, version.slug, document)


def _naming(reference: Reference) -> QuerySet[VersionIndex]:
    """The standing rows that name it. Raises `WrongDerivation`: to find none would be worse."""
    end_of_log()
    naming = Q(facet__in=reference.FACETS, slug=reference.slug)
    if isinstance(reference, Actor):
        # The records of its neighbours name it, and those who have just become some will have to.
        beside = Q(predecessors__predecessor=reference) | Q(successors__actor=reference)
        slugs = Actor.objects.filter(beside).values_list("slug", flat=True)
        naming |= Q(facet=Facet.RECORD, slug__in=list(slugs))
    if isinstance(reference, Source):
        # It is named wherever the sources are cited of whose correction or retraction it tells.
        told_of = reference.tells_of.values_list("slug", flat=True)
        naming |= Q(facet__in=reference.FACETS, slug__in=list(told_of))
    return _having(Tag.objects.filter(naming).order_by("pk").values_list("pk", flat=True))


def _having(tags: Iterable[int]) -> QuerySet[VersionIndex]:
    """The standing rows that have one of these tags."""
    wanted = list(tags)
    if not wanted:
        return VersionIndex.objects.none()
    condition, params = holds_any_tag(connection, "tags", wanted)
    return VersionIndex.objects.filter(superseded_by=STANDS).extra(where=[condition], params=params)
