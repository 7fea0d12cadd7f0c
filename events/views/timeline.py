"""The timeline: everything on record by date, with filters, search and the record as it stood.

Newest first opens at today, or at the day gone back to: what is planned lies above, one link away.
Oldest first opens at the beginning, because that is what it is chosen for. A window from–to opens
at its own end, since somebody has said where to look.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from events import public
from events.presenting.dates import sort_day
from events.presenting.items import Item, items
from events.presenting.timeline import groups, stops
from events.views import as_of
from events.views.caching import reader_page
from events.views.filter_form import filter_form
from events.views.queries import Query, filters_of


@dataclass(frozen=True)
class Stop:
    label: str
    count: int
    url: str


@reader_page
def timeline(request: HttpRequest) -> HttpResponse:
    query = Query.of(request)
    if any(not value.strip() for values in dict(request.GET.lists()).values() for value in values):
        # A form sends its empty fields too; the address that people share should not have them.
        return HttpResponseRedirect(query.url)
    filters, errors = filters_of(query)
    counts = public.counts(filters)
    opened, later = _opened(filters, counts.days)
    page = public.page(opened)
    shown = items(page.documents, as_of.links(filters.as_of))
    before = page.previous if later or _has_before(filters, counts.days, shown) else None
    context = {
        "groups": groups(shown, filters.cursor.day if filters.cursor else None),
        "total": counts.total,
        "later": later,
        "previous_url": query.plus("cursor", before).url if before else "",
        "next_url": query.plus("cursor", page.next).url if page.next else "",
    }
    if request.htmx and not errors:  # type: ignore[attr-defined]
        return render(request, "timeline/_entries.html", context)
    oldest = filters.order == "oldest"
    context |= {
        "form": filter_form(query, filters, errors),
        "as_of": as_of.banner(filters.as_of, query),
        "stops": _stops(query, filters, counts),
        "oldest_first": oldest,
        "start_url": query.without("cursor").url if query.first("cursor") else "",
        "reset_url": query.path,
        "other_order_url": (
            query.without("cursor", "order")
            if oldest
            else query.without("cursor").plus("order", "oldest")
        ).url,
        "canonical_query": query.without("limit", *errors).url.partition("?")[2],
        "unlisted": bool(filters.as_of),
    }
    return render(request, "timeline/timeline.html", context, status=400 if errors else 200)


def _opened(filters: public.Filters, days: Mapping[date, int]) -> tuple[public.Filters, int]:
    """The filters with the place at which the list opens, and how many entries lie above it."""
    if filters.cursor or filters.order != "newest" or filters.start or filters.end:
        return filters, 0
    today = as_of.day(filters.as_of)
    later = sum(number for day, number in days.items() if day > today)
    if later == sum(days.values()):  # nothing but what is planned: then that is the latest
        return filters, 0
    if not later:
        return filters, 0
    return replace(filters, cursor=public.Cursor.opening(today, filters.order)), later


def _has_before(filters: public.Filters, days: Mapping[date, int], shown: list[Item]) -> bool:
    """Whether entries lie before the first one of the page: the list's own link cannot know."""
    if not filters.cursor:
        return False
    if not shown:
        return bool(days)
    first = date.fromisoformat(sort_day(shown[0].document["date"]))
    newest = filters.order == "newest"
    on_page = sum(sort_day(item.document["date"]) == first.isoformat() for item in shown)
    beyond = any(day > first if newest else day < first for day in days)
    return beyond or days.get(first, 0) > on_page


def _stops(query: Query, filters: public.Filters, counts: public.Counts) -> list[Stop]:
    base = query.without("cursor")
    return [
        Stop(
            stop.label,
            stop.count,
            base.plus("cursor", public.Cursor.opening(stop.opens, filters.order)).url,
        )
        for stop in stops(counts.by_month(), filters.order)
    ]
