"""The change feed: the log itself, in order."""

from events import log
from events.public.versions.served import ServedVersion, read


def changes(after: int, limit: int) -> tuple[list[ServedVersion], bool]:
    """Up to `limit` versions after that seq in the order of their commits, including withdrawals,
    and whether there are more. A follower who asks again with the last seq it saw misses nothing: a
    smaller seq never appears later.
    """
    versions = read(log.Version.objects.filter(seq__gt=after).order_by("seq")[: limit + 1])
    return versions[:limit], len(versions) > limit
