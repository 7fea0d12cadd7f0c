"""What belongs to an entry and is no text: pictures, and links to videos and documents."""

from typing import cast

from events.documents import shapes
from events.documents.rendering.records import texts
from events.models import EntryPicture, Medium
from events.vocabulary import LICENCE_ADDRESSES


def medium(row: Medium) -> shapes.Medium:
    return {
        "kind": str(row.kind),
        "url": row.url or None,
        "title": texts(row, "title"),
        "publisher": row.publisher or None,
    }


def picture(row: EntryPicture) -> shapes.Picture:
    return {
        "sizes": cast("list[shapes.PictureSize]", row.sizes),
        "caption": texts(row, "caption"),
        "description": texts(row, "description"),
        "credit": row.credit,
        "licence": str(row.licence),
        "licence_url": LICENCE_ADDRESSES.get(row.licence),
        "origin": row.origin or None,
    }
