"""Citations of a version as files, for reference managers."""

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from events import public
from events.presenting.entry import FORMATS
from events.views.frame import reader_page


@reader_page
def citation(request: HttpRequest, slug: str, number: int, form: str) -> HttpResponse:
    """`form`: `bib` (BibTeX), `ris` or `json` (CSL-JSON)."""
    try:
        version = public.version(slug, number)
    except public.Missing as missing:
        raise Http404(slug) from missing
    if form not in FORMATS or not version.document:  # or a withdrawal, which says nothing
        raise Http404(form)
    content_type, write = FORMATS[form]
    url = request.build_absolute_uri(reverse("pages:version", args=[version.slug, number]))
    response = HttpResponse(write(orjson.loads(version.document), url), content_type=content_type)
    name = f"{version.slug}-v{number}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
