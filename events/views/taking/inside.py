"""Another page of the site, made on behalf of a request for something that is taken along of it."""

import re
from html import unescape
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import ResolverMatch, get_script_prefix

from events.views.frame import embeddable

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# An address redirects to itself without what it does not take; a former slug redirects to the
# present one, and that one nowhere else.
MOST_REDIRECTS = 3


def titled(request: HttpRequest, address: str, query: str) -> tuple[ResolverMatch, str]:
    """The view of the page at an address, and the title that the page gives itself.

    Raises `Http404` where there is no page that can be embedded."""
    for _attempt in range(MOST_REDIRECTS):
        match = embeddable(f"/{address.removeprefix(get_script_prefix())}")
        if match is None:
            break
        response = match.func(
            request_for(request, address, query, match), *match.args, **match.kwargs
        )
        if response.status_code == 200:
            return match, title_of(response)
        if "Location" not in response:
            break
        address, _mark, query = response["Location"].partition("?")
        address = unquote(address)
    raise Http404(address)


def title_of(response: HttpResponse) -> str:
    title = TITLE.search(response.text)
    return unescape(" ".join(title[1].split())) if title else ""


def request_for(
    request: HttpRequest, address: str, query: str, match: ResolverMatch
) -> HttpRequest:
    """A request for another page on behalf of this one, without its conditional headers, and
    in plain text."""
    inside = HttpRequest()
    inside.method = "GET"
    inside.META = {
        name: value
        for name, value in request.META.items()
        if not name.startswith(("HTTP_IF_", "HTTP_ACCEPT_ENCODING"))
    }
    inside.META["QUERY_STRING"] = query
    inside.GET = QueryDict(query)
    inside.path = address
    inside.path_info = f"/{address.removeprefix(get_script_prefix())}"
    inside.resolver_match = match
    inside.htmx = False  # type: ignore[attr-defined]
    return inside
