"""Points of the log: how far it goes now, and how far it went at a time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models.versions import STANDS

# A plus sign that a client forgot to escape arrives as a space.
LOST_PLUS = re.compile(r"(?<=\d) (?=\d\d:?\d\d$)")


@dataclass(frozen=True)
class Moment:
    """The record as of a time that a reader named. `text`: as the reader wrote it."""

    text: str
    until: datetime

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read a date (its end, in the site's time zone) or a time; `ValueError` says what is wrong."""
        try:
            if len(text) == 10:
                day = date.fromisoformat(text)
                if day > timezone.localdate():
                    raise ValueError(_("“%(text)s” is in the future.") % {"text": text})
                end = datetime.combine(day, time.max, tzinfo=timezone.get_default_timezone())
                return cls(text, end)
            moment = datetime.fromisoformat(LOST_PLUS.sub("+", text))
        except (ValueError, OverflowError) as error:
            if type(error) is ValueError and error.args and "“" in str(error):
                raise
            raise ValueError(
                _(
                    "“%(text)s” is neither a date nor a time. Write it like 2026-01-06 "
                    "or 2026-01-06T14:30:00Z."
                )
                % {"text": text}
            ) from None
        if timezone.is_naive(moment):
            moment = moment.replace(tzinfo=timezone.get_default_timezone())
        if moment > timezone.now() + timedelta(seconds=1):
            raise ValueError(_("“%(text)s” is in the future.") % {"text": text})
        return cls(text, moment)


def last_seq() -> int:
    """The seq of the newest version; 0 while nothing is published. Changes whenever the record does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(seq) FROM events_version")
        return cursor.fetchone()[0] or 0


def seq_at(moment: Moment) -> int:
    """The seq of the last version published by that moment; 0 where there was none yet."""
    with connection.cursor() as cursor:
        cursor.execute(
            # Time never runs against seq, so the last row in one order is the last in the other.
            "SELECT seq FROM events_version WHERE published_at <= %s"
            " ORDER BY published_at DESC, seq DESC LIMIT 1",
            [connection.ops.adapt_datetimefield_value(moment.until.astimezone(UTC))],
        )
        row = cursor.fetchone()
    return row[0] if row else 0


def standing_at(seq: int | None, table: str = "i") -> tuple[str, list[int]]:
    """The condition for index rows that stood after `seq`; None: that stand now."""
    if seq is None:
        return f"{table}.superseded_by = {STANDS}", []
    return f"{table}.seq <= %s AND {table}.superseded_by > %s", [seq, seq]
