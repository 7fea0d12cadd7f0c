"""The drawing around one entry: what was before it and after it on its process, and it itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from django.utils.translation import get_language

from events import dates, public
from events.documents.shapes import Published
from events.presenting.drawing import Course, Window, drawn_course
from events.presenting.lists import items
from events.presenting.wording import Links
from events.public import DocumentPage, Filters, Moment
from events.views.asking import as_of
from events.views.drawing.kept import kept_drawings, shown_version
from events.vocabulary import TRAITS

# How many are drawn on each side, and of the day itself; of so many of its day, meetings first.
BESIDE, OF_DAY, LOOKED_AT = 6, 8, 20


@dataclass(frozen=True)
class AroundEntry:
    """`url`: the timeline of the process at the same time."""

    course: Course
    url: str


def around(
    document: Published, moment: Moment | None, links: Links, *, framed: bool = False
) -> AroundEntry | None:
    """None where nothing can be drawn. Takes three queries. `framed`: its links open beside the
    frame that it is in."""
    process = ("process", document["processes"][0])
    filters = replace(public.parse({process[0]: [process[1]]}), as_of=moment)
    pages, documents = _near(document, filters)
    if not documents:
        return None
    shown = items(documents, links)
    days = [_day(one).toordinal() for one in documents]
    window = Window(min(days), max(days))
    today = as_of.day(moment).toordinal()
    beside = ' target="_blank"' if framed else ""

    def timeline(window: Window) -> str:
        ends = (("from", f"{window.first_day}"), ("to", f"{window.last_day}"))
        return f"{links.timeline(process, *ends)}#drawing"

    def way(window: Window) -> str:
        return f'href="{escape(timeline(window))}"{beside}'

    def make() -> Course:
        return drawn_course(shown, links, today, window, way, beside, document["id"])

    key = (
        *(tuple(map(shown_version, shown)), *(page.redaction for page in pages), today),
        *(get_language(), links.timeline(process), links.entry(""), beside, document["id"]),
    )
    return AroundEntry(kept_drawings.recall(key, make), timeline(window))


def _near(document: Published, filters: Filters) -> tuple[list[DocumentPage], list[Published]]:
    """What is drawn, the newest first, and the pages that it is from."""
    day = _day(document)
    pages = [
        _page(filters, _next_to(day, 1), "oldest", BESIDE),
        _page(filters, day, "newest", LOOKED_AT),
        _page(filters, _next_to(day, -1), "newest", BESIDE),
    ]
    later, of_day, earlier = (
        [one for one in page.documents if is_there(_day(one))]
        for page, is_there in zip(pages, (day.__lt__, day.__eq__, day.__gt__), strict=True)
    )
    near = [*reversed(later), *_of_day(document, of_day), *earlier]
    return pages, [one for one in near if TRAITS[one["kind"]].drawn]


def _day(document: Published) -> date:
    """That by which it has its place in the list."""
    return dates.parse(document["date"]["edtf"]).sort_day


def _next_to(day: date, days: int) -> date:
    """The calendar has a first day and a last one."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _page(filters: Filters, day: date, order: str, limit: int) -> DocumentPage:
    cursor = public.Cursor.opening(day, order)
    return public.page(replace(filters, order=order, cursor=cursor, limit=limit))


def _of_day(document: Published, others: Sequence[Published]) -> list[Published]:
    """The entry, and those of the same day that say most of it."""
    others = [one for one in others if one["id"] != document["id"]]
    return [document, *sorted(others, key=lambda one: one["kind"] != "summit")][:OF_DAY]
