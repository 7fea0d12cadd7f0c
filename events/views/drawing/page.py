"""What the drawing above the list shows.

Its window is the list's own, from–to: zooming or moving narrows the list to the same days, so that
the list always says in words what is drawn. Without a window all that the filters find is drawn or,
of more than can be drawn one by one, the entries of the page; and all of it as counts, if the
address asks for everything.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from events import public
from events.presenting.drawing import (
    LANES,
    MOST_LANES,
    OTHERS,
    Course,
    Window,
    bars,
    drawn_course,
    named_events,
    strips,
)
from events.presenting.lists import Item, items_of
from events.presenting.parts import number_worded
from events.presenting.wording import chosen, edtf_worded
from events.views.asking import WORDS, Query, as_of
from events.views.drawing.kept import kept_drawings, shown_version
from events.views.drawing.parameters import LANES_OF_COUNTS, SPAN, Shown
from events.views.drawing.ways import Move, Ways, moves
from events.views.frame import Look, embedded
from events.vocabulary import TRAITS

# The most entries that are drawn one by one, and the most of a page where there are more: with a
# list of 200 below it, the page still weighs no more than 60 kB.
MOST_MARKS = 175
MOST_OF_PAGE = 100
# So many of those that are counted are named.
MOST_NAMED = 24

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
class Drawing:
    """`course`: of entries drawn one by one, else `figure`, the counts. `base`: the page's address
    without a window, for a script that chooses one."""

    heading: str
    note: str
    course: Course | None
    figure: SafeString
    overview: SafeString
    window: Window
    moves: list[Move]
    choices: list[LaneChoice]
    base: str


def drawing(
    query: Query,
    filters: public.Filters,
    counts: public.EntryCounts,
    page: public.DocumentPage,
    shown: Sequence[Item],
    asked: Shown,
    *,
    framed: Look | None = None,
) -> Drawing | None:
    """The drawing of a page of the list; None if there is nothing to draw.

    `framed`: it is in a page of another site, in this look, and its window is chosen inside the
    frame.
    """
    if framed:
        pairs = (*query.pairs, *framed.pairs)
        query = replace(query, path=embedded(query.path), pairs=pairs)
    windowed = bool(filters.start or filters.end)
    everything = public.counts(replace(filters, start=None, end=None)) if windowed else counts
    whole = _whole(everything)
    if whole is None or not (windowed or shown):
        return None
    return _View(query, filters, asked, whole, everything, bool(framed)).drawing(
        counts, page, shown
    )


class _View:
    """Makes the parts of one drawing."""

    def __init__(
        self,
        query: Query,
        filters: public.Filters,
        asked: Shown,
        whole: Window,
        everything: public.EntryCounts,
        framed: bool,
    ) -> None:
        self.query = query
        self.filters = filters
        self.lanes = asked.lanes
        self.everything = everything
        self.whole = whole
        self.many = everything.total > MOST_MARKS
        self.is_whole = asked.everything and self.many
        self.links = as_of.links(filters.as_of)
        self.today = as_of.day(filters.as_of).toordinal()
        base = query.without("cursor", "from", "to", SPAN)
        self.ways = Ways.of(base, many=self.many)
        self._address = escape(base.awaiting("from"))
        # What is chosen in a frame stays there; entries, which may not be framed, open beside it.
        self._target = ' target="_self"' if framed else ""
        self._beside = ' target="_blank"' if framed else ""

    def drawing(
        self, counts: public.EntryCounts, page: public.DocumentPage, shown: Sequence[Item]
    ) -> Drawing:
        window = self._window()
        complete = window is None and (not self.many or self.is_whole)
        course, figure, note = None, SafeString(), ""
        if self.is_whole or (window and counts.total > MOST_MARKS):
            window = window or self.whole
            figure, note, closer = self._bars(window, counts.total)
        else:
            course, note = self._course(counts, page, shown, window)
            closer, window = course.closer, course.window
        edtf = f"{window.first_day}/{window.last_day}"
        return Drawing(
            edtf_worded(edtf if window.days > 1 else f"{window.first_day}"),
            note,
            course,
            figure,
            strips.overview(self.everything.months, self.whole, window, self.link),
            window,
            moves(
                self.ways,
                window,
                self.whole,
                closer,
                windowed=self.filters.start is not None or self.filters.end is not None,
                complete=complete,
                many=self.many,
            ),
            [] if course else self._choices(),
            self.ways.base,
        )

    def _window(self) -> Window | None:
        """The window that was chosen; with one end, the record's own other one, unless all of the
        record lies beyond."""
        filters, whole = self.filters, self.whole
        if not (filters.start or filters.end):
            return None
        start, end = (day and day.toordinal() for day in (filters.start, filters.end))
        first = start or min(whole.first, end or whole.first)
        last = end or max(whole.last, first)
        return Window(min(first, last), max(first, last))

    def link(self, window: Window) -> str:
        days = f"{window.first_day}&amp;to={window.last_day}"
        return f'href="{self._address}{days}#drawing"{self._target}'

    def _course(
        self,
        counts: public.EntryCounts,
        page: public.DocumentPage,
        shown: Sequence[Item],
        window: Window | None,
    ) -> tuple[Course, str]:
        """The entries one by one, newest first: all of them, or those of the page."""
        is_page = not (page.next or page.previous or self.filters.cursor)
        texts = page.texts
        if not is_page and counts.total <= MOST_MARKS:
            page = public.page(replace(self.filters, cursor=None, limit=MOST_MARKS, order="newest"))
            shown, texts = [], page.texts
        else:
            if counts.total > MOST_MARKS:
                shown, texts = shown[:MOST_OF_PAGE], texts[:MOST_OF_PAGE]
            if self.filters.order == "oldest":
                shown = shown[::-1]

        def make() -> Course:
            drawn = shown or items_of(page.texts, self.links)
            return drawn_course(drawn, self.links, self.today, window, self.link, self._beside)

        versions = tuple(shown_version(item) for item in shown)
        digest = blake2b(b"".join([] if shown else texts), digest_size=16).digest()
        key = (
            *(versions, digest, page.redaction, self.today, get_language(), window),
            *(self._address, self._target, self.links.entry("")),
        )
        return kept_drawings.recall(key, make), _note(len(texts), counts.total)

    def _bars(self, window: Window, total: int) -> tuple[SafeString, str, Window]:
        unit = bars.unit_of(window, bars.MOST_BARS)
        unit_of_links = bars.unit_of(window, bars.MOST_COLUMNS)
        narrowed = replace(self.filters, start=window.first_day, end=window.last_day)
        found = public.histogram(narrowed, unit, self.lanes, MOST_LANES)
        columns = bars.columns(found.tallies, window, unit)
        names = self._names({slug: chosen(name)[0] for slug, name in found.names.items()})
        named = named_events(
            public.weightiest(self.filters, window.first_day, window.last_day, MOST_NAMED),
            window,
            self.links,
            self._beside,
        )
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
            note.append(
                _("Not counted here: %(number)s that began at another time, or may have.") % more
            )
        if any(column.spread for column in columns):
            note.append(_("Paler: the date is known to a longer time only, and spread over it."))
        drawn = named.names + figure + named.listed
        return drawn, " ".join(note), bars.closer(columns, window)

    def _choices(self) -> list[LaneChoice]:
        base = self.query.without("cursor")
        found = []
        for lanes in LANES:
            first = lanes == LANES[0]
            to = base.without(LANES_OF_COUNTS) if first else base.plus(LANES_OF_COUNTS, lanes)
            label = str(WORDS["lanes"][lanes])
            found.append(LaneChoice(label, f"{to.url}#drawing", lanes == self.lanes))
        return found

    def _names(self, of_lanes: dict[str, str]) -> dict[str, str]:
        if self.lanes == "kind":
            return {kind: str(traits.plural) for kind, traits in TRAITS.items()}
        return of_lanes | {OTHERS: _("Others")}


def _whole(counts: public.EntryCounts) -> Window | None:
    """The span of all the months that have entries."""
    about = dict.fromkeys((year, None) for year in counts.about)
    months = sorted(
        {*counts.months, *counts.by, *about}, key=lambda month: (month[0], month[1] or 0)
    )
    if not months:
        return None
    first, last = months[0], months[-1]
    begins = public.Tally.in_month("", *first, 0).first
    return Window(begins, public.Tally.in_month("", *last, 0).last).rounded()


def _note(drawn: int, total: int) -> str:
    if drawn >= total:
        return ""
    return ngettext(
        "The entry of this page is drawn; there are %(total)s in all.",
        "The %(drawn)s entries of this page are drawn; there are %(total)s in all.",
        drawn,
    ) % {"drawn": number_worded(drawn), "total": number_worded(total)}
