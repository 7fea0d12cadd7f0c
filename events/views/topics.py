from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from events.views.caching import reader_page


@reader_page
def topics(request: HttpRequest, **path: Any) -> HttpResponse:
    raise Http404


@reader_page
def topic(request: HttpRequest, **path: Any) -> HttpResponse:
    raise Http404
