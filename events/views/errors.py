"""Pages for what went wrong."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

# Of an address that leads nowhere, the words are what somebody was looking for.
BETWEEN_WORDS = re.compile(r"[^\w]+|_+")
LONGEST = 80


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    last = request.path.rstrip("/").rpartition("/")[2]
    searched = BETWEEN_WORDS.sub(" ", last)[:LONGEST].strip()
    return render(request, "404.html", {"searched": searched, "unlisted": True}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, the request or the site's templates: any may be what broke."""
    return HttpResponse(loader.render_to_string("500.html"), status=500)
