"""The way into the API: requests below `/api/` go through here, and through nothing of the pages.

An answer depends only on the request's address, its Accept and, for messages, its Accept-Language:
there is no session, no cookie and no user, and every error has the same shape.
"""

from collections.abc import Callable
from functools import lru_cache

from csp.utils import build_policy
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.encoding import escape_uri_path, iri_to_uri
from django.utils.log import log_response
from django.utils.translation import get_language_from_request, override

from events.api.endpoint import CURRENT, bare, preflight
from events.api.negotiating import compressed
from events.api.problems import problem_of
from events.imprint import imprint
from events.public import reason_of, refuse

BELOW = "/api/"
VERSION = "/api/v1/"
# What leads to the version that there is.
ABOVE = (BELOW, "/api")
# What scripts of other sites may read of the head of an answer.
EXPOSED = ", ".join(
    (
        *("Content-Disposition", "Deprecation", "ETag", "Last-Modified", "Link", "Record-Seq"),
        *("Record-Time", "Retry-After", "Sunset"),
    )
)
ABOUT_IT = (
    f'<{VERSION}schema/>; rel="service-desc"; type="application/json"',
    f'<{VERSION}docs/>; rel="describedby service-doc"; type="text/html"',
)

# Finding an endpoint costs as much as everything else on the way to it, and what is at an address
# stays the same as long as the program runs.
find = lru_cache(maxsize=1024)(resolve)


class Gate:
    """Middleware that answers requests to the API itself and passes the others on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.policy = build_policy()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(BELOW) and request.path_info not in ABOVE:
            return self.get_response(request)
        # So that no answer can depend on one.
        request.COOKIES = {}
        with override(get_language_from_request(request)):
            response = _answer(request)
        # The same for every answer, so it is built only once.
        response.headers["Content-Security-Policy"] = self.policy
        # Anyone may read, even from a script on another site.
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = EXPOSED
        links = [response.headers["Link"]] if "Link" in response.headers else []
        if licence := imprint().licence_url:
            links.append(f'<{licence}>; rel="license"')
        response.headers["Link"] = ", ".join([*links, *ABOUT_IT])
        if response.status_code == 304:
            patch_vary_headers(response, ["Accept-Encoding"])
        elif response.status_code != 204 and not response.streaming:
            compressed(request, response)
            response.headers["Content-Length"] = str(len(response.content))
            if request.method == "HEAD":
                response.content = b""
        return response


def _answer(request: HttpRequest) -> HttpResponse:
    try:
        # Whatever the answer: some have an address in them, and others are kept by caches.
        request.get_host()
        if request.path_info in ABOVE:
            return moved_to(request, VERSION)
        match = find(request.path_info)
        request.resolver_match = match
        response: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Resolver404 as error:
        return _with_slash(request) or problem_of(error).response()
    except Exception as error:  # noqa: BLE001 - the outermost place that knows the API's error shape
        response = problem_of(error).response()
        if reason := reason_of(error):
            refuse(response, reason)
        if response.status_code == 500:
            got_request_exception.send(sender=Gate, request=request)
            log_response(
                "%s: %s",
                response.reason_phrase,
                request.path,
                response=response,
                request=request,
                exception=error,
            )
    return response


def _with_slash(request: HttpRequest) -> HttpResponse | None:
    """A redirect to the address that the reader most likely meant, if there is one; a browser that
    asks whether it may ask follows none."""
    if request.path_info.endswith("/"):
        return None
    try:
        find(f"{request.path_info}/")
    except Http404:
        return None
    if request.method == "OPTIONS":
        return preflight()
    return moved_to(request, f"{request.path}/")


def moved_to(request: HttpRequest, path: str) -> HttpResponse:
    """A permanent redirect that keeps method and query. It is cached no longer than an answer,
    because an address can come into use again."""
    query = request.META.get("QUERY_STRING", "")
    location = escape_uri_path(path) + (f"?{iri_to_uri(query)}" if query else "")
    headers = {"Location": location, "Cache-Control": CURRENT}
    return bare(HttpResponse(status=308, headers=headers))
