"""Pages for what went wrong."""

import re
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from events.presenting.lists import item
from events.presenting.wording import text
from events.public import Name, names_resembling, resembling
from events.views.asking import as_of
from events.vocabulary import Facet

# Of an address that leads nowhere, the words are what somebody was looking for.
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")
LONGEST = 80


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    last = request.path.rstrip("/").rpartition("/")[2]
    searched = BETWEEN_WORDS.sub(" ", last)[:LONGEST].strip()
    context = {
        "searched": searched,
        "unlisted": True,
        "absent": True,
        **_suggestions(last[:LONGEST]),
    }
    return render(request, "404.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, the request or the site's templates: any may be what broke."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)


def _suggestions(slug: str) -> dict[str, Any]:
    """What resembles the address; nothing where the database cannot say."""
    links = as_of.links(None)
    address = {Facet.ACTOR: links.actor, Facet.TOPIC: links.topic}

    def linked(name: Name) -> dict[str, str]:
        return {"name": text(name.names), "url": address[name.facet](name.slug)}

    try:
        return {
            "entries": [item(document, links) for document in resembling(slug)],
            "names": [linked(name) for name in names_resembling(slug)],
        }
    except DatabaseError:
        return {}
