"""Positions then and then: what changed between two days."""

from collections import Counter
from datetime import date, timedelta

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.presenting.positions import changes as position_changes
from events.presenting.positions import matrix as tables
from events.presenting.wording import day_worded
from events.views.asking import Chosen, Query, as_of, paging
from events.views.frame import Frame, Page, reader_page
from events.views.positions import choosing
from events.views.positions.choosing import CHANGES

# How many changes are on one page.
MOST_CHANGES = 50
ONE_DAY = timedelta(days=1)


@reader_page(CHANGES, costly=True)
def changes(request: HttpRequest, query: Query) -> Page:
    chosen = Chosen.read(query)
    here = as_of.links(chosen.as_of)
    start, end = _window(chosen, as_of.day(chosen.as_of))
    page = choosing.page(chosen, "page")
    before = public.matrix(start, chosen.process, chosen.as_of)
    now = public.matrix(end, chosen.process, chosen.as_of)
    differences = position_changes.differences(
        tables.only(before.cells, chosen.actors, chosen.topics),
        tables.only(now.cells, chosen.actors, chosen.topics),
    )
    backwards = start > end
    if backwards:
        differences = []
    counts = Counter(one.turn for one in differences)
    with_again = bool(query.first("again"))
    if not with_again:
        differences = [one for one in differences if one.turn != position_changes.ChangeKind.AGAIN]
    window = tables.PageRange.of(len(differences), paging.number(page), MOST_CHANGES)
    choosing.judge(chosen, "page", page, window)
    shown = differences[max(window.first - 1, 0) : window.last]
    documents = public.named({one.now.position["entry"]["id"] or "" for one in shown}, chosen.as_of)
    content = {
        "changes": position_changes.changes(
            shown,
            {**before.actors, **now.actors},
            {**before.topics, **now.topics},
            documents,
            here,
            end,
        ),
        "window": window,
        "pages": choosing.pages(query, "page", window),
        "backwards": backwards,
        "start": start,
        "end": end,
        "start_label": day_worded(start),
        "end_label": day_worded(end),
        "counts": {turn.value: counts[turn] for turn in position_changes.ChangeKind},
        "headings": position_changes.HEADINGS,
        "with_again": with_again,
        "again_url": (
            query.without("again", "page")
            if with_again
            else query.plus("again", "1").without("page")
        ).url,
        "matrix_url": choosing.at(
            "positions", query.only(*choosing.CHOOSING).plus("on", end), chosen
        ).url,
        "form": choosing.form(
            query,
            chosen,
            now,
            choosing.BETWEEN_DAYS,
            {"from": (_("From"), start), "to": (_("Until"), end)},
        ),
        "wrong": bool(chosen.errors),
    }
    frame = Frame.of(query, chosen.errors, chosen.as_of)
    return Page("positions/changes.html", frame, content)


def _window(chosen: Chosen, today: date) -> tuple[date, date]:
    """The two days to compare: those asked for, or those around the last change."""
    end = chosen.parameters.day("to") or today
    start = chosen.parameters.day("from")
    if start is None:
        last = public.turns(
            min(end, date.max - ONE_DAY) + ONE_DAY,
            *(chosen.process, chosen.as_of, chosen.actors, chosen.topics),
        ).before
        start = max(last or end, date.min + ONE_DAY) - ONE_DAY
    elif start > end:
        chosen.parameters.complain("to", _("The window ends before it begins."))
    return start, end
