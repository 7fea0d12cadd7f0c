from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from events.views.caching import reader_page


@reader_page
def choose(request: HttpRequest, **path: Any) -> HttpResponse:
    raise Http404


@reader_page
def compare(request: HttpRequest, **path: Any) -> HttpResponse:
    raise Http404
