"""What all readers' pages have in common: they are read-only and the same for everybody, one query
finds them unchanged, and their address has nothing that they do not take."""

from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from events import public
from events.filters import Takes
from events.views.asking import Query, tidied
from events.views.frame.page import Fragment, Page, show

# Called with the request, what its address asks for, and the parts of its path.
View = Callable[..., HttpResponse | Page | Fragment]
Answering = Callable[..., HttpResponse]

# What each page takes, by the view that Django calls for it.
TAKES: dict[Answering, Takes] = {}

# A browser always asks whether its copy is still good, so that nobody who reloads sees an entry
# after its correction. A cache in front of the site may answer for half a minute.
CACHE_CONTROL = "public, max-age=0, s-maxage=30, must-revalidate"

# What a page is made from, other than the record.
SOURCES = ("events/**/*.py", "templates/**/*.html", "static/site/*", "locale/**/*.mo")


def reader_page(takes: Takes) -> Callable[[View], Answering]:
    """A page that depends on its address, the record, the language, the day and the release.

    It depends on the day because a list opens at today, and what is ahead on one day is past on the
    next.

    If an address has anything that the page does not take, or empty fields, it redirects to the
    address without them. The redirect is temporary (302): browsers keep a permanent one forever,
    and what is nobody's parameter today may be a filter of the next release.
    """

    def paged(view: View) -> Answering:
        # Compressed here, because a small site has no proxy in front of it. What readers get has no
        # secret that the length of a compressed answer could give away.
        @require_safe
        @gzip_page
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            tidy, etag, kept = tidied(request, takes), "", None
            response: HttpResponse | None = HttpResponseRedirect(tidy) if tidy else None
            if response is None:
                kept = public.kept()
                etag = _etag(request, kept)
                response = get_conditional_response(request, etag=etag)
            if response is None:
                made = view(request, Query.of(request, takes), *args, **kwargs)
                response = made if isinstance(made, HttpResponse) else show(request, made, kept)
            if response.status_code in (200, 304):
                response.headers["ETag"] = etag
            response.headers.setdefault("Cache-Control", CACHE_CONTROL)
            # A page loaded only for its list is shorter than the same address by itself.
            patch_vary_headers(response, ("HX-Request",))
            return response

        TAKES[page] = takes
        return page

    return paged


def _etag(request: HttpRequest, kept: public.Kept) -> str:
    part = "list" if getattr(request, "htmx", False) else "page"
    day = timezone.localdate().isoformat()
    return f'"{kept.seq}-{get_language()}-{part}-{day}-{release()}"'


@lru_cache(maxsize=1)
def release() -> str:
    """A short name for the code, templates and translations that this process runs: the same in
    every process that runs the same ones."""
    digest = sha256()
    for pattern in SOURCES:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
