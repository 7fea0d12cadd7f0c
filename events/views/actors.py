"""Everybody that the record names, and a page for each: who they are and where they stand."""

from dataclasses import replace
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from events import public
from events.presenting import profiles, roster
from events.presenting.items import items
from events.views import as_of
from events.views.caching import reader_page
from events.views.not_yet import not_yet, of_name
from events.views.rosters import sheet
from events.vocabulary import Facet, Kind

# How much of each a page shows; a link leads to the rest.
POSITIONS = 100
HISTORY = 10
COMMITMENTS = 10
MEETINGS = 10
LATEST = 8
# So many entries tell in which coalitions an actor is and who represents it.
SAMPLE = 60


@reader_page
def actors(request: HttpRequest) -> HttpResponse:
    shown = sheet(request, Facet.RECORD)
    records = public.records(Facet.RECORD, shown.slugs, shown.moment)
    context = shown.context | {"groups": roster.actors(shown.names, records, shown.links)}
    return render(request, "actors/actors.html", context, status=shown.status)


@reader_page
def actor(request: HttpRequest, slug: str) -> HttpResponse:
    asked = as_of.asked(request)
    links = as_of.links(asked.moment)
    try:
        documents = public.carrying(Facet.RECORD, slug, asked.moment, SAMPLE)
    except public.Missing as missing:
        if asked.moment is None:
            raise Http404(slug) from missing
        return not_yet(request, asked, of_name(Facet.RECORD, slug))
    today = as_of.day(asked.moment)
    lists = _Lists(slug, asked.moment)
    held = public.held_by(slug, today, asked.moment, POSITIONS)
    context = {
        "actor": profiles.actor(slug, documents, links),
        "sampled": SAMPLE if len(documents) == SAMPLE else 0,
        "stands": profiles.stands(held, links, of="topic"),
        "history": items(lists.of(Kind.POSITION, HISTORY), links),
        "promised": profiles.promised(slug, lists.documents(Kind.COMMITMENT, COMMITMENTS), links),
        "met": profiles.met(slug, lists.documents(Kind.SUMMIT, MEETINGS), links),
        "latest": items(lists.of(None, LATEST, public.Cursor.opening(today, "newest")), links),
        "more": {
            "all": links.timeline(("actor", slug)),
            **{kind: links.timeline(("kind", kind), ("actor", slug)) for kind in Kind.values},
        },
        "as_of": asked.banner,
        "unlisted": bool(asked.moment),
    }
    status = 400 if asked.error else 200
    return render(request, "actors/actor.html", context, status=status)


class _Lists:
    """The latest entries that name an actor in a role, or somebody who represents it."""

    def __init__(self, slug: str, moment: public.Moment | None) -> None:
        self.filters = replace(public.parse({"actor": [slug]}), as_of=moment)

    def of(self, kind: str | None, limit: int, cursor: public.Cursor | None = None) -> list[bytes]:
        return public.page(replace(self.filters, kind=kind, limit=limit, cursor=cursor)).documents

    def documents(self, kind: str, limit: int) -> list[dict[str, Any]]:
        return [orjson.loads(document) for document in self.of(kind, limit)]
