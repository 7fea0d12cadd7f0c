"""Every actor that the record names, and a page for each: who they are and where they stand."""

from dataclasses import replace

from django.http import Http404, HttpRequest

from events import public
from events.documents.reading import commitments, summits
from events.filters import no_list
from events.presenting import involvement, profiles
from events.presenting.drawing import ribbons_of_actor
from events.presenting.lists import items, roster
from events.views.asking import Query, as_of
from events.views.frame import Frame, Page, missing_name, not_yet, reader_page
from events.views.names.latest import Latest
from events.views.names.roster import ROSTER, sheet
from events.vocabulary import Facet, Kind

# It lists the entries of one actor.
TAKES = replace(no_list(), fixed={"actor": "{slug}"})
# How many of each a page shows; a link leads to the rest.
POSITIONS = 100
HISTORY = 10
# How many of the latest are drawn.
DRAWN = 60
COMMITMENTS = 10
MEETINGS = 10
LATEST = 8
# How many entries are read to tell which coalitions an actor is in and who represents it.
SAMPLE = 60


@reader_page(ROSTER)
def actors(request: HttpRequest, query: Query) -> Page:
    return sheet(query, public.ACTORS, roster.actors, "actors/actors.html", "actors-csv")


@reader_page(TAKES)
def actor(request: HttpRequest, query: Query, slug: str) -> Page:
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    try:
        documents = public.carrying(Facet.RECORD, slug, asked.moment, SAMPLE)
    except public.Missing as missing:
        if asked.moment is None:
            raise Http404(slug) from missing
        return not_yet(request, asked, missing_name(Facet.RECORD, slug))
    today = as_of.day(asked.moment)
    pages = public.pages_of(profiles.neighbours(slug, documents))
    latest = Latest("actor", slug, asked.moment)
    held = public.held_by(slug, today, asked.moment, POSITIONS)
    promises = commitments(latest.of(Kind.COMMITMENT, COMMITMENTS))
    positions = latest.of(Kind.POSITION, DRAWN)
    stands = profiles.stands(held, links, of="topic")
    content = {
        "actor": profiles.actor(slug, documents, links, pages),
        "sampled": SAMPLE if len(documents) == SAMPLE else 0,
        "ribbons": ribbons_of_actor(positions, slug, links, today.toordinal()),
        "drawn": DRAWN if len(positions) == DRAWN else 0,
        "held": profiles.certain(stands),
        "stands": stands,
        "history": items(positions[:HISTORY], links),
        "promised": involvement.promised(slug, promises, links),
        "met": involvement.met(slug, summits(latest.of(Kind.SUMMIT, MEETINGS)), links),
        "latest": items(latest.up_to(today, LATEST), links),
        "more": latest.addresses(links),
    }
    return Page("actors/actor.html", Frame.at(asked), content)
