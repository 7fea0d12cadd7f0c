"""The map of the site for search engines (sitemaps.org), in every language and in bounded pages."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import get_script_prefix, reverse
from django.utils.http import urlencode
from django.utils.translation import override

from events.feeds import sitemap
from events.filters import Takes
from events.public import Parameters
from events.public import sitemap as public
from events.views.asking import LOOKED_AT, Query, refusals
from events.views.frame import SECTIONS, reader_page, refused
from events.vocabulary import Facet

CODES = [code for code, _name in settings.LANGUAGES]
# Each page has an address in every language, and a map has a limited number of addresses.
SIZE = sitemap.MOST_ADDRESSES // len(CODES)
# Pages that exist whatever the record holds.
PAGES = ("front", *SECTIONS, "sources")
# Parts of the map: the name of the page, and the facet of the names that have one.
PARTS = {
    "actors": ("actor", Facet.RECORD),
    "topics": ("topic", Facet.TOPIC),
    "sources": ("source", Facet.SOURCE),
}

# Each page has one below each of these.
UNENDING = ("embed", "pinned", "take", "picture")

# Slug, and when the page last changed, if that is known.
Listed = Iterable[tuple[str, datetime | None]]


@reader_page(Takes(), costly=True)
def index(request: HttpRequest, query: Query) -> HttpResponse:
    if query.refused:
        return refused(refusals(query))
    urls = [reverse("sitemap-part", args=["pages"])]
    for part, (_page, facet) in PARTS.items():
        urls += [_from(part, after) for after in public.reference_starts(facet, SIZE)]
    urls += [_from("entries", after or "") for after in public.starts(SIZE)]
    return _answer(sitemap.index(request.build_absolute_uri(url) for url in urls))


@reader_page(Takes(own=("after",)), costly=True)
def part(request: HttpRequest, query: Query, name: str) -> HttpResponse:
    """`pages`, or `entries`, `actors`, `topics` or `sources`; these from `after` on."""
    if query.refused:
        return refused(refusals(query))
    reader = Parameters(query.lists(["after"]), ["after"])
    if name == "pages":
        return _answer(sitemap.urls(_alternates(request, f"pages:{page}") for page in PAGES))
    if name == "entries":
        after = reader.number("after", 0) or 0
        listed: Listed = public.addresses(after, SIZE)
        page = "entry"
    elif name in PARTS:
        page, facet = PARTS[name]
        listed = [
            (slug, None) for slug in public.references(facet, reader.one("after") or "", SIZE)
        ]
    else:
        raise Http404(name)
    if reader.errors:
        raise Http404(name)
    addresses = _addresses(request, f"pages:{page}")
    return _answer(
        sitemap.urls(sitemap.SitemapPage(addresses(slug), time) for slug, time in listed)
    )


def robots(request: HttpRequest) -> HttpResponse:
    prefix = get_script_prefix()
    lines = [
        "User-agent: *",
        f"Disallow: {settings.SESSION_COOKIE_PATH}",
        # There is no end to times, places in a list and frames. `*` stands for anything (RFC 9309).
        *(f"Disallow: {prefix}*/{below}/" for below in UNENDING),
        *(f"Disallow: {prefix}*{joint}{name}=" for name in LOOKED_AT for joint in "?&"),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def _from(part: str, after: int | str) -> str:
    url = reverse("sitemap-part", args=[part])
    return f"{url}?{urlencode({'after': after})}" if after else url


def _alternates(request: HttpRequest, page: str) -> sitemap.SitemapPage:
    found = {}
    for code in CODES:
        with override(code):
            found[code] = request.build_absolute_uri(reverse(page))
    return sitemap.SitemapPage(found)


def _addresses(request: HttpRequest, page: str) -> Callable[[str], dict[str, str]]:
    """Makes the addresses, by language, of a page with a slug; reversing each would take the
    longest."""
    patterns = {}
    for code in CODES:
        with override(code):
            url = request.build_absolute_uri(reverse(page, args=["SLUG"]))
            patterns[code] = url.partition("SLUG")[::2]
    return lambda slug: {code: f"{head}{slug}{tail}" for code, (head, tail) in patterns.items()}


def _answer(written: bytes) -> HttpResponse:
    return HttpResponse(written, content_type=sitemap.CONTENT_TYPE)
