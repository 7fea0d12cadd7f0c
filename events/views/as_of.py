"""Going back in the record: what it said on a day."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from events.presenting.dates import day_worded, moment_worded
from events.presenting.links import Links
from events.public import Moment
from events.views.queries import Query


@dataclass(frozen=True)
class AsOf:
    """The moment that a page shows, for the banner that says so. `url`: the same page of today."""

    text: str
    label: str
    url: str


@dataclass(frozen=True)
class Asked:
    """What a page was asked for: a moment, or none, or something that is none."""

    moment: Moment | None
    banner: AsOf | None
    error: str


def asked(request: HttpRequest) -> Asked:
    """Read `as_of` from the address of a page that has no other filters."""
    query = Query.of(request, ("as_of",))
    text = query.first("as_of").strip()
    if not text:
        return Asked(None, None, "")
    try:
        moment = Moment.parse(text)
    except ValueError as error:
        return Asked(None, None, str(error))
    return Asked(moment, banner(moment, query), "")


def banner(moment: Moment | None, query: Query) -> AsOf | None:
    if moment is None:
        return None
    return AsOf(moment.text, _label(moment), query.without("as_of", "cursor").url)


def day(moment: Moment | None) -> date:
    """The day on which a reader stands: today, or the one gone back to."""
    return timezone.localdate(moment.until if moment else None)


def links(moment: Moment | None) -> Links:
    return Links(day(moment), moment.text if moment else "")


def _label(moment: Moment) -> str:
    if len(moment.text) == len("2026-01-06"):
        return day_worded(day(moment))
    return moment_worded(moment.until)
