"""After a change of reference data, every public document that names it is published again."""

from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from events.documents.reading import without_version
from events.documents.rendering import Library, relabel
from events.documents.upgrading import upgraded
from events.engines import holds_tags
from events.log import STANDS, Tag, Version, VersionIndex, end_of_log
from events.models import Entry, Reference
from events.publishing.appending import PublicState, append


def count_naming(reference: Reference) -> int:
    """How many public entries name it."""
    return _naming(reference).count()


def republish(reference: Reference, *, by: Any = None) -> int:
    """Bring every public document that names it up to date; return how many versions were added.

    Call it after saving the reference, the members of a coalition, or dated facts of an actor.
    Unpublished changes to the entries stay unpublished, and what they say about their day stays as
    it is, unless a dated fact says something else of that day.
    """
    with transaction.atomic():
        keys = list(_naming(reference).order_by("entry").values_list("entry", flat=True))
        list(Entry.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
        standing = Version.objects.filter(entry__in=keys, index__superseded_by=STANDS)
        # Upgraded, so that what is published again has today's shape.
        said = [
            (version, without_version(upgraded(version.document).document))
            for version in standing.order_by("index__sort")
            if version.document
        ]
        library = Library(document for _version, document in said)
        today = timezone.localdate()
        states = [
            state
            for version, document in said
            if not (
                state := PublicState(
                    version.entry_id,
                    version.uid,
                    version.kind,
                    version.slug,
                    relabel(document, library, today),
                )
            ).is_what_stands(version)
        ]
        append(states, by)
    return len(states)


def _naming(reference: Reference) -> QuerySet[VersionIndex]:
    """The standing rows that name it. Raises `WrongDerivation`: to find none would be worse."""
    end_of_log()
    tag = Tag.objects.filter(facet=reference.FACET, slug=reference.slug).first()
    if tag is None:
        return VersionIndex.objects.none()
    condition, params = holds_tags(connection, "tags", [tag.pk])
    return VersionIndex.objects.filter(superseded_by=STANDS).extra(where=[condition], params=params)
