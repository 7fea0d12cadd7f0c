"""The change feed: the log itself, in order."""

from typing import TYPE_CHECKING

from events.log import Version

if TYPE_CHECKING:
    from django.db.models import QuerySet


def changes(after: int, limit: int) -> tuple[list[Version], bool]:
    """Up to `limit` versions after that seq in the order of their commits, withdrawals too; and
    whether there are more. A follower who asks again with the last seq it saw misses nothing:
    a smaller seq never appears later.
    """
    log: QuerySet[Version] = Version.objects.filter(seq__gt=after).order_by("seq")
    versions = list(log[: limit + 1])
    return versions[:limit], len(versions) > limit
