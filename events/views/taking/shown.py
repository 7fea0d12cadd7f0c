"""The pictures of entries: bytes that never change under their name, for whoever may see them."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from events import public

# What has this name is always the same. A redaction tells caches of the site to forget it.
KEPT = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, digest: str) -> HttpResponse:
    """`pictures/<digest>.webp`: a made size that a version names which can be read."""
    data = public.picture(digest)
    if data is None:
        raise Http404(digest)
    tag = f'"{digest}"'
    asked = parse_etags(request.headers.get("If-None-Match", ""))
    same = "*" in asked or tag in {one.removeprefix("W/") for one in asked}
    response = HttpResponseNotModified() if same else HttpResponse(data, content_type="image/webp")
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = KEPT
    response.headers["X-Content-Type-Options"] = "nosniff"
    # Pages of others may show it: that is what it is licensed for, or not.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
