"""What positions are about: all topics, and a page for each."""

from dataclasses import replace
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from events import public
from events.presenting import meetings, profiles, roster
from events.presenting.items import items
from events.views import as_of
from events.views.caching import reader_page
from events.views.not_yet import not_yet, of_name
from events.views.rosters import sheet
from events.vocabulary import Facet, Kind, QuestionStatus

# How much of each a page shows; a link leads to the rest.
POSITIONS = 150
HISTORY = 10
COMMITMENTS = 10
MEETINGS = 10
QUESTIONS = 10
LATEST = 8


@reader_page
def topics(request: HttpRequest) -> HttpResponse:
    shown = sheet(request, Facet.TOPIC)
    records = public.records(Facet.TOPIC, shown.slugs, shown.moment)
    context = shown.context | {"topics": roster.topics(shown.names, records, shown.links)}
    return render(request, "topics/topics.html", context, status=shown.status)


@reader_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    asked = as_of.asked(request)
    links = as_of.links(asked.moment)
    try:
        record = public.reference(Facet.TOPIC, slug, asked.moment)
    except public.Missing as missing:
        if asked.moment is None:
            raise Http404(slug) from missing
        return not_yet(request, asked, of_name(Facet.TOPIC, slug))
    today = as_of.day(asked.moment)
    filters = replace(public.parse({"topic": [slug]}), as_of=asked.moment)
    asking = public.parse({"topic": [slug], "status": [QuestionStatus.OPEN]})
    held = public.held_on(slug, today, asked.moment, POSITIONS)
    camps = profiles.camps(profiles.stands(held, links, of="actor"))
    open_questions = replace(asking, kind=Kind.QUESTION, as_of=asked.moment, limit=QUESTIONS)
    opening = public.Cursor.opening(today, "newest")
    latest = public.page(replace(filters, cursor=opening, limit=LATEST)).documents
    context = {
        "topic": profiles.topic(record),
        "camps": camps,
        "contested": profiles.contested(camps),
        "history": items(_listed(filters, Kind.POSITION, HISTORY), links),
        "commitments": items(_listed(filters, Kind.COMMITMENT, COMMITMENTS), links),
        "meetings": meetings.rows(_documents(filters, Kind.SUMMIT, MEETINGS), links),
        "questions": items(public.page(open_questions).documents, links),
        "latest": items(latest, links),
        "more": {
            "all": links.timeline(("topic", slug)),
            **{kind: links.timeline(("kind", kind), ("topic", slug)) for kind in Kind.values},
        },
        "as_of": asked.banner,
        "unlisted": bool(asked.moment),
    }
    status = 400 if asked.error else 200
    return render(request, "topics/topic.html", context, status=status)


def _listed(filters: public.Filters, kind: str, limit: int) -> list[bytes]:
    return public.page(replace(filters, kind=kind, limit=limit)).documents


def _documents(filters: public.Filters, kind: str, limit: int) -> list[dict[str, Any]]:
    return [orjson.loads(document) for document in _listed(filters, kind, limit)]
