"""How long ago, how long since, how long until: in days, months or years, and no more precisely
than the dates between which it is counted."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy, npgettext_lazy

from events import dates
from events.documents import shapes

MOST_DAYS = 60  # up to this many days are given as days
MOST_IN_MONTHS = 2 * 365

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
# Stands for the days since something began, if nobody knows how early that was.
LONG_AGO = date.max.toordinal()


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
    days = _days(of, day)
    if days is None:
        return ""
    least, most = days
    if most == 0:
        return _("today")
    if _measured(least) == _measured(most):
        return _told(AGO, least)
    return _told(AT_LEAST_AGO, least) if least else ""


def so_far(of: dates.Turn, day: date) -> str:
    """How long something that began then has lasted by the day; empty if that cannot be told."""
    least, most = _days(of, day) or (0, 0)
    return lasting(least, most) if least else ""


def _days(of: dates.Turn, day: date) -> tuple[int, int] | None:
    """The least and the most number of days that it can be; None for what may lie after the day."""
    if of.certainly is None or of.certainly > day:
        return None
    most = (day - of.possibly).days if of.possibly else LONG_AGO
    return (day - of.certainly).days, most


def lasting(least: int, most: int) -> str:
    """A duration known to lie between two numbers of days, of which the first is at least 1."""
    return _told(LASTING if _measured(least) == _measured(most) else AT_LEAST, least)


def _told(words: dict[str, Any], days: int) -> str:
    unit, number = _measured(days)
    return str(words[unit] % {"number": number})


def _measured(days: int) -> tuple[str, int]:
    if days < MOST_DAYS:
        return "day", days
    if days < MOST_IN_MONTHS:
        # Some months are up to three days shorter than others: from 1 February to 1 July is five
        # months.
        return "month", (days + 3) * 12 // 365
    return "year", days * 4 // (365 * 4 + 1)
