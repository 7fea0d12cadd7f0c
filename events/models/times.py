"""Comparing two dates of the desk, which are EDTF texts and may be empty or not readable yet."""

from datetime import date

from events import dates


def ends_before(until: str, since: str) -> bool:
    """Whether the one date is for certain before the other; dates that cannot be read are not."""
    last, first = read_date(until), read_date(since)
    if not last or not first or not last.latest or not first.earliest:
        return False
    return last.latest < first.earliest


def overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two times, each since and until when, have a day in common for certain. What has no
    beginning or no end on file is taken to have none."""
    firsts = [
        value.latest_start if (value := read_date(since)) else date.min for since, _ in (one, other)
    ]
    lasts = [
        value.earliest_end if (value := read_date(until)) else date.max for _, until in (one, other)
    ]
    return max(day or date.max for day in firsts) <= min(day or date.min for day in lasts)


def is_span(text: str) -> bool:
    value = read_date(text)
    return bool(value and any(extent.lasts for extent in value.extents))


def read_date(text: str) -> dates.EDTF | None:
    """The date, if there is one that can be read."""
    try:
        return dates.parse(text) if text else None
    except dates.DateError:
        return None
