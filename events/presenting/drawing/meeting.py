"""How long it is until a meeting, no more precisely than its date is known."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import dates
from events.documents.shapes import Date, Summit
from events.presenting.wording import Links, Text, sort_day, text

# More days than this are given in months, and more months than this in years.
MOST_DAYS = 60
FEW_DAYS = 6
MOST_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Ahead:
    """`wait`: “in 3 days”; empty if the date does not tell."""

    title: Text
    url: str
    label: Text
    wait: str


def ahead(document: Summit, links: Links, today: date) -> Ahead:
    return Ahead(
        text(document["title"]),
        links.entry(document["slug"]),
        text(document["date"]["label"]),
        wait(document["date"], today),
    )


def wait(record: Date, today: date) -> str:
    """How long it is from today until that date, or that it is under way."""
    if record["earliest"] is None:
        return ""
    begins = date.fromisoformat(sort_day(record))  # of “about the 12th”, the 12th
    months = (begins.year - today.year) * 12 + begins.month - today.month
    began = dates.certainty.since(dates.parse(record["edtf"]))
    if began.certainly is None:
        return ""
    if record["precision"] in ("day", "time"):
        days = (begins - today).days
        if days < 0:
            is_on = dates.certainty.on(dates.parse(record["edtf"]), today)
            return _("under way") if is_on is dates.Certainty.CERTAIN else ""
        if days <= MOST_DAYS:
            return _days(days, record["approximate"] or record["uncertain"])
        # A month has passed when its day is reached.
        return _months(months - (begins.day < today.day))
    if record["approximate"] or began.certainly.year != begins.year:
        return ""  # “about March” can be the month before or after, a decade any year of it
    if record["precision"] == "month":
        return _months(months)
    years = begins.year - today.year
    return _years(years) if years > 0 else ""


def _days(days: int, roughly: bool) -> str:
    if roughly:
        if days < FEW_DAYS:
            return _("in the next few days")
        return _("in about %(number)d days") % {"number": days}
    if days < 2:
        return _("tomorrow") if days else _("today")
    return ngettext("in %(number)d day", "in %(number)d days", days) % {"number": days}


def _months(months: int) -> str:
    if months < 2:
        return _("next month") if months == 1 else _("this month")
    if months > MOST_MONTHS:
        return _years(months // 12)
    return ngettext("in %(number)d month", "in %(number)d months", months) % {"number": months}


def _years(years: int) -> str:
    if years == 1:
        return _("next year")
    return ngettext("in %(number)d year", "in %(number)d years", years) % {"number": years}
