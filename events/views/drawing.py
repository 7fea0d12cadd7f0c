"""The drawing above the list: what it shows, and the ways from it to earlier, later, closer, wider.

Its window is the list's own, from–to: zooming or moving narrows the list to the same days, so that
the list always says in words what is drawn. Without a window, the entries of the page are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import public
from events.documents.shapes import Document, Published
from events.presenting.drawing import (
    LANES,
    MOST_LANES,
    OTHERS,
    Span,
    Window,
    bars,
    keys_of,
    layout,
    opening,
    span,
    span_of,
    strips,
    svg,
)
from events.presenting.lists import Item
from events.presenting.parts import number_worded
from events.presenting.wording import chosen, edtf_worded, kind
from events.public import not_one_of
from events.views.asking import WORDS, Errors, Query, as_of, as_shown
from events.views.frame import embedded
from events.vocabulary import TRAITS

PARAMETER = "lanes"
# The most entries that can be drawn one by one.
MOST_MARKS = public.LARGEST_LIMIT

# What the bars of a window count, by their unit.
COUNTED = {
    public.Grain.DAY: gettext_lazy("%(total)s entries that began then, counted by day."),
    public.Grain.MONTH: gettext_lazy("%(total)s entries that began then, counted by month."),
    public.Grain.YEAR: gettext_lazy("%(total)s entries that began then, counted by year."),
    public.Grain.DECADE: gettext_lazy("%(total)s entries that began then, counted by decade."),
    public.Grain.CENTURY: gettext_lazy("%(total)s entries that began then, counted by century."),
}


@dataclass(frozen=True)
class LaneChoice:
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class Move:
    """A step of the window. `url`: empty if there is nothing further."""

    name: str
    sign: str
    label: str
    url: str


@dataclass(frozen=True)
class Drawing:
    """`base`: the page's address without a window, for a script that chooses one."""

    heading: str
    note: str
    figure: SafeString
    overview: SafeString
    window: Window
    moves: list[Move]
    choices: list[LaneChoice]
    base: str


def lanes_of(query: Query, errors: Errors) -> str:
    """The lanes that the address asks for; what is wrong with them is added to the errors."""
    asked = query.values(PARAMETER)
    if not asked:
        return LANES[0]
    if len(asked) > 1 or asked[0] not in LANES:
        errors[PARAMETER] = [not_one_of(asked[-1], as_shown()(PARAMETER, LANES))]
        return LANES[0]
    return asked[0]


def drawing(
    query: Query,
    filters: public.Filters,
    counts: public.EntryCounts,
    page: public.DocumentPage,
    shown: Sequence[Item],
    lanes: str,
    *,
    framed: bool = False,
) -> Drawing | None:
    """The drawing of a page of the list; None if there is nothing to draw.

    `framed`: it is in a page of another site, and its window is chosen inside the frame.
    """
    if framed:
        query = replace(query, path=embedded(query.path))
    windowed = bool(filters.start or filters.end)
    everything = public.counts(replace(filters, start=None, end=None)) if windowed else counts
    whole = _whole(everything)
    if whole is None or not (windowed or shown):
        return None
    view = _View(query.without("cursor", "from", "to"), filters, lanes, framed)
    documents: Sequence[Document] | None = [item.document for item in shown]
    spans = [span_of(item, view.links, lanes) for item in shown]
    if windowed and (page.next or page.previous or filters.cursor):
        documents = _documents(filters) if counts.total <= MOST_MARKS else None
        spans = [span(document, view.links, lanes) for document in documents or ()]
    if windowed:
        first = filters.start.toordinal() if filters.start else whole.first
        last = filters.end.toordinal() if filters.end else whole.last
        window = Window(min(first, last), max(first, last))
    else:
        window = opening(spans)
    if documents is None:
        figure, note = view.bars(window, counts.total)
    else:
        figure = view.marks(spans, documents, window)
        note = _note(len(spans), counts.total)
    return Drawing(
        edtf_worded(
            f"{window.first_day}/{window.last_day}" if window.days > 1 else f"{window.first_day}"
        ),
        note,
        figure,
        strips.overview(everything.months, whole, window, view.link),
        window,
        view.moves(window, whole, windowed),
        view.choices(query),
        view.base,
    )


