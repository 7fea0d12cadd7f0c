"""oEmbed: gives programs the frame for an address of the site that somebody has pasted.

Answers only for pages of this site that exist. 400: a parameter is missing or wrong; 404: there is
no such page; 501: a format that is neither `json` nor `xml`.
"""

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch, get_script_prefix, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.feeds import FORMATS, HEIGHT, WIDTH, Embedding, Thumbnail
from events.filters import Takes
from events.presenting import previews
from events.public import Parameters
from events.views.asking import Query
from events.views.frame import embedded, reader_page, refused, split
from events.views.taking import inside

PARAMETERS = ("url", "format", "maxwidth", "maxheight")
LARGEST = 100_000


# Anything else is ignored, as oEmbed wants it (2.2).
@reader_page(Takes(own=PARAMETERS, is_list=False, ignores_others=True))
def oembed(request: HttpRequest, query: Query) -> HttpResponse:
    response = _answered(request)
    # Scripts on other pages may ask, as with the API.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _answered(request: HttpRequest) -> HttpResponse:
    given = {name: values for name, values in request.GET.lists() if name in PARAMETERS}
    reader = Parameters(given, PARAMETERS)
    url, form = reader.one("url"), reader.one("format") or "json"
    widest = reader.number("maxwidth", 1, LARGEST)
    highest = reader.number("maxheight", 1, LARGEST)
    if not url and "url" not in reader.errors:
        reader.complain("url", _("Name the address of a page of this site."))
    if reader.errors:
        return refused(reader.errors)
    if form not in FORMATS:
        return _said(_("There are: %(names)s.") % {"names": ", ".join(FORMATS)}, 501)
    assert url is not None
    try:
        found = _embedding(request, url, widest or WIDTH, highest or HEIGHT)
    except Http404:
        return _said(_("There is no page of this site at that address that can be embedded."), 404)
    content_type, write = FORMATS[form]
    return HttpResponse(write(found), content_type=content_type)


def _embedding(request: HttpRequest, url: str, widest: int, highest: int) -> Embedding:
    """Raises `Http404` if the address is not ours or leads nowhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Http404(url) from None
    if parts.scheme not in ("http", "https") or parts.netloc != request.get_host():
        raise Http404(url)
    language, rest = split(parts.path)
    if not language:
        raise Http404(url)
    with override(language):
        address = f"{get_script_prefix()}{language}/{rest}"
        match, title = inside.titled(request, address, parts.query)
        query = f"?{parts.query}" if parts.query else ""
        site = reverse("pages:front")
        return Embedding(
            url=request.build_absolute_uri(embedded(address) + query),
            title=title,
            site=_("Record of diplomacy"),
            site_url=request.build_absolute_uri(site),
            width=min(WIDTH, widest),
            height=min(HEIGHT, highest),
            thumbnail=_thumbnail(request, match, widest, highest),
        )


def _thumbnail(
    request: HttpRequest, match: ResolverMatch, widest: int, highest: int
) -> Thumbnail | None:
    """The card of an entry, if it fits into the size allowed."""
    given = {"maxwidth", "maxheight"} & request.GET.keys()
    if match.url_name != "entry" or (
        given and (widest < previews.WIDTH or highest < previews.HEIGHT)
    ):
        return None
    url = reverse("pages:entry-card", kwargs=match.kwargs)
    return Thumbnail(request.build_absolute_uri(url), previews.WIDTH, previews.HEIGHT)


def _said(message: str, status: int) -> HttpResponse:
    return HttpResponse(message, status=status, content_type="text/plain; charset=utf-8")
