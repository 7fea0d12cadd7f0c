"""Pages for what went wrong."""

import re
import sys

from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from events.presenting.lists import item
from events.presenting.wording import text
from events.public import Name, NotNow, last_seq, names_resembling, reason_of, resembling
from events.views.asking import as_of
from events.views.frame.frame import Frame
from events.views.frame.page import Page, show
from events.views.frame.unready import unready
from events.vocabulary import Facet

# The words of an address that leads nowhere are what somebody was looking for.
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")
LONGEST = 80


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    last = request.path.rstrip("/").rpartition("/")[2]
    searched = BETWEEN_WORDS.sub(" ", last)[:LONGEST].strip()
    content = {"searched": searched, **_suggestions(last[:LONGEST])}
    return show(request, Page("404.html", Frame.of_nothing(404), content))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Of a host that the site does not have, it says which one was asked for, and the setting. It
    does not say which ones there are."""
    host = ""
    if isinstance(exception, DisallowedHost):
        host = request.META.get("HTTP_HOST", request.META.get("SERVER_NAME", ""))[:LONGEST]
    page = loader.render_to_string("400.html", {"host": host})
    return HttpResponse(page, status=400, headers={"Cache-Control": "no-store"})


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, the request or the site's templates: any may be what broke.
    What went wrong outside of a view, with the session for one, can be what has to be waited for.
    """
    if reason := reason_of(sys.exc_info()[1]):
        return unready(request, reason)
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def _suggestions(slug: str) -> dict[str, object]:
    """What resembles the address; nothing if the database cannot say."""
    links = as_of.links(None)
    address = {Facet.ACTOR: links.actor, Facet.TOPIC: links.topic}

    def linked(name: Name) -> dict[str, str]:
        return {"name": text(name.names), "url": address[name.facet](name.slug)}

    try:
        last_seq()
        return {
            "entries": [item(document, links) for document in resembling(slug)],
            "names": [linked(name) for name in names_resembling(slug)],
        }
    except (DatabaseError, NotNow):
        return {"entries": [], "names": []}
