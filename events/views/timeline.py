"""The timeline: everything on record by date, with filters, search and the record as it stood.

Newest first, it opens at today or at the day gone back to: what is planned is above, one link away.
Oldest first, it opens at the beginning, because that is why readers choose it. With a window
from–to it opens at the end of the window, because the reader has said where to look.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.http import HttpRequest
from django.utils.translation import get_language, gettext_lazy, npgettext

from events import public
from events.filters import every_filter
from events.presenting.drawing import ahead
from events.presenting.lists import items_of, month_groups, periods
from events.presenting.parts import ShownPicture, number_worded, pictures
from events.public import PAGING
from events.views.asking import (
    FOLD,
    FormLayout,
    Query,
    as_of,
    filters_of,
    form,
    names_of,
    of_record,
    perhaps,
    tabs,
)
from events.views.drawing import PARAMETERS, drawing, shown_as
from events.views.frame import Fragment, Frame, Page, is_framed, look_of, reader_page

TAKES = every_filter(own=(*PAGING, FOLD, *PARAMETERS))
# While it is closed, as it mostly is, the form has only the search.
LAYOUT = FormLayout(gettext_lazy("Search and filter"), search=True, apart=("kind",), unchipped=())


@dataclass(frozen=True)
class PeriodLink:
    """`noun`: entry or entries."""

    label: str
    count: str
    noun: str
    url: str


@reader_page(TAKES)
def timeline(request: HttpRequest, query: Query) -> Page | Fragment:
    filters, errors = filters_of(query)
    asked = shown_as(query, errors)
    today = as_of.day(filters.as_of)
    counts = public.counts(filters, after=today)
    opened = _opened(filters, counts, today)
    page = public.page(opened)
    # If the list opened by itself, it is already known that there is more above.
    before = public.before(filters, page) if filters.cursor else None
    in_place = request.htmx and not errors  # type: ignore[attr-defined]
    meeting = None if in_place else public.next_meeting(today, filters)
    look = look_of(request)
    shown = items_of(page.texts, as_of.links(filters.as_of))
    entries = {
        "groups": month_groups(shown, before),
        "total": counts.total,
        "perhaps": perhaps(query, filters, counts.total),
        "later": counts.later if opened is not filters else 0,
        "previous_url": (
            query.plus("cursor", page.previous).url if before or opened is not filters else ""
        ),
        "next_url": query.plus("cursor", page.next).url if page.next else "",
    }
    if in_place:
        return Fragment("timeline/_entries.html", entries)
    oldest = filters.order == "oldest"
    content = {
        **entries,
        "drawing": (
            None
            if look.show == "list"
            else drawing(
                query,
                filters,
                counts,
                page,
                shown,
                asked,
                framed=look if is_framed(request) else None,
            )
        ),
        "pictures": _pictures(filters, page),
        "meeting": ahead(meeting, as_of.links(filters.as_of), today) if meeting else None,
        "tabs": tabs.kinds(query),
        "form": form(
            query,
            errors,
            LAYOUT,
            lambda asked: of_record(asked, filters.kind or "", filters.as_of),
            names_of(query),
        ),
        "stops": _stops(query, filters, counts),
        "oldest_first": oldest,
        "start_url": query.without("cursor").url if query.first("cursor") else "",
        "other_order_url": (
            query.without("cursor", "order")
            if oldest
            else query.without("cursor").plus("order", "oldest")
        ).url,
    }
    frame = Frame.of(query, errors, filters.as_of, unlisted=not counts.total)
    return Page("timeline/timeline.html", frame, content)


def _pictures(filters: public.Filters, page: public.DocumentPage) -> list[ShownPicture]:
    """The first one of the process to which the list is narrowed."""
    if not filters.process or filters.cursor or not page.texts:
        return []
    records = public.decoded(page.texts[0])["process_records"]
    found = next(one for one in records if one["slug"] == filters.process)
    return pictures(found.get("pictures", ())[:1])


def _opened(filters: public.Filters, counts: public.EntryCounts, today: date) -> public.Filters:
    """The filters, with the place at which the list opens."""
    if filters.cursor or filters.order != "newest" or filters.is_windowed:
        return filters
    if counts.later in (0, counts.total):  # nothing but planned entries, so those are the latest
        return filters
    return replace(filters, cursor=public.Cursor.opening(today, filters.order))


def _stops(query: Query, filters: public.Filters, counts: public.EntryCounts) -> list[PeriodLink]:
    address, language = query.awaiting("cursor"), get_language()
    return [
        PeriodLink(
            period.label,
            number_worded(period.count),
            _noun(period.count, language),
            f"{address}{public.Cursor.opening(period.opens, filters.order)}",
        )
        for period in periods(counts, filters.order)
    ]


@lru_cache(maxsize=4096)
def _noun(count: int, language: str | None) -> str:
    return npgettext("after a number", "entry", "entries", count)
