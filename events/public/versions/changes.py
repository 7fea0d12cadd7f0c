"""The change feed: the log itself, in order."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from events import log
from events.engines import is_standby
from events.public.versions.kept import published
from events.public.versions.served import ServedVersion, facts, read


def changes(
    after: int, limit: int, until: int = log.STANDS, *, documents: bool = True
) -> tuple[list[ServedVersion], bool]:
    """Up to `limit` versions after that seq in the order of their commits, including withdrawals,
    and whether there are more. A follower who asks again with the last seq it saw misses nothing: a
    smaller seq never appears later. `until`: the last one that is given; `documents`: whether they
    have theirs.
    """
    found = log.Version.objects.filter(seq__gt=after, seq__lte=until).order_by("seq")[: limit + 1]
    versions = read(found) if documents else facts(found)
    return versions[:limit], len(versions) > limit


class OtherLog(LookupError):
    """The log has no such place: it ends before, at `end`, or has another version there.
    `is_late`: this server follows another one, and may only be behind it."""

    def __init__(self, seq: int, end: int) -> None:
        self.seq, self.end = seq, end
        self.is_late = seq > end and is_standby(connection)
        super().__init__(seq)


@dataclass(frozen=True)
class LogPlace:
    """A place in the log: after a version, which was published `at` that time; at the beginning, no
    version was."""

    seq: int
    at: datetime | None

    @classmethod
    def find(cls, seq: int, end: int, at: datetime | None = None) -> "LogPlace":
        """The place after that version of a log that ends at `end`.

        Raises `OtherLog` where there is none, or one that was published at another time than `at`:
        then a copy of an earlier state has taken the place of this log, and gone on from there.
        """
        if seq > end:
            raise OtherLog(seq, end)
        time = published(seq) if seq else None
        if at is not None and at != time:
            raise OtherLog(seq, end)
        return cls(seq, time)


def log_id() -> UUID:
    """What tells this log from those of other records."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT uid FROM {log.LogIdentity._meta.db_table}")
        [uid] = cursor.fetchone()
    return uid if isinstance(uid, UUID) else UUID(uid)
