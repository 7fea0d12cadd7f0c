"""What frames, and pages of others that have one, load by an address that stays."""

from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from events.views.frame import accents

# A new release is there within the hour.
KEPT = "public, max-age=3600, stale-if-error=86400"


@require_safe
@gzip_page
def script(request: HttpRequest) -> HttpResponse:
    """`embed.js`: the element that makes a frame as high as what it shows."""
    response = HttpResponse(_script(), content_type="text/javascript; charset=utf-8")
    # A page that lets in nothing of others unless that allows it (COEP) can use it, too.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = KEPT
    return response


@require_safe
def accent(request: HttpRequest, colour: str) -> HttpResponse:
    """`accents/0b4a86.css`: one address for each colour, and none for what is no colour."""
    if accents.hexadecimal(colour) != colour or not accents.schemes(colour):
        raise Http404(colour)
    sheet = accents.style_sheet(colour)
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = KEPT
    return response


@lru_cache(maxsize=1)
def _script() -> str:
    return (settings.BASE_DIR / "static/site/embed.js").read_text("utf-8")
