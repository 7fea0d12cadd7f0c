"""After a change of what documents name, every public one that names it is published again."""

from collections.abc import Iterable, Mapping
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
from events.publishing.appending import PublicState, append
from events.publishing.linking import slugs_of
from events.publishing.said import said, with_upgrades
from events.vocabulary import NAMINGS, Facet


def count_naming(reference: Reference) -> int:
    """How many public entries name it."""
    return _naming(reference).count()


def naming(reference: Reference) -> QuerySet[Entry]:
    """The public entries that name it."""
    return Entry.objects.filter(pk__in=_naming(reference).values("entry"))


def republish(reference: Reference, *, by: Any = None) -> int:
    """Bring every public document that names it up to date; return how many versions were added.

    Call it after saving the reference, the members of a coalition, or dated facts of an actor.
    Unpublished changes to the entries stay unpublished, and what they say about their day stays as
    it is, unless a dated fact says something else of that day.
    """
    with transaction.atomic():
        keys = list(_naming(reference).order_by("entry").values_list("entry", flat=True))
        list(Entry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
        standing = with_upgrades(Version.objects.all()).filter(
            entry__in=keys, index__superseded_by=STANDS
        )
        # In today's shape, so that what is published again has it.
        read = [
            (version, document)
            for version in standing.order_by("index__sort")
            if (document := said(version))
        ]
        library = Library(document for _version, document in read)
        slugs = slugs_of(set().union(*(named_by(document) for _version, document in read)))
        today = timezone.localdate()
        states = [
            state
            for version, document in read
            if not (
                state := state_of(version, with_slugs(relabel(document, library, today), slugs))
            ).is_what_stands(version)
        ]
        append(states, by)
    return len(states)


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
