"""The front page, and the page that says what this is."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from events import public
from events.presenting.items import Item, items
from events.presenting.links import Links
from events.presenting.markdown import render as render_markdown
from events.presenting.standings import standings
from events.presenting.texts import chosen, text
from events.views.caching import reader_page
from events.vocabulary import Facet

# How much of each a front page shows; the timeline has the rest.
PROCESSES = 12
TOPICS = 8
COMMITMENTS = 3
QUESTIONS = 5
LATEST = 6


@reader_page
def front(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    links = Links(today)
    processes, _more = public.references(Facet.PROCESS, limit=PROCESSES)
    matrix = public.matrix(today)
    stands = standings(matrix.actors, matrix.topics, matrix.cells, links)
    meeting, ahead = _meeting(today, links)
    context = {
        "processes": [_process(record, links) for record in processes],
        "meeting": meeting,
        "meeting_ahead": ahead,
        "standings": stands[:TOPICS],
        "more_topics": max(len(stands) - TOPICS, 0),
        "commitments": _list(links, COMMITMENTS, kind=["commitment"]),
        "questions": _list(links, QUESTIONS, kind=["question"], status=["open"]),
        "latest": _until(today, links),
        "positions_url": links.timeline(("kind", "position")),
        "commitments_url": links.timeline(("kind", "commitment")),
        "questions_url": links.timeline(("kind", "question"), ("status", "open")),
    }
    return render(request, "site/front.html", context)


@reader_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html", {"versions": public.last_seq()})


def _process(record: dict[str, Any], links: Links) -> dict[str, Any]:
    summary, language = chosen(record["summary"])
    return {
        "name": text(record["name"]),
        "url": links.timeline(("process", record["slug"])),
        "summary": render_markdown(summary),
        "language": language,
    }


def _list(links: Links, limit: int, **filters: list[str]) -> list[Item]:
    found = public.page(replace(public.parse(filters), limit=limit))
    return items(found.documents, links)


def _until(today: date, links: Links) -> list[Item]:
    """The latest entries up to today, whatever is planned."""
    opening = public.Cursor.opening(today, "newest")
    return items(public.page(public.Filters(limit=LATEST, cursor=opening)).documents, links)


def _meeting(today: date, links: Links) -> tuple[Item | None, bool]:
    """The next meeting that is planned, else the latest one; and whether it lies ahead."""
    planned = public.parse({"kind": ["summit"], "status": ["planned"], "order": ["oldest"]})
    opening = public.Cursor.opening(today, "oldest")
    found = public.page(replace(planned, limit=1, cursor=opening)).documents
    if found:
        return items(found, links)[0], True
    opening = public.Cursor.opening(today, "newest")
    latest = public.Filters(kind="summit", limit=1, cursor=opening)
    found = public.page(latest).documents
    return (items(found, links)[0], False) if found else (None, False)
