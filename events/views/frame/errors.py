"""Pages for what went wrong."""

import re

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template import loader

from events.presenting.lists import item
from events.presenting.wording import text
from events.public import Name, WrongDerivation, last_seq, names_resembling, resembling
from events.views.asking import as_of
from events.views.frame.frame import Frame
from events.views.frame.page import Page, show
from events.vocabulary import Facet

# The words of an address that leads nowhere are what somebody was looking for.
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")
LONGEST = 80


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    last = request.path.rstrip("/").rpartition("/")[2]
    searched = BETWEEN_WORDS.sub(" ", last)[:LONGEST].strip()
    content = {"searched": searched, **_suggestions(last[:LONGEST])}
    return show(request, Page("404.html", Frame.of_nothing(404), content))


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, the request or the site's templates: any may be what broke."""
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
    except (DatabaseError, WrongDerivation):
        return {"entries": [], "names": []}
