"""Going back in the record: what it said on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from events.presenting.wording import Links, day_worded, moment_worded
from events.public import Moment
from events.public import changed_since as since
from events.views.asking.address import PLACES, Query

# The filters that the page of changes takes over from the page that a reader comes from.
CARRIED = ("kind", "process", "actor", "topic")


@dataclass(frozen=True)
class AsOf:
    """The moment that a page shows, for the banner that says so.

    `url`: the same page of today; `since_url`: what has changed since. `begins`: the day on which
    the record begins, where that is later than the moment; `begins_url`: the same page of that day.
    """

    text: str
    label: str
    url: str
    since_url: str
    begins: str = ""
    begins_url: str = ""


@dataclass(frozen=True)
class Asked:
    """What a page was asked for: a moment, or none, or something that is none."""

    moment: Moment | None
    banner: AsOf | None
    error: str

    @property
    def context(self) -> dict[str, Any]:
        """What a page's template says of it."""
        return {
            "as_of": self.banner,
            "unlisted": bool(self.moment),
        }

    @property
    def status(self) -> int:
        return 400 if self.error else 200


def asked(request: HttpRequest, *others: str) -> Asked:
    """Read `as_of` from the address of a page that has no filters, but maybe `others` to keep."""
    query = Query.of(request, ("as_of", *others))
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
    begins, begins_url = _beginning(moment, query)
    return AsOf(
        moment.text,
        label(moment),
        query.without("as_of", *PLACES).url,
        _since_url(moment, query),
        begins,
        begins_url,
    )


def day(moment: Moment | None) -> date:
    """The day on which a reader stands: today, or the one gone back to."""
    return timezone.localdate(moment.until if moment else None)


def links(moment: Moment | None) -> Links:
    return Links(day(moment), moment.text if moment else "")


def label(moment: Moment) -> str:
    return moment_worded(moment.until) if moment.is_time else day_worded(day(moment))


def _beginning(moment: Moment, query: Query) -> tuple[str, str]:
    """The day on which the record begins, and the page of it; empty where it had begun."""
    begins = since.begins()
    if begins is None or begins <= moment.until:
        return "", ""
    first = timezone.localdate(begins)
    url = query.without(*PLACES).plus("as_of", first.isoformat()).url
    return day_worded(first), url


def _since_url(moment: Moment, query: Query) -> str:
    carried = [pair for pair in query if pair[0] in CARRIED]
    return f"{reverse('pages:since')}?{urlencode([*carried, ('as_of', moment.text)])}"