class _View:
    """Makes the parts of one drawing."""

    def __init__(self, base: Query, filters: public.Filters, lanes: str, framed: bool) -> None:
        self.filters = filters
        self.lanes = lanes
        self.links = as_of.links(filters.as_of)
        self.today = as_of.day(filters.as_of).toordinal()
        self.base = base.url
        self._start = base.settled().url
        self._address = escape(base.awaiting("from"))
        # What is chosen in a frame stays there; entries, which may not be framed, open beside it.
        self._target = ' target="_self"' if framed else ""
        self._beside = ' target="_blank"' if framed else ""

    def link(self, window: Window) -> str:
        days = f"{window.first_day}&amp;to={window.last_day}"
        return f'href="{self._address}{days}#drawing"{self._target}'

    def marks(
        self, spans: Sequence[Span], documents: Sequence[Document], window: Window
    ) -> SafeString:
        keys = keys_of(spans, self.lanes)
        return svg.marks(
            spans,
            layout(spans, window, keys),
            window,
            self._names(_lane_names(documents, self.lanes, keys)),
            {value: kind(value).label for value in TRAITS},
            self.today,
            self.link,
            self._beside,
        )

    def bars(self, window: Window, total: int) -> tuple[SafeString, str]:
        unit = bars.unit_of(window, bars.MOST_BARS)
        unit_of_links = bars.unit_of(window, bars.MOST_COLUMNS)
        narrowed = replace(self.filters, start=window.first_day, end=window.last_day)
        found = public.histogram(narrowed, unit, self.lanes, MOST_LANES)
        columns = bars.columns(found.tallies, window, unit)
        names = self._names({slug: chosen(name)[0] for slug, name in found.names.items()})
        figure = strips.bars(
            columns,
            bars.columns(found.tallies, window, unit_of_links),
            window,
            names,
            self.today,
            self.link,
            lambda column: bars.name_of(column, unit_of_links),
        )
        note = [COUNTED[unit] % {"total": number_worded(found.total)}]
        if total > found.total:
            more = {"number": number_worded(total - found.total)}
            note.append(_("Not counted here: %(number)s that began at another time.") % more)
        if any(column.spread for column in columns):
            note.append(_("Paler: the date is known to a longer time only, and spread over it."))
        return figure, " ".join(note)

    def moves(self, window: Window, whole: Window, windowed: bool) -> list[Move]:
        before, after = window.first > whole.first, window.last < whole.last
        wide = before or after
        return [
            self._move("earlier", "←", _("Earlier"), window.earlier(), before),
            self._move("out", "−", _("Show more time"), window.wider(whole), wide),
            self._move("in", "+", _("Show less time"), window.closer(), window.days > 1),
            self._move("later", "→", _("Later"), window.later(), after),
            self._move("whole", "", _("Everything"), whole, wide),
            *([Move("start", "", _("Latest"), f"{self._start}#drawing")] if windowed else []),
        ]

    def choices(self, query: Query) -> list[LaneChoice]:
        base = query.without("cursor")
        found = []
        for lanes in LANES:
            to = base.without(PARAMETER) if lanes == LANES[0] else base.plus(PARAMETER, lanes)
            label = str(WORDS["lanes"][lanes])
            found.append(LaneChoice(label, f"{to.url}#drawing", lanes == self.lanes))
        return found

    def _move(self, name: str, sign: str, label: str, to: Window, possible: bool) -> Move:
        address = f"{self.base}{'&' if '?' in self.base else '?'}"
        return Move(
            name,
            sign,
            label,
            f"{address}from={to.first_day}&to={to.last_day}#drawing" if possible else "",
        )

    def _names(self, of_lanes: dict[str, str]) -> dict[str, str]:
        if self.lanes == "kind":
            return {kind: str(traits.plural) for kind, traits in TRAITS.items()}
        return of_lanes | {OTHERS: _("Others")}


def _documents(filters: public.Filters) -> list[Published]:
    return public.page(replace(filters, cursor=None, limit=MOST_MARKS)).documents


def _whole(counts: public.EntryCounts) -> Window | None:
    """The span of all the months that have entries."""
    months = sorted({*counts.months, *counts.by}, key=lambda month: (month[0], month[1] or 0))
    if not months:
        return None
    first, last = months[0], months[-1]
    begins = public.Tally.in_month("", *first, 0).first
    return Window(begins, public.Tally.in_month("", *last, 0).last).rounded()


def _lane_names(documents: Sequence[Document], lanes: str, keys: Sequence[str]) -> dict[str, str]:
    """The names of the lanes by slug, in lane order, from documents that name them."""
    if lanes == "kind":
        return {}
    found: dict[str, str] = {}
    wanted = set(keys)
    for document in documents:
        names = {topic["slug"]: topic["name"] for topic in document["topics"]}
        if lanes == "actor":
            names = {actor["slug"]: actor["name"] for actor in document["actor_records"]}
        for slug in wanted.intersection(names).difference(found):
            found[slug] = chosen(names[slug])[0]
    return {key: found.get(key, key) for key in keys}


def _note(drawn: int, total: int) -> str:
    if drawn >= total:
        return ""
    return ngettext(
        "The entry of this page is drawn; there are %(total)s in all.",
        "The %(drawn)s entries of this page are drawn; there are %(total)s in all.",
        drawn,
    ) % {"drawn": number_worded(drawn), "total": number_worded(total)}
