"""Points of the log: where it ends now, and where it ended at a given time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from events.log import (
    LAST_REDACTION,
    NUMBER,
    OURS,
    STANDS,
    Version,
    confirm,
    end_of_log,
    end_time,
    since_redaction,
    timestamp,
)

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# Python also accepts other forms of ISO 8601 as times, such as days without hyphens, as midnight.
TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*", re.ASCII)
# A plus sign that a client forgot to escape arrives as a space.
LOST_PLUS = re.compile(r"(?<=\d) (?=\d\d:?\d\d$)")


@dataclass(frozen=True)
class Moment:
    """The record as of a time that a reader named. `text`: as the reader wrote it."""

    text: str
    until: datetime

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read a date, which stands for its end in the site's time zone, or a time.

        Raises a `ValueError` with a message for readers.
        """
        begins, until = begin_and_end(text)
        if begins > timezone.now() and not _is_on_record(until):
            raise ValueError(_in_future(text))
        return cls(text, until)

    @property
    def is_time(self) -> bool:
        """Is it a time, rather than the end of a day?"""
        return not DAY.fullmatch(self.text)

    @property
    def settled(self) -> str:
        """What names the answers about this moment for good: empty, unless the record, as this
        database has it, has gone past it. Then no version with an earlier time can come, because
        the times of versions only grow; but one that there is can be redacted."""
        log = Version.objects.order_by("-seq")
        for end, redaction in log.values_list("published_at", LAST_REDACTION)[:1]:
            if self.until < end:
                return _settled(redaction)
        return ""


def read_since(text: str) -> datetime:
    """Read a time, or a date, which stands for its beginning in the site's time zone.

    Raises a `ValueError` with a message for readers.
    """
    begins, _until = begin_and_end(text)
    if begins > timezone.now() and not _is_on_record(begins):
        raise ValueError(_in_future(text))
    return begins


def begin_and_end(text: str) -> tuple[datetime, datetime]:
    """When a date begins and ends in the site's time zone; of a time, both are that. Raises a
    `ValueError` with a message for readers."""
    zone = timezone.get_default_timezone()
    try:
        if DAY.fullmatch(text):
            day = date.fromisoformat(text)
            begins = datetime.combine(day, time.min, zone)
            until = datetime.combine(day, time.max, zone)
        elif not TIME.fullmatch(text):
            raise ValueError(text)
        else:
            # Python reads a Z in capitals only, and RFC 3339 has either.
            until = datetime.fromisoformat(LOST_PLUS.sub("+", text.upper()))
            until = begins = until.replace(tzinfo=until.tzinfo or zone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(
            _(
                "“%(text)s” is neither a date nor a time. Write it like 2026-01-06 "
                "or 2026-01-06T14:30:00Z."
            )
            % {"text": text}
        ) from None
    return begins, until


def _in_future(text: str) -> str:
    today = timezone.localdate(timezone=timezone.get_default_timezone()).isoformat()
    message = _("“%(text)s” is in the future. Give %(today)s, which is today, or an earlier day.")
    return message % {"text": text, "today": today}


def settled() -> str:
    """What names answers about versions of the past, which only a redaction can change. Raises
    `WrongDerivation`, as `last_seq` does."""
    log = Version.objects.order_by("-seq").annotate(redaction_of=LAST_REDACTION, number_of=NUMBER)
    for redaction, number in log.values_list("redaction_of", "number_of")[:1]:
        confirm(number, empty=False)
        return _settled(redaction)
    return _settled(None)


def _settled(redaction: UUID | None) -> str:
    return since_redaction("settled", redaction)


def present() -> str:
    """What names the present state of the record for good, as text for `Moment.parse`: the time of
    the newest version. No clock of this server is asked, which may be wrong."""
    return timestamp(end_time() or timezone.now())


def _is_on_record(moment: datetime) -> bool:
    """Does the record go so far? This server's clock may be behind."""
    end = end_time()
    return end is not None and moment <= end


def last_seq() -> int:
    """The seq of the newest version, 0 if there is none. It changes whenever the record does.

    Raises `WrongDerivation`: a caller that asks this first reads no table written by another
    release.
    """
    return end_of_log()


def seq_at(moment: Moment) -> int:
    """The seq of the last version published by that moment; 0 if there was none yet.

    Raises `WrongDerivation`, as `last_seq` does.
    """
    found = _last_by(moment, OURS)
    if found is None:
        end_of_log()  # raises if it is not ours
        found = _last_by(moment, "TRUE")
    return found or 0


def seq_before(begins: datetime) -> int:
    """The seq of the last version published before that; 0 if there was none yet."""
    return _last(begins, "<", "TRUE") or 0


def _last_by(moment: Moment, condition: str) -> int | None:
    return _last(moment.until, "<=", condition)


def _last(until: datetime, sign: str, condition: str) -> int | None:
    with connection.cursor() as cursor:
        cursor.execute(
            # Time never runs against seq, so the last row in one order is the last in the other.
            f"SELECT seq FROM events_version WHERE published_at {sign} %s AND {condition}"
            " ORDER BY published_at DESC, seq DESC LIMIT 1",
            [connection.ops.adapt_datetimefield_value(until.astimezone(UTC))],
        )
        row = cursor.fetchone()
    return row[0] if row else None


def standing_at(seq: int | None, table: str = "i") -> tuple[str, list[int]]:
    """The condition for index rows that stood after `seq`; with None, for those that stand now."""
    if seq is None:
        return f"{table}.superseded_by = {STANDS}", []
    return f"{table}.seq <= %s AND {table}.superseded_by > %s", [seq, seq]
