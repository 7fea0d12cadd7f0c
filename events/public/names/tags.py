"""The newest document that has a tag, for many tags at once."""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from events.engines import SQLCondition, holds_tags
from events.log import VersionIndex
from events.public.versions.moments import standing_at

# This many of the newest documents name most of what is named at all.
NEWEST = 2000
# SQLite joins up to 500 queries with UNION ALL.
MOST_BRANCHES = 400


def newest_with(tags: Iterable[int], seq: int | None) -> SQLCondition:
    """A query that gives each of these tags and the seq of the newest document that has it and that
    stands, or stood after `seq`; the seq is null if there is none.

    Each tag has a branch of its own, so that the planner sees how common it is: a tag in every
    third document is found at once among the newest, a rare one through the index of tags.
    """
    standing, standing_params = standing_at(seq)
    branches: list[str] = []
    params: list[Any] = []
    for tag in tags:
        holds, holds_params = holds_tags(connection, "i.tags", [tag])
        branches.append(
            f"SELECT {tag} AS tag, (SELECT i.seq FROM events_versionindex i"
            f" WHERE {standing} AND {holds} ORDER BY i.seq DESC LIMIT 1) AS seq"
        )
        params += [*standing_params, *holds_params]
    return " UNION ALL ".join(branches), params


def in_use(tags: Iterable[int], seq: int | None) -> set[int]:
    """Those of the tags that are on a document that stands, or stood after `seq`."""
    standing, params = standing_at(seq, VersionIndex._meta.db_table)
    rows = VersionIndex.objects.extra(where=[standing], params=params)  # noqa: S610 - it is ours
    newest = rows.order_by("-version_id").values_list("tags", flat=True)[:NEWEST]
    found = {tag for tags in newest for tag in tags}
    missing = [tag for tag in tags if tag not in found]
    if len(newest) == NEWEST:
        with connection.cursor() as cursor:
            for start in range(0, len(missing), MOST_BRANCHES):
                query, params = newest_with(missing[start : start + MOST_BRANCHES], seq)
                cursor.execute(query, params)
                found |= {tag for tag, newest_seq in cursor.fetchall() if newest_seq is not None}
    return found.intersection(tags)
