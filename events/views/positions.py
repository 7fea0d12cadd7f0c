"""Who stands where: the matrix on a day, the history of one cell, what changed between two days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import public
from events.documents.shapes import Actor, Topic
from events.filters import Filter, Takes, named, no_list
from events.presenting.positions import changes as position_changes
from events.presenting.positions import committed, history, stance_chart
from events.presenting.positions import matrix as tables
from events.presenting.wording import day_worded, text
from events.views.asking import (
    Chosen,
    FilterForm,
    FormLayout,
    Offers,
    Query,
    as_of,
    by_name,
    day_control,
    elsewhere,
    form,
    of_record,
    paging,
)
from events.views.frame import Frame, Page, missing_name, not_yet, reader_page, within
from events.vocabulary import ActorKind, Facet, Kind

# A matrix shows the rows and columns that are asked for, and so takes any of the actors and topics.
MATRIX = Takes(
    named("process", "actor", "topic", "as_of"),
    own=("on", "page", "actors"),
    fixed={"kind": Kind.POSITION.value},
    any_of=("actor", "topic"),
)
# Two days to compare, not a window.
CHANGES = replace(MATRIX, own=("from", "to", "again", "page"))
CELL = replace(
    no_list("before"),
    fixed={"kind": Kind.POSITION.value, "actor": "{actor}", "topic": "{topic}"},
)
CHOOSING = ("process", "actor", "topic")
ON_A_DAY = FormLayout(gettext_lazy("Day, actors and topics"), shown=CHOOSING, look="choosing")
BETWEEN_DAYS = replace(ON_A_DAY, label=gettext_lazy("Days, actors and topics"))
# How many changes, or positions of one actor on one topic, are on one page.
MOST_CHANGES = 50
MOST_POSITIONS = 30
ONE_DAY = timedelta(days=1)

Record = TypeVar("Record", Actor, Topic)


@reader_page(MATRIX, costly=True)
def matrix(request: HttpRequest, query: Query) -> Page:
    chosen = Chosen.read(query)
    here = as_of.links(chosen.as_of)
    today = as_of.day(chosen.as_of)
    on = chosen.parameters.day("on") or today
    page, of_actors = _page(chosen, "page"), _page(chosen, "actors")
    found = public.matrix(on, chosen.process, chosen.as_of)
    turns = public.turns(on, chosen.process, chosen.as_of, chosen.actors, chosen.topics)
    cells = tables.only(found.cells, chosen.actors, chosen.topics)
    pages = (paging.number(page), paging.number(of_actors))
    ended = tables.only(found.ended, chosen.actors, chosen.topics)
    topics = {cell.topic for cell in (*cells, *ended)}
    promised = committed(public.promised(topics, on, chosen.process, chosen.as_of), here)
    table = tables.table(found.actors, found.topics, cells, here, on, pages, promised, ended)
    _judge(chosen, "page", page, table.topics)
    _judge(chosen, "actors", of_actors, table.actors)
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
        "topic_pages": _pages(query, "page", table.topics),
        "actor_pages": _pages(query, "actors", table.actors),
        "changes_url": _at("position-changes", query.only(*CHOOSING).plus("to", on), chosen).url,
        "form": _form(query, chosen, found, ON_A_DAY, {"on": (_("Day"), on)}),
    }
    frame = Frame.of(query, chosen.errors, chosen.as_of)
    return Page("positions/matrix.html", frame, content)


@reader_page(CHANGES, costly=True)
def changes(request: HttpRequest, query: Query) -> Page:
    chosen = Chosen.read(query)
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
    counts = Counter(one.turn for one in differences)
    with_again = bool(query.first("again"))
    if not with_again:
        differences = [one for one in differences if one.turn != position_changes.ChangeKind.AGAIN]
    window = tables.PageRange.of(len(differences), paging.number(page), MOST_CHANGES)
    _judge(chosen, "page", page, window)
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
        "pages": _pages(query, "page", window),
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
        "matrix_url": _at("positions", query.only(*CHOOSING).plus("on", end), chosen).url,
        "form": _form(
            query, chosen, now, BETWEEN_DAYS, {"from": (_("From"), start), "to": (_("Until"), end)}
        ),
        "wrong": bool(chosen.errors),
    }
    frame = Frame.of(query, chosen.errors, chosen.as_of)
    return Page("positions/changes.html", frame, content)


@reader_page(CELL)
def cell(request: HttpRequest, query: Query, actor: str, topic: str) -> Page:
    parameters = public.Parameters(query.lists(CELL.accepted), CELL.accepted)
    moment = parameters.moment()
    place = parameters.number("before", 0)
    here = as_of.links(moment)
    on = as_of.day(moment)
    who = _record(public.ACTORS, actor, moment)
    what = _record(public.TOPICS, topic, moment)
    if who is None or what is None:
        subjects = ((Facet.RECORD, actor, who), (Facet.TOPIC, topic, what))
        missing = [missing_name(facet, slug) for facet, slug, record in subjects if record is None]
        return not_yet(request, as_of.asked(query), *missing)
    found = public.stances(actor, topic, moment, place, MOST_POSITIONS)
    shown = history.stands(actor, found.said, here)
    related = public.beside(actor, topic, on, history.others(who, on), moment)
    content = {
        "actor": text(who["name"]),
        "topic": text(what["name"]),
        "topic_description": text(what["description"]),
        "actor_url": here.actor(actor),
        "topic_url": here.topic(topic),
        "matrix_url": here.page("positions"),
        "stands": shown,
        "line": stance_chart(shown, on),
        "beside": history.beside(who, topic, related, here),
        "coalition": who["kind"] == ActorKind.COALITION and bool(who.get("members")),
        "newest_url": query.without("before").url if place is not None else "",
        "older_url": query.plus("before", found.said[-1].sort).url if found.more else "",
        "errors": elsewhere(parameters.errors, "as_of"),
    }
    frame = Frame.of(query, parameters.errors, moment, canonical=(), unlisted=not shown)
    return Page("positions/cell.html", frame, content)


def _form(
    query: Query,
    chosen: Chosen,
    matrix: public.Matrix,
    layout: FormLayout,
    days: Mapping[str, tuple[str, date]],
) -> FilterForm:
    """`days`: the page's own controls, each with its label and the day that is shown."""
    errors = chosen.errors

    def offers(asked: Sequence[Filter]) -> Offers:
        processes = [one for one in asked if one.name == "process"]
        return {
            **of_record(processes, "", chosen.as_of),
            "actor": by_name(matrix.actors),
            "topic": by_name(matrix.topics),
        }

    own = [
        day_control(name, label, query.first(name), shown, errors.get(name, []))
        for name, (label, shown) in days.items()
    ]
    return form(query, errors, layout, offers, chosen.names, own)


