"""How long ago, how long since, how long until: in days, months or years, and no more precisely
than the dates between which it is counted."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy, npgettext_lazy

from events import dates
from events.documents import shapes

# What is shorter is given in the smaller unit.
MONTHS = 2
YEARS = 2

AGO = {
    "day": ngettext_lazy("%(number)d day ago", "%(number)d days ago", "number"),
    "month": ngettext_lazy("%(number)d month ago", "%(number)d months ago", "number"),
    "year": ngettext_lazy("%(number)d year ago", "%(number)d years ago", "number"),
}
AT_LEAST_AGO = {
    "day": ngettext_lazy("at least %(number)d day ago", "at least %(number)d days ago", "number"),
    "month": ngettext_lazy(
        "at least %(number)d month ago", "at least %(number)d months ago", "number"
    ),
    "year": ngettext_lazy(
        "at least %(number)d year ago", "at least %(number)d years ago", "number"
    ),
}
# The context marks the case that other languages need after “for”, “in” and “after”.
LASTING = {
    "day": npgettext_lazy("for", "%(number)d day", "%(number)d days", "number"),
    "month": npgettext_lazy("for", "%(number)d month", "%(number)d months", "number"),
    "year": npgettext_lazy("for", "%(number)d year", "%(number)d years", "number"),
}
AT_LEAST = {
    "day": npgettext_lazy("for", "at least %(number)d day", "at least %(number)d days", "number"),
    "month": npgettext_lazy(
        "for", "at least %(number)d month", "at least %(number)d months", "number"
    ),
    "year": npgettext_lazy(
        "for", "at least %(number)d year", "at least %(number)d years", "number"
    ),
}

Bounds = tuple[date | None, date | None]
# From one day to another, by the calendar: what was a year ago today was 12 months ago, in a leap
# year as well.
Time = tuple[date, date]


def bounds(record: shapes.Date | None) -> Bounds:
    """The first and the last day of a date of a document."""
    if record is None:
        return None, None
    earliest, latest = record["earliest"], record["latest"]
    return _day(earliest), _day(latest)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def began(record: shapes.Date) -> dates.Turn:
    """Between which days something of the date of a document began."""
    return dates.certainty.since(dates.parse(record["edtf"]))


def ago(of: dates.Turn, day: date) -> str:
    """How long before the day something was; empty if that cannot be told, or if it may be still to
    come. If only a latest possible date is known, how long ago it was at least."""
    times = _times(of, day)
    if times is None:
        return ""
    least, most = times
    if most == (day, day):
        return _("today")
    if _measured(least) == _measured(most):
        return _told(AGO, least)
    return _told(AT_LEAST_AGO, least) if least != (day, day) else ""


def so_far(of: dates.Turn, day: date) -> str:
    """How long something that began then has lasted by the day; empty if that cannot be told."""
    least, most = _times(of, day) or ((day, day), (day, day))
    return lasting(least, most) if least != (day, day) else ""


def _times(of: dates.Turn, day: date) -> tuple[Time, Time] | None:
    """The shortest and the longest time that it can be; None for what may lie after the day."""
    if of.certainly is None or of.certainly > day:
        return None
    return (of.certainly, day), (of.possibly or date.min, day)


def lasting(least: Time, most: Time) -> str:
    """A duration known to lie between two, of which the first is at least a day."""
    return _told(LASTING if _measured(least) == _measured(most) else AT_LEAST, least)


def _told(words: dict[str, Any], time: Time) -> str:
    unit, number = _measured(time)
    return str(words[unit] % {"number": number})


def _measured(time: Time) -> tuple[str, int]:
    """In full days, months or years, never rounded up."""
    first, last = time
    months = (last.year - first.year) * 12 + last.month - first.month
    # From the 31st of a month to the last day of a shorter one is a month.
    is_last = (last + timedelta(days=1)).day == 1 if last < date.max else True
    if last.day < first.day and not is_last:
        months -= 1
    if months < MONTHS:
        return "day", (last - first).days
    return ("month", months) if months < 12 * YEARS else ("year", months // 12)
