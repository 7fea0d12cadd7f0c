"""Everybody that the record names, and a page for each: who they are and where they stand."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from events import public
from events.presenting import profiles
from events.presenting.lists import items, roster
from events.views.asking import as_of, not_yet, of_name
from events.views.frame import reader_page
from events.views.names.latest import Latest
from events.views.names.roster import sheet
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
    return sheet(request, Facet.RECORD, roster.actors, "actors/actors.html")


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
    latest = Latest("actor", slug, asked.moment)
    held = public.held_by(slug, today, asked.moment, POSITIONS)
    context = {
        "actor": profiles.actor(slug, documents, links),
        "sampled": SAMPLE if len(documents) == SAMPLE else 0,
        "stands": profiles.stands(held, links, of="topic"),
        "history": items(latest.of(Kind.POSITION, HISTORY), links),
        "promised": profiles.promised(slug, latest.documents(Kind.COMMITMENT, COMMITMENTS), links),
        "met": profiles.met(slug, latest.documents(Kind.SUMMIT, MEETINGS), links),
        "latest": items(latest.up_to(today, LATEST), links),
        "more": latest.addresses(links),
        **asked.context,
    }
    return render(request, "actors/actor.html", context, status=asked.status)
