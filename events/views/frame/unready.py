"""The answer as long as something stands in the way: another release has derived what the program
would read, the database does not answer, somebody else is writing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from events.public import NotNow, reason_of, refuse

CSRF_FIELD = "csrfmiddlewaretoken"


class Unready:
    """Middleware that answers with a page that says so, and when to come back. The API, which does
    not run through it, has answers of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        reason = reason_of(exception)
        return unready(request, reason) if reason else None


@never_cache
def unready(request: HttpRequest, reason: NotNow) -> HttpResponse:
    shown = {"reason": reason.for_readers, "typed": _typed(request), "token": ""}
    if shown["typed"]:
        shown |= {"token": get_token(request), "address": request.get_full_path()}
    response = render(request, "503.html", shown, status=503)
    response.headers["Retry-After"] = reason.RETRY_AFTER
    refuse(response, reason)
    # It is in the log by its cause; Django would add a line for each address.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody has sent from a form of the site, to be sent again from the page that says that
    it was not saved. No password is ever written into a page, nor anything that a form of another
    site has sent, which the check of its token (CSRF) would have refused.
    """
    if request.method != "POST" or not getattr(request, "csrf_processing_done", False):
        return []
    pairs = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    if any("password" in name for name, _value in pairs):
        return []
    return [(name, value) for name, value in pairs if name != CSRF_FIELD]
