"""Any view of the site for a frame in a page of another site: the same without what surrounds it.

Only addresses below `embed/` may be framed. The page is made by the same view as on the site, so
its links lead to the site; the template has them open beside the frame. What the frame takes itself
(`look`) is no matter of the view, which does not see it.
"""

from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve
from django.views.decorators.clickjacking import xframe_options_exempt

from events.public import NotNow, reason_of
from events.views.frame.errors import not_found
from events.views.frame.look import Given, Look, address, look_of, parted
from events.views.frame.unready import unready
from events.vocabulary import TRAITS

# Not the search, which is for readers on the site, and nothing that is not a page.
EMBEDDABLE = {
    *("front", "timeline", "entry", "history", "version", "position-changes", "cell"),
    *("comparisons", "compare", "compare-several", "actors", "actor", "topics", "topic", "since"),
    *(traits.section for traits in TRAITS.values() if traits.section),
}
BELOW = "embed/"


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest, path: str = "") -> HttpResponse:
    request.embedded = True  # type: ignore[attr-defined]
    language, _slash, _rest = request.path_info.removeprefix("/").partition("/")
    inside = f"/{language}/{path}/" if path else f"/{language}/"
    try:
        match = embeddable(inside)
        if match is None:
            raise Http404(path)
        response = _framed(request, inside, match)
    except Http404 as missing:
        # The usual page for what is not found could not be shown in a frame.
        response = not_found(request, missing)
    except (DatabaseError, InterfaceError, NotNow) as error:
        reason = reason_of(error)
        if reason is None:
            raise
        response = unready(request, reason)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _framed(request: HttpRequest, inside: str, match: ResolverMatch) -> HttpResponse:
    """The page at `inside`, as its view makes it, in the look that the address asks for. An address
    that leads elsewhere does so with its look."""
    given = [(name, value) for name, values in request.GET.lists() for value in values]
    for_frame, for_page = parted(given, match.url_name or "")
    path = get_script_prefix() + inside.removeprefix("/")
    if sorted([*for_frame, *for_page]) != sorted(given):
        found: HttpResponse = HttpResponseRedirect(_at(address(path, for_page), for_frame))
    else:
        look = request.look = Look.read(for_frame, match.url_name or "")  # type: ignore[attr-defined]
        request.GET = QueryDict(urlencode(for_page))
        request.META["QUERY_STRING"] = urlencode(for_page)
        request.path_info, request.path = inside, path
        request.resolver_match = match
        found = match.func(request, *match.args, **match.kwargs)
        if "Location" in found:
            found["Location"] = _at(found["Location"], for_frame)
        elif look.errors and found.status_code == 200:
            found.status_code = 400
            del found["ETag"]
    return found


def within(request: HttpRequest, url: str) -> str:
    """The address at which a page that is in a frame goes on in it, with its look; that of the page
    itself where it is in none."""
    return _at(url, look_of(request).pairs) if is_framed(request) else url


def _at(url: str, for_frame: Given) -> str:
    """The address of a frame, for that of a page, with what the frame takes."""
    joint = "&" if "?" in url else "?"
    return embedded(url) + (f"{joint}{urlencode(for_frame)}" if for_frame else "")


def is_framed(request: HttpRequest) -> bool:
    """Is the page made for a frame?"""
    return getattr(request, "embedded", False)


def embeddable(path_info: str) -> ResolverMatch | None:
    """The view of the page at this address, if that may be framed. The language of the address must
    be active."""
    try:
        match = resolve(path_info)
    except Resolver404:
        return None
    return match if match.view_name in {f"pages:{name}" for name in EMBEDDABLE} else None


def embedded(url: str) -> str:
    """The address, for a frame, of an address of the site, without its host."""
    language, rest = split(url)
    return f"{get_script_prefix()}{language}/{BELOW}{rest}" if language else url


def split(url: str) -> tuple[str, str]:
    """The language of an address of the site and what follows it, without `embed/`; ("", "") if it
    has no language."""
    prefix = get_script_prefix()
    language, slash, rest = url.removeprefix(prefix).partition("/")
    if not url.startswith(prefix) or not slash or language not in dict(settings.LANGUAGES):
        return "", ""
    return language, rest.removeprefix(BELOW)
