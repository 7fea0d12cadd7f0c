"""What a version says, as readers are served it."""

from django.db.models import QuerySet

from events.documents.reading import without_version
from events.documents.shapes import Document, Published
from events.documents.upgrading import upgraded
from events.log import Version


def with_upgrades(versions: QuerySet[Version]) -> QuerySet[Version]:
    """The versions, each with the upgraded text beside it."""
    return versions.select_related("upgrade")


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
