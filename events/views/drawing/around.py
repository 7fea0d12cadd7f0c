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
from events.public import Moment
from events.views.asking import as_of
from events.views.drawing.kept import kept_drawings, shown_version

# How many are drawn on each side.
BESIDE = 8


@dataclass(frozen=True)
class AroundEntry:
    """`url`: the timeline of the process at the same time."""

    course: Course
    url: str


def around(
    document: Published, moment: Moment | None, links: Links, *, framed: bool = False
) -> AroundEntry:
    """Takes two queries. `framed`: its links open beside the frame that it is in."""
    process = ("process", document["processes"][0])
    filters = replace(public.parse({process[0]: [process[1]]}), as_of=moment, limit=BESIDE)
    day = _day(document)
    sides = [
        public.page(replace(filters, order=order, cursor=public.Cursor.opening(day, order)))
        for order in ("oldest", "newest")
    ]
    documents = _in_order(document, *(side.documents for side in sides))
    shown = items(documents, links)
    days = [_day(one).toordinal() for one in documents]
    window = Window(min(days), max(days))
    today = as_of.day(moment).toordinal()
    beside = ' target="_blank"' if framed else ""

    def way(window: Window) -> str:
        days = (("from", f"{window.first_day}"), ("to", f"{window.last_day}"))
        return f'href="{escape(links.timeline(process, *days))}#drawing"{beside}'

    def make() -> Course:
        return drawn_course(shown, links, today, window, way, beside, document["id"])

    key = (
        *(tuple(map(shown_version, shown)), *(side.redaction for side in sides), today),
        *(get_language(), links.timeline(process), links.entry(""), beside, document["id"]),
    )
    ends = (("from", f"{window.first_day}"), ("to", f"{window.last_day}"))
    course = kept_drawings.recall(key, make)
    return AroundEntry(course, f"{links.timeline(process, *ends)}#drawing")


def _day(document: Published) -> date:
    """That by which it has its place in the list."""
    return dates.parse(document["date"]["edtf"]).sort_day


def _in_order(
    document: Published, later: Sequence[Published], earlier: Sequence[Published]
) -> list[Published]:
    """Each once, the newest first. Both sides have those of the day of the entry, which may be too
    many for it to be among them."""
    found: dict[str, Published] = {}
    for one in (*reversed(later), document, *earlier):
        found.setdefault(one["id"], one)
    return list(found.values())
