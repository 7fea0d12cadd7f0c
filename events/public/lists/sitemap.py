"""The addresses of the record, in pages, for a map of the site."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection

from events.log import STANDS, Tag, Version, VersionIndex

if TYPE_CHECKING:
    from django.db.models import QuerySet


def starts(size: int) -> list[int]:
    """For each part of the log of `size` versions that has one that stands, the seq after which it
    begins; of an empty record, 0. A part holds what it held, however many come after it."""
    table = VersionIndex._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT (seq - 1) / {size} AS part FROM {table} WHERE superseded_by = {STANDS}"
            " GROUP BY part ORDER BY part"
        )
        return [part * size for (part,) in cursor.fetchall()] or [0]


def addresses(after: int, size: int) -> list[tuple[str, datetime]]:
    """Slugs and times of publication of the standing entries among the `size` versions after a seq,
    in the order of the log."""
    standing = Version.objects.filter(
        index__superseded_by=STANDS, seq__gt=after, seq__lte=after + size
    )
    return list(standing.order_by("seq").values_list("slug", "published_at"))


def references(facet: str, after: str, size: int) -> list[str]:
    """Up to `size` slugs of a facet that standing entries name, in order, from the one after
    `after`."""
    return list(_in_use(facet).filter(slug__gt=after)[:size])


def reference_starts(facet: str, size: int) -> list[str]:
    """For each page of up to `size` slugs, the slug after which it begins; the first is empty."""
    slugs = list(_in_use(facet))
    return ["", *slugs[size - 1 : len(slugs) - 1 : size]]


def _in_use(facet: str) -> "QuerySet[Tag, str]":
    tags = Tag.objects.filter(facet=facet, standing__gt=0)
    return tags.order_by("slug").values_list("slug", flat=True)
