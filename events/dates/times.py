"""Times of day: how they are written after a “T”, and which instant they are."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from events.dates.errors import wrong

# ISO 8601-1: 24:00:00 is the end of the day, and an offset of minus zero is not allowed. Seconds
# may be left out; they are then taken to be zero, as in “16:45”.
_TIME = re.compile(
    r"((?:[01]\d|2[0-3]):[0-5]\d|24:00(?=$|[Z+-]|:00))((?<!24:00):[0-5]\d|(?<=24:00):00)?"
    r"(Z|(?!-00(?::00)?$)[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?",
    re.ASCII,
)


def time_of_day(text: str) -> tuple[str, str]:
    """The time with its seconds ("14:30:00") and its offset ("Z", "+05:30", "" for local time)
    after a "T"; DateError if the text is no time.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise wrong("time", text)
    return match[1] + (match[2] or ":00"), match[3] or ""


def moment(text: str) -> datetime:
    """The instant of a day and a time ("2026-01-06T14:30:00Z"): aware if it has an offset, else
    naive. DateError if it is no time; OverflowError if it is after the last day there is.
    """
    day, _, clock = text.partition("T")
    time, offset = time_of_day(clock)
    hour, minute, second = map(int, time.split(":"))
    start = datetime.fromisoformat(day)
    return (start + timedelta(hours=hour, minutes=minute, seconds=second)).replace(
        tzinfo=_zone(offset)
    )


def in_utc(instant: datetime) -> datetime:
    """The same instant in UTC; one that is naive, as if it were in UTC.

    The first and the last day of the calendar have hours that would be out of it in UTC: for those
    it is the first or the last instant there is.
    """
    if instant.tzinfo is None:
        return instant.replace(tzinfo=UTC)
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        if instant.year == 1:
            return datetime.min.replace(tzinfo=UTC)
        return datetime.max.replace(tzinfo=UTC)


def _zone(offset: str) -> tzinfo | None:
    if not offset:
        return None
    if offset == "Z":
        return UTC
    hours, _, minutes = offset[1:].partition(":")
    ahead = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(ahead if offset[0] == "+" else -ahead)
