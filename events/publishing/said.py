"""What a version says, as readers are served it."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Max, Q, QuerySet

from events.documents.reading import without_version
from events.documents.shapes import Document, Published
from events.documents.upgrading import upgraded
from events.log import Version


def with_upgrades(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The versions, each with the upgraded text beside it."""
    return versions.select_related("upgrade")


class History(NamedTuple):
    """How many versions there are of an entry; the seq of the last one that has a document and
    of the last one of all, which may be the end of the entry."""

    number: int
    published: int
    last: int

    @property
    def stands(self) -> bool:
        return self.published == self.last


def histories(entries: Iterable[int]) -> dict[int, History]:
    """By primary key, the histories of these entries; without those that were never public."""
    found = (
        Version.objects.filter(entry__in=entries)
        .order_by()
        .values_list("entry")
        .annotate(
            count=Max("number"),
            published=Max("seq", filter=Q(document__isnull=False)),
            last=Max("seq"),
        )
    )
    return {entry: History(*history) for entry, *history in found}


def published(version: Version) -> Published | None:
    """The document in today's shape; None for a withdrawal. The upgraded text comes first: a
    rebuild may have known more than the document by itself. Of `with_upgrades`, it costs no
    query."""
    if version.document is None:
        return None
    upgrade = getattr(version, "upgrade", None)
    return upgraded(upgrade.document if upgrade else version.document).document


def said(version: Version) -> Document | None:
    """The same without what the door added."""
    document = published(version)
    return without_version(document) if document else None
