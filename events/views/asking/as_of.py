"""Going back in the record: what it said on a day."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from events.filters import every_filter
from events.presenting.wording import Links, as_of_worded, day_worded
from events.public import Moment
from events.public import changed_since as since
from events.views.asking.address import PLACES, Query

# What has changed since a moment: the page to which the banner of every other page leads. It looks
# up the versions published since by their tags, wherever their entries are in time. Here `as_of` is
# the moment to begin at, so it is not passed on to a feed.
SINCE = replace(
    every_filter(but=("from", "to", "when", "year", "q"), own=("before",)),
    here=frozenset({"as_of"}),
)


@dataclass(frozen=True)
class AsOfBanner:
    """The moment that a page shows, for the banner that says so.

    `url`: the same page today; `since_url`: what has changed since. `begins`: the day on which the
    record begins, if that is later than the moment; `begins_url`: the same page on that day.
    """

    text: str
    label: str
    url: str
    since_url: str
    begins: str = ""
    begins_url: str = ""


@dataclass(frozen=True)
class RequestedMoment:
    """What a page was asked for: a moment, none, or something that is not a moment (`error`)."""

    moment: Moment | None
    banner: AsOfBanner | None
    error: str


def asked(query: Query) -> RequestedMoment:
    """Read `as_of` from the address of a page that has no other filters."""
    text = query.first("as_of")
    if not text:
        return RequestedMoment(None, None, "")
    try:
        moment = Moment.parse(text)
    except ValueError as error:
        return RequestedMoment(None, None, str(error))
    return RequestedMoment(moment, banner(moment, query), "")


def banner(moment: Moment | None, query: Query) -> AsOfBanner | None:
    if moment is None:
        return None
    begins, begins_url = _beginning(moment, query)
    return AsOfBanner(
        moment.text,
        as_of_worded(moment),
        query.without("as_of", *PLACES).url,
        _since_url(moment, query),
        begins,
        begins_url,
    )


def day(moment: Moment | None) -> date:
    """The reader's day: today, or the one gone back to."""
    return timezone.localdate(moment.until if moment else None)


def links(moment: Moment | None) -> Links:
    return Links(day(moment), moment.text if moment else "")


def _beginning(moment: Moment, query: Query) -> tuple[str, str]:
    """The day on which the record begins, and the page on that day; empty if it had begun by the
    moment."""
    begins = since.begins()
    if begins is None or begins <= moment.until:
        return "", ""
    first = timezone.localdate(begins)
    url = query.without(*PLACES).plus("as_of", first.isoformat()).url
    return day_worded(first), url


def _since_url(moment: Moment, query: Query) -> str:
    along = query.takes.along(query)
    carried = [pair for pair in along if pair[0] in SINCE.names and pair[0] != "as_of"]
    return f"{reverse('pages:since')}?{urlencode([*carried, ('as_of', moment.text)])}"
