"""Who stands where on a day: the matrix."""

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from events import public
from events.presenting.positions import committed
from events.presenting.positions import matrix as tables
from events.presenting.wording import day_worded
from events.views.asking import Chosen, Query, as_of, paging
from events.views.frame import Frame, Page, reader_page, within
from events.views.positions import choosing
from events.views.positions.choosing import MATRIX


@reader_page(MATRIX, costly=True)
def matrix(request: HttpRequest, query: Query) -> Page:
    chosen = Chosen.read(query)
    here = as_of.links(chosen.as_of)
    today = as_of.day(chosen.as_of)
    on = chosen.parameters.day("on") or today
    page, of_actors = choosing.page(chosen, "page"), choosing.page(chosen, "actors")
    found = public.matrix(on, chosen.process, chosen.as_of)
    turns = public.turns(on, chosen.process, chosen.as_of, chosen.actors, chosen.topics)
    cells = tables.only(found.cells, chosen.actors, chosen.topics)
    pages = (paging.number(page), paging.number(of_actors))
    ended = tables.only(found.ended, chosen.actors, chosen.topics)
    topics = {cell.topic for cell in (*cells, *ended)}
    promised = committed(public.promised(topics, on, chosen.process, chosen.as_of), here)
    table = tables.table(found.actors, found.topics, cells, here, on, pages, promised, ended)
    choosing.judge(chosen, "page", page, table.topics)
    choosing.judge(chosen, "actors", of_actors, table.actors)
    base = query.without("on", "page", "actors")
    content = {
        "table": table,
        "legend": tables.legend(),
        "bases": tables.bases(table),
        "on": on,
        "on_label": day_worded(on),
        "future": on > today,
        "today_url": base.url if on != today else "",
        "before": _stop(base, turns.before),
        "after": _stop(base, turns.after),
        # In a frame, the slider stays inside the frame.
        "slider": _slider(turns, on, today, within(request, base.url)),
        "topic_pages": choosing.pages(query, "page", table.topics),
        "actor_pages": choosing.pages(query, "actors", table.actors),
        "changes_url": choosing.at(
            "position-changes", query.only(*choosing.CHOOSING).plus("to", on), chosen
        ).url,
        "table_url": choosing.at(
            "positions-csv", query.only(*choosing.CHOOSING).plus("on", on), chosen
        ).url,
        "form": choosing.form(query, chosen, found, choosing.ON_A_DAY, {"on": (_("Day"), on)}),
    }
    frame = Frame.of(query, chosen.errors, chosen.as_of, unlisted=not table.rows)
    return Page("positions/matrix.html", frame, content)


def _stop(query: Query, on: date | None) -> dict[str, str] | None:
    """A link to the matrix of a day, with its name."""
    if on is None:
        return None
    return {"url": query.plus("on", on.isoformat()).url, "label": day_worded(on)}


def _slider(turns: public.Turns, on: date, today: date, url: str) -> dict[str, object] | None:
    """What the slider needs: its places, which of them is the page's day, and the address. `every`:
    whether the places are all the days on which somebody took a stand."""
    if turns.first is None or turns.last is None:
        return None
    days = tables.stops(turns.days, turns.first, turns.last, on, today)
    if len(days) < 2:
        return None
    return {
        "days": " ".join(day.isoformat() for day in days),
        "last": len(days) - 1,
        "value": days.index(on),
        "url": url,
        "every": bool(turns.days),
    }
