"""What all readers' pages have in common: they are read-only and the same for everybody, one query
finds them unchanged, and their address has nothing that they do not take."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import lru_cache, wraps
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    HttpResponseRedirect,
)
from django.utils.cache import patch_vary_headers
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from events import imprint, public
from events.filters import Takes
from events.views.asking import Query, tidied
from events.views.frame.page import Fragment, Page, show
from events.views.frame.validators import Validator

# Called with the request, what its address asks for, and the parts of its path.
View = Callable[..., HttpResponseBase | Page | Fragment]
Answering = Callable[..., HttpResponseBase]

# What each page takes, by the view that Django calls for it.
TAKES: dict[Answering, Takes] = {}

# Of whatever readers get: pages, redirects, and that there is nothing.
# A browser asks whether its copy is still good, so that nobody who reloads sees an entry after its
# correction. A cache in front of the site may answer for half a minute, for as long again while it
# asks, and for longer when it gets no answer.
CACHE_CONTROL = "public, max-age=0, s-maxage=30, stale-while-revalidate=30, stale-if-error=600"

# What a page is made from, other than the record.
SOURCES = ("events/**/*.py", "templates/**/*.html", "static/site/*", "locale/**/*.mo")


def reader_page(
    takes: Takes, *, costly: bool = False, also: Callable[[], str] = str
) -> Callable[[View], Answering]:
    """A page that depends on its address, the record, the language, the day and the release.

    It depends on the day because a list opens at today, and what is ahead on one day is past on the
    next.

    If an address has anything that the page does not take, or empty fields, it redirects to the
    address without them. The redirect is temporary (302): browsers keep a permanent one forever,
    and what is nobody's parameter today may be a filter of the next release.

    What is `costly`, and every search, has to find room (`public.costly`). `also`: names the state
    of whatever else a page depends on.
    """

    def paged(view: View) -> Answering:
        # Compressed here, because a small site has no proxy in front of it. What readers get has no
        # secret that the length of a compressed answer could give away.
        @require_safe
        @gzip_page
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if tidy := tidied(request, takes):
                return _told(HttpResponseRedirect(tidy))
            kept = public.kept()
            validator = Validator(request, kept, release() + also())
            if unchanged := validator.unchanged():
                return _told(_not_modified(unchanged))
            query = Query.of(request, takes)
            with public.costly().entered() if costly or query.first("q") else nullcontext():
                made = view(request, query, *args, **kwargs)
            response = made if isinstance(made, HttpResponseBase) else show(request, made, kept)
            if response.status_code == 200:
                if not isinstance(response, HttpResponse):
                    # Nobody knows what is sent while it is made: the state alone names it.
                    response.headers["ETag"] = validator.tag
                    return _told(response)
                validator.made(response)
                if unchanged := validator.unchanged():
                    return _told(_not_modified(unchanged))
                response.headers["ETag"] = validator.tag
            return _told(response)

        TAKES[page] = takes
        return page

    return paged


def _not_modified(tag: str) -> HttpResponse:
    return HttpResponseNotModified(headers={"ETag": tag})


def _told(response: HttpResponseBase) -> HttpResponseBase:
    """What caches have to know."""
    response.headers.setdefault("Cache-Control", CACHE_CONTROL)
    # A page loaded only for its list is shorter than the same address by itself.
    patch_vary_headers(response, ("HX-Request",))
    return response


@lru_cache(maxsize=1)
def release() -> str:
    """A short name for the code, templates and translations that this process runs, and for what is
    set for pages: the same in every process that runs the same ones."""
    digest = sha256()
    for pattern in SOURCES:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    # What the site's owner has set stands on pages, too.
    digest.update(imprint.state().encode())
    return digest.hexdigest()[:12]