def _record(of: public.Referred[Record], slug: str, moment: public.Moment | None) -> Record | None:
    """The record of an actor or topic as it was then; None if it was not named then."""
    if "\0" in slug:
        raise Http404
    found = public.records(of, [slug], moment)
    if not found and moment is None:
        raise Http404(slug)
    return found[0] if found else None


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


def _page(chosen: Chosen, name: str) -> str:
    """The number of a page as the address has it. Judge it once the number of pages is known."""
    return chosen.parameters.one(name) or ""


def _judge(chosen: Chosen, name: str, given: str, window: tables.PageRange) -> None:
    if paging.number(given) != window.number:
        chosen.parameters.complain(name, paging.no_such_page(given, window.pages))


def _at(name: str, query: Query, chosen: Chosen) -> Query:
    """The same choice on another page."""
    moment = [("as_of", chosen.as_of.text)] if chosen.as_of else []
    return Query(reverse(f"pages:{name}"), (*query.without(*chosen.errors).pairs, *moment))


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


def _pages(query: Query, name: str, window: tables.PageRange) -> dict[str, str]:
    """The addresses of the previous and next pages; empty if there is none."""
    return {
        "before": query.plus(name, window.number - 1).url if window.number > 1 else "",
        "after": query.plus(name, window.number + 1).url if window.number < window.pages else "",
    }
