"""Links to videos and documents that belong to an entry."""

from events.documents import shapes
from events.documents.rendering.records import texts
from events.models import Medium


def medium(row: Medium) -> shapes.Medium:
    return {
        "kind": str(row.kind),
        "url": row.url or None,
        "title": texts(row, "title"),
        "publisher": row.publisher or None,
    }
