"""What no view has said to caches: of redirects, of files, of errors."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from events.views.frame import CACHE_CONTROL
from tracker.cookies import DESK


class TellCaches:
    """Middleware by which every answer outside of the desk has a `Cache-Control`. What is not there
    may be kept as a page is, as it is asked for more than any page; what went wrong may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path_info.startswith(DESK):
            failed = response.status_code >= 500 or response.status_code in (400, 403, 405, 429)
            response.headers.setdefault("Cache-Control", "no-store" if failed else CACHE_CONTROL)
        return response
