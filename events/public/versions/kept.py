"""Up to when the record is kept: its newest version, and the last event that it tells of."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import cast

from django.db import connection
from django.db.models import BigIntegerField, F, Max, Subquery, Value
from django.utils import timezone

from events.log import (
    DAY,
    OURS,
    REDACTION,
    STANDS,
    VersionIndex,
    end_of_log,
    first_key,
    since_redaction,
)
from events.vocabulary import Kind

NEWEST = (
    f"SELECT seq, published_at, {REDACTION}"
    f" FROM events_version WHERE {OURS} ORDER BY seq DESC LIMIT 1"
)


@dataclass(frozen=True)
class Kept:
    """`seq`: that of the newest version, 0 if there is none; `published_at`: when that was
    published, None if there is none. `redaction`: what names the last redaction, empty if
    there was none; whatever names a page in caches changes with it, even where an older copy of
    the record took the place of a newer one."""

    seq: int
    published_at: datetime | None = None
    redaction: str = ""

    @property
    def state(self) -> str:
        """What names this state of the record for good."""
        return since_redaction(self.seq, self.redaction)

    @property
    def last_event(self) -> date | None:
        """The day on which the last thing on record happened or began, today or before."""
        return _last_event(self, timezone.localdate())


def kept() -> Kept:
    """Up to when the record is kept. Raises `WrongDerivation`, as `last_seq` does."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST)
        row = cursor.fetchone()
    if row is None:
        return Kept(end_of_log())
    return Kept(row[0], time_of(row[1]), row[2])


def published(seq: int) -> datetime | None:
    """When the version with this seq was published; None if there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT published_at FROM events_version WHERE seq = %s", [seq])
        row = cursor.fetchone()
    return time_of(row[0]) if row else None


# It is at the foot of every page, and changes when something is published or the day does.
@lru_cache(maxsize=1)
def _last_event(newest: Kept, today: date) -> date | None:
    """An event of which the day is known: what is only known to have been by a day, or about a
    year, is not the last one. A question has the day on which somebody called it open, and a state
    of play or a walk the one on which it was written."""
    known = VersionIndex.objects.filter(
        superseded_by=STANDS, earliest=F("latest_start"), earliest__lte=today
    ).exclude(kind__in=(Kind.QUESTION, Kind.OVERVIEW, Kind.WALK))
    # Places in the list go by the instant. The day is that of the place, in UTC the one before or
    # after: the last one there is among those about the last place.
    near = known.filter(sort__lt=first_key(today) + 2 * DAY)
    last = near.order_by("-sort").values("sort")[:1]
    two_days = Value(2 * DAY, BigIntegerField())  # it is too large for PostgreSQL's integers
    about = near.filter(sort__gte=Subquery(last) - two_days)
    return cast("date | None", about.aggregate(day=Max("earliest"))["day"])


def time_of(value: datetime | bytes) -> datetime:
    """A time as an engine gives it: SQLite keeps them in UTC without saying so, and as texts."""
    if isinstance(value, bytes):
        value = datetime.fromisoformat(value.decode())
    return value if value.tzinfo else value.replace(tzinfo=UTC)
