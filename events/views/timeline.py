"""The timeline: everything on record by date, with filters, search and the record as it stood.

Newest first opens at today, or at the day gone back to: what is planned lies above, one link away.
Oldest first opens at the beginning, because that is what it is chosen for. A window from–to opens
at its own end, since somebody has said where to look.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language, npgettext

from events import public
from events.presenting.drawing import ahead
from events.presenting.lists import groups, items, stops
from events.presenting.parts import number
from events.views.asking import IN_FORM, Query, as_of, filter_form, filters_of, has_empty_fields
from events.views.drawing import drawing, lanes_of
from events.views.frame import is_framed, reader_page


@dataclass(frozen=True)
class Stop:
    """`noun`: entry or entries."""

    label: str
    count: str
    noun: str
    url: str


@reader_page
def timeline(request: HttpRequest) -> HttpResponse:
    query = Query.of(request)
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    filters, errors = filters_of(query, IN_FORM)
    lanes = lanes_of(query, errors)
    today = as_of.day(filters.as_of)
    counts = public.counts(filters, after=today)
    opened = _opened(filters, counts, today)
    page = public.page(opened)
    # Where the list has opened by itself, it is known already that there is more above.
    before = public.before(filters, page) if filters.cursor else None
    in_place = request.htmx and not errors  # type: ignore[attr-defined]
    meeting = None if in_place else public.next_meeting(today, filters)
    shown = items(page.documents, as_of.links(filters.as_of))
    context = {
        "groups": groups(shown, before),
        "total": counts.total,
        "later": counts.later if opened is not filters else 0,
        "previous_url": (
            query.plus("cursor", page.previous).url if before or opened is not filters else ""
        ),
        "next_url": query.plus("cursor", page.next).url if page.next else "",
    }
    if in_place:
        return render(request, "timeline/_entries.html", context)
    oldest = filters.order == "oldest"
    context |= {
        "drawing": drawing(query, filters, counts, page, shown, lanes, framed=is_framed(request)),
        "meeting": ahead(meeting, as_of.links(filters.as_of), today) if meeting else None,
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


def _opened(filters: public.Filters, counts: public.Counts, today: date) -> public.Filters:
    """The filters with the place at which the list opens."""
    if filters.cursor or filters.order != "newest" or filters.start or filters.end:
        return filters
    if counts.later in (0, counts.total):  # nothing but what is planned: then that is the latest
        return filters
    return replace(filters, cursor=public.Cursor.opening(today, filters.order))


def _stops(query: Query, filters: public.Filters, counts: public.Counts) -> list[Stop]:
    address, language = query.awaiting("cursor"), get_language()
    return [
        Stop(
            stop.label,
            number(stop.count),
            _noun(stop.count, language),
            f"{address}{public.Cursor.opening(stop.opens, filters.order)}",
        )
        for stop in stops(counts.months, filters.order)
    ]


@lru_cache(maxsize=4096)
def _noun(count: int, language: str | None) -> str:
    return npgettext("after a number", "entry", "entries", count)
