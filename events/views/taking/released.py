"""The files of releases: what has this name is the same for good, but for redactions."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase, HttpResponseNotModified, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events import public
from events.imprint import imprint

# Caches of the site are told of redactions (`PURGE_URLS`); others ask again after an hour.
KEPT = "public, max-age=3600"
LED_ON = "public, max-age=0, s-maxage=30"


@require_safe
def file(request: HttpRequest, name: str, path: str) -> HttpResponseBase:
    """`releases/<name>/<path>`; `latest` leads to the newest release."""
    try:
        release = public.release(name)
        pieces = public.release_file(release, path)
    except public.NoRelease as missing:
        raise Http404(path) from missing
    except public.BeingRemade:
        message = _("The files are being made anew after a redaction.") + "\n"
        headers = {"Retry-After": "60", "Cache-Control": "no-store"}
        return HttpResponse(message, status=503, content_type="text/plain", headers=headers)
    if release.name != name:
        led = HttpResponseRedirect(reverse("release-file", args=[release.name, path]))
        led.headers["Cache-Control"] = LED_ON
        return led
    facts = next(one for one in release.files if one["path"] == path)
    tag = f'"{facts["sha256"]}"'
    asked = {
        one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))
    }
    if tag in asked or "*" in asked:
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        sent = pieces if request.method == "GET" else ()
        response = StreamingHttpResponse(sent, content_type=_typed(facts["media_type"]))
        response.headers["Content-Length"] = str(facts["bytes"])
        called = path if path.startswith(name) else f"{name}-{path}"
        response.headers["Content-Disposition"] = f'attachment; filename="{called}"'
    about = {
        "ETag": tag,
        "Cache-Control": KEPT,
        "Record-Seq": str(release.seq),
        "Record-Time": public.timestamp(release.of),
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
    }
    if link := imprint().links.get("license"):
        about["Link"] = f'<{link}>; rel="license"'
    for header, value in about.items():
        response.headers[header] = value
    return response


def _typed(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
