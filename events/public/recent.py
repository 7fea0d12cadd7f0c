"""The standing versions that filters find, the newest publication first: what a feed follows."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from events.models.engines import Condition
from events.models.versions import Version
from events.public.filters import Filters
from events.public.listing import all_of, conditions_of, segments_of
from events.public.moments import seq_at


@dataclass(frozen=True)
class Recent:
    """`versions`: with documents. `first`: by entry, when its first version was published.

    `before`: the seq with which the next page begins; None on the last one.
    """

    versions: list[Version]
    first: dict[int, datetime]
    before: int | None


def recent(filters: Filters, limit: int, before: int | None = None) -> Recent:
    """Up to `limit` versions that stand, or stood at the moment of the filters, with a seq lower
    than `before`. Order and cursor of the filters play no part."""
    seqs = _seqs(filters, limit + 1, before)
    more = len(seqs) > limit
    versions = list(Version.objects.filter(seq__in=seqs[:limit]).order_by("-seq"))
    first = Version.objects.filter(number=1, entry__in=[version.entry_id for version in versions])
    return Recent(
        versions,
        dict(first.values_list("entry", "published_at")),
        versions[-1].seq if more else None,
    )


def _seqs(filters: Filters, limit: int, before: int | None) -> list[int]:
    found = conditions_of(filters, seq_at(filters.as_of) if filters.as_of else None)
    if found is None:
        return []
    source, conditions = found
    conditions.append(_any_of(segments_of(filters, descending=True)))
    if before is not None:
        conditions.append(("i.seq < %s", [before]))
    where, params = all_of(conditions)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT i.seq FROM {source} WHERE {where} ORDER BY i.seq DESC LIMIT {limit}", params
        )
        return [seq for (seq,) in cursor.fetchall()]


def _any_of(conditions: list[Condition]) -> Condition:
    return (
        f"({' OR '.join(f'({condition})' for condition, _params in conditions)})",
        [param for _condition, params in conditions for param in params],
    )
