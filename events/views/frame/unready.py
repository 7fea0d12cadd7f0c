"""The answer as long as another release has derived what the program would read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from events.public import WrongDerivation


class Unready:
    """Middleware that answers with a page that says so, and when to come back. The API, which does
    not run through it, has answers of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, WrongDerivation):
            return unready(request, exception)
        return None


@never_cache
def unready(request: HttpRequest, reason: WrongDerivation) -> HttpResponse:
    response = render(request, "503.html", {"reason": reason.for_readers}, status=503)
    response.headers["Retry-After"] = reason.RETRY_AFTER
    return response
