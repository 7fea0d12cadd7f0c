"""Up to when the record is kept: its newest version, and the last event that it tells of."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from django.db import connection
from django.db.models import F
from django.utils import timezone

from events.log import DAY, OURS, STANDS, VersionIndex, day_of, end_of_log, first_key
from events.vocabulary import Kind

NEWEST = f"SELECT seq, published_at FROM events_version WHERE {OURS} ORDER BY seq DESC LIMIT 1"


@dataclass(frozen=True)
class Kept:
    """`seq`: that of the newest version, 0 if there is none; `published_at`: when that was
    published. None if there is none."""

    seq: int
    published_at: datetime | None = None

    @property
    def last_event(self) -> date | None:
        """The day on which the last thing on record happened or began, today or before."""
        return _last_event(self, timezone.localdate())


def kept() -> Kept:
    """Up to when the record is kept. Raises `WrongDerivation`, as `last_seq` does."""
    with connection.cursor() as cursor:
        cursor.execute(NEWEST)
        row = cursor.fetchone()
    return Kept(row[0], _time(row[1])) if row else Kept(end_of_log())


# It is at the foot of every page, and changes when something is published or the day does.
@lru_cache(maxsize=1)
def _last_event(newest: Kept, today: date) -> date | None:
    """An event of which the day is known: what is only known to have been by a day, or about a
    year, is not the last one. A question has the day on which somebody called it open."""
    known = VersionIndex.objects.filter(
        superseded_by=STANDS, sort__lt=first_key(today) + DAY, earliest=F("latest_start")
    ).exclude(kind=Kind.QUESTION)
    sort = known.order_by("-sort").values_list("sort", flat=True).first()
    return None if sort is None else day_of(sort)


def _time(value: datetime) -> datetime:
    """SQLite keeps times in UTC without saying so."""
    return value if value.tzinfo else value.replace(tzinfo=UTC)
