"""Another page of the site, made on behalf of a request for something that is taken along of it."""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import ResolverMatch, get_script_prefix

from events.views.frame import TAKES, Look, embeddable, look

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
# An address redirects to itself without what it does not take; a former slug redirects to the
# present one, and that one nowhere else.
MOST_REDIRECTS = 3


@dataclass(frozen=True)
class TakenView:
    """A page that is taken along. `for_frame`, `for_page`: what is asked of the one and the other;
    `own`: of what takes it along; `tidy`: the address without anything else, if there is such a
    thing."""

    match: ResolverMatch
    address: str
    for_frame: look.Given
    for_page: look.Given
    own: dict[str, str]
    tidy: str

    @property
    def look(self) -> Look:
        return Look.read(self.for_frame, self.match.url_name or "")


def taken_view(request: HttpRequest, path: str, own: str = "") -> TakenView:
    """`path`: of the page, below its language; `own`: the parameter of what takes it along.

    Raises `Http404` where there is no page that can be embedded."""
    language = request.path_info.split("/")[1]
    below = f"/{language}/{path}/" if path else f"/{language}/"
    match = embeddable(below)
    if match is None:
        raise Http404(path)
    given = [(name, value) for name, values in request.GET.lists() for value in values]
    for_frame, others = look.parted(given, match.url_name or "")
    accepted = TAKES[match.func].accepted
    for_page = [(name, value) for name, value in others if name in accepted and value.strip()]
    ours = {name: value for name, value in others if name == own and value}
    kept = [*for_page, *for_frame, *ours.items()]
    tidy = "" if sorted(kept) == sorted(given) else look.address(request.path, kept)
    address = get_script_prefix() + below.removeprefix("/")
    return TakenView(match, address, for_frame, for_page, ours, tidy)


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
