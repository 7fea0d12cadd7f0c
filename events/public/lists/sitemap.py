"""The addresses of the record, in pages, for a map of the site."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection

from events.log import STANDS, Tag, Version, VersionIndex

if TYPE_CHECKING:
    from django.db.models import QuerySet


def starts(size: int) -> list[int]:
    """For each page of up to `size` standing entries, the seq after which it begins; the first is
    0."""
    numbered = (
        f"SELECT seq, ROW_NUMBER() OVER (ORDER BY seq) AS place FROM {VersionIndex._meta.db_table}"
        f" WHERE superseded_by = {STANDS}"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT seq FROM ({numbered}) numbered WHERE place % {size} = 1 ORDER BY seq"
        )
        firsts = [seq for (seq,) in cursor.fetchall()]
    return [0, *(first - 1 for first in firsts[1:])]


def addresses(after: int, size: int) -> list[tuple[str, datetime]]:
    """Slugs and times of publication of up to `size` standing entries with a seq above `after`, in
    the order of the log."""
    standing = Version.objects.filter(index__superseded_by=STANDS, seq__gt=after)
    return list(standing.order_by("seq").values_list("slug", "published_at")[:size])


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
