"""Positions then and then: what changed between two days."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

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

ChangeKind = position_changes.ChangeKind
# How many changes are on one page.
MOST_CHANGES = 50
# What is no news is shown where the address asks for it, by these names.
ASKED_FOR = {ChangeKind.AGAIN: "again", ChangeKind.UNCHANGED: "unchanged"}


@dataclass(frozen=True)
class Toggle:
    """A link that shows a group of cells, or leaves it out if it is shown."""

    turn: str
    number: int
    shown: bool
    url: str


@reader_page(CHANGES, costly=True)
def changes(request: HttpRequest, query: Query) -> Page:
    chosen = Chosen.read(query)
    here = as_of.links(chosen.as_of)
    start, end = choosing.window(chosen, as_of.day(chosen.as_of))
    page = choosing.page(chosen, "page")
    backwards = start > end
    compared = choosing.ComparedDays.of(chosen, start, end)
    counts = Counter(() if backwards else (one.turn for one in compared.differences))
    left_out = {turn for turn, name in ASKED_FOR.items() if not query.first(name)}
    differences = [
        one for one in compared.differences if not backwards and one.turn not in left_out
    ]
    window = tables.PageRange.of(len(differences), paging.number(page), MOST_CHANGES)
    choosing.judge(chosen, "page", page, window)
    shown = differences[max(window.first - 1, 0) : window.last]
    documents = public.named(position_changes.entries_of(shown), chosen.as_of)
    content = {
        "changes": position_changes.changes(
            shown,
            compared.actors,
            compared.topics,
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
        "counts": {turn.value: counts[turn] for turn in ChangeKind},
        "headings": position_changes.HEADINGS,
        "toggles": _toggles(query, counts),
        "table_url": choosing.at(
            "position-changes-csv",
            query.only(*choosing.CHOOSING).plus("from", start).plus("to", end),
            chosen,
        ).url,
        "matrix_url": choosing.at(
            "positions", query.only(*choosing.CHOOSING).plus("on", end), chosen
        ).url,
        "form": choosing.form(
            query,
            chosen,
            compared.now,
            choosing.BETWEEN_DAYS,
            {"from": (_("From"), start), "to": (_("Until"), end)},
        ),
        "wrong": bool(chosen.errors),
    }
    frame = Frame.of(query, chosen.errors, chosen.as_of, unlisted=not differences)
    return Page("positions/changes.html", frame, content)


def _toggles(query: Query, counts: Mapping[ChangeKind, int]) -> list[Toggle]:
    """What can be shown beside the changes, or left out again."""
    base = query.without("page")
    return [
        Toggle(
            turn.value,
            counts[turn],
            bool(query.first(name)),
            (base.without(name) if query.first(name) else base.plus(name, "1")).url,
        )
        for turn, name in ASKED_FOR.items()
        if counts[turn]
    ]
