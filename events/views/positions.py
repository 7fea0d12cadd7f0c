"""Who stands where: the matrix on a day, the history of one cell, what changed between two days."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from events import public
from events.presenting.positions import changes as position_changes
from events.presenting.positions import history, line
from events.presenting.positions import matrix as tables
from events.presenting.wording import day_worded, text
from events.views.asking import Chosen, Query, as_of, choosing, elsewhere, not_yet, of_name, paging
from events.views.frame import embedded, is_framed, reader_page
from events.vocabulary import Facet

MATRIX = ("process", "actor", "topic", "on", "as_of", "page", "actors")
CHANGES = ("process", "actor", "topic", "from", "to", "as_of", "again", "page")
# So many changes, or positions of one actor on one topic, stand on one page.
MOST_CHANGES = 50
MOST_POSITIONS = 30
ONE_DAY = timedelta(days=1)


@reader_page
def matrix(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, MATRIX)
    chosen = Chosen.read(query, MATRIX)
    here = as_of.links(chosen.as_of)
    today = as_of.day(chosen.as_of)
    on = chosen.parameters.day("on") or today
    page, of_actors = _page(chosen, "page"), _page(chosen, "actors")
    found = public.matrix(on, chosen.process, chosen.as_of)
    turns = public.turns(on, chosen.process, chosen.as_of, chosen.actors, chosen.topics)
    cells = tables.only(found.cells, chosen.actors, chosen.topics)
    pages = (paging.number(page), paging.number(of_actors))
    table = tables.table(found.actors, found.topics, cells, here, on, pages=pages)
    _judge(chosen, "page", page, table.topics)
    _judge(chosen, "actors", of_actors, table.actors)
    day = query.without("on", "page", "actors")
    context = {
        "table": table,
        "legend": tables.legend(),
        "on": on,
        "on_label": day_worded(on),
        "today_url": day.url if on != today else "",
        "before": _stop(day, turns.before),
        "after": _stop(day, turns.after),
        # In a frame, the slider stays in there.
        "slider": _slider(turns, on, today, embedded(day.url) if is_framed(request) else day.url),
        "topic_pages": _pages(query, "page", table.topics),
        "actor_pages": _pages(query, "actors", table.actors),
        "changes_url": _at(
            "position-changes", query.without(*MATRIX[3:]).plus("to", on), chosen
        ).url,
        "choosing": choosing(query, chosen, found, ("on",)),
        "errors": chosen.errors,
        "errors_elsewhere": elsewhere(chosen.errors, "on", "as_of"),
        "as_of": as_of.banner(chosen.as_of, query),
        "canonical_query": query.without(*chosen.errors).url.partition("?")[2],
        "unlisted": bool(chosen.as_of),
    }
    return render(request, "positions/matrix.html", context, status=chosen.status)


@reader_page
def changes(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, CHANGES)
    chosen = Chosen.read(query, CHANGES)
    here = as_of.links(chosen.as_of)
    start, end = _window(chosen, as_of.day(chosen.as_of))
    page = _page(chosen, "page")
    before = public.matrix(start, chosen.process, chosen.as_of)
    now = public.matrix(end, chosen.process, chosen.as_of)
    differences = position_changes.differences(
        tables.only(before.cells, chosen.actors, chosen.topics),
        tables.only(now.cells, chosen.actors, chosen.topics),
    )
    backwards = start > end
    if backwards:
        differences = []
    again = sum(one.repeated for one in differences)
    with_again = bool(query.first("again"))
    if not with_again:
        differences = [one for one in differences if not one.repeated]
    window = tables.Window.of(len(differences), paging.number(page), MOST_CHANGES)
    _judge(chosen, "page", page, window)
    shown = differences[max(window.first - 1, 0) : window.last]
    documents = public.named({one.now.position["entry"] for one in shown}, chosen.as_of)
    context = {
        "changes": position_changes.changes(shown, now.actors, now.topics, documents, here),
        "window": window,
        "pages": _pages(query, "page", window),
        "backwards": backwards,
        "start": start,
        "end": end,
        "start_label": day_worded(start),
        "end_label": day_worded(end),
        "again": again,
        "with_again": with_again,
        "again_url": (
            query.without("again", "page")
            if with_again
            else query.plus("again", "1").without("page")
        ).url,
        "matrix_url": _at("positions", query.without(*CHANGES[3:]).plus("on", end), chosen).url,
        "choosing": choosing(query, chosen, now, ("from", "to")),
        "errors": chosen.errors,
        "errors_elsewhere": elsewhere(chosen.errors, "from", "to", "as_of"),
        "as_of": as_of.banner(chosen.as_of, query),
        "canonical_query": query.without(*chosen.errors).url.partition("?")[2],
        "unlisted": bool(chosen.as_of),
    }
    return render(request, "positions/changes.html", context, status=chosen.status)


@reader_page
def cell(request: HttpRequest, actor: str, topic: str) -> HttpResponse:
    query = Query.of(request, ("as_of", "before"))
    parameters = public.Parameters(query.lists(), ("as_of", "before"))
    moment = parameters.moment()
    place = parameters.number("before", 0)
    here = as_of.links(moment)
    on = as_of.day(moment)
    who, what = _record(Facet.RECORD, actor, moment), _record(Facet.TOPIC, topic, moment)
    if who is None or what is None:
        subjects = ((Facet.RECORD, actor, who), (Facet.TOPIC, topic, what))
        missing = [of_name(facet, slug) for facet, slug, record in subjects if record is None]
        return not_yet(request, as_of.asked(request), *missing)
    found = public.stances(actor, topic, moment, place, MOST_POSITIONS)
    shown = history.stands(actor, found.said, here)
    related = public.beside(actor, topic, on, history.others(who), moment)
    context = {
        "actor": text(who["name"]),
        "topic": text(what["name"]),
        "topic_description": text(what["description"]),
        "actor_url": here.actor(actor),
        "topic_url": here.topic(topic),
        "matrix_url": here.page("positions"),
        "stands": shown,
        "line": line(shown, on),
        "beside": history.beside(who, topic, related, here),
        "coalition": bool(who.get("members")),
        "newest_url": query.without("before").url if place is not None else "",
        "older_url": query.plus("before", found.said[-1].sort).url if found.more else "",
        "errors": elsewhere(parameters.errors, "as_of"),
        "as_of": as_of.banner(moment, query),
        "unlisted": bool(moment) or not shown,
    }
    status = 400 if parameters.errors else 200
    return render(request, "positions/cell.html", context, status=status)


def _record(facet: str, slug: str, moment: public.Moment | None) -> dict[str, Any] | None:
    """The record of an actor or a topic as it was then; None where it was not named then."""
    if "\0" in slug:
        raise Http404
    found = public.records(facet, [slug], moment)
    if not found and moment is None:
        raise Http404(slug)
    return found[0] if found else None


def _window(chosen: Chosen, today: date) -> tuple[date, date]:
    """The two days to compare: as asked for, else around the last change there was."""
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


def _page(chosen: Chosen, name: str) -> str:
    """The number of a page as the address has it. Judge it when it is known how many there are."""
    return chosen.parameters.one(name) or ""


def _judge(chosen: Chosen, name: str, given: str, window: tables.Window) -> None:
    if paging.number(given) != window.number:
        chosen.parameters.complain(name, paging.no_such_page(given, window.pages))


def _at(name: str, query: Query, chosen: Chosen) -> Query:
    """The same choice on another page."""
    moment = [("as_of", chosen.as_of.text)] if chosen.as_of else []
    return Query(reverse(f"pages:{name}"), (*query.without(*chosen.errors).pairs, *moment))


def _stop(query: Query, day: date | None) -> dict[str, str] | None:
    """A link to the matrix of a day, with its name."""
    if day is None:
        return None
    return {"url": query.plus("on", day.isoformat()).url, "label": day_worded(day)}


def _slider(turns: public.Turns, on: date, today: date, url: str) -> dict[str, Any] | None:
    """What the slider needs: its places, which of them is the page's day, and the address.
    `every`: whether the places are all days on which something changed."""
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


def _pages(query: Query, name: str, window: tables.Window) -> dict[str, str]:
    """The addresses of the pages before and after, where there are such pages."""
    return {
        "before": query.plus(name, window.number - 1).url if window.number > 1 else "",
        "after": query.plus(name, window.number + 1).url if window.number < window.pages else "",
    }
