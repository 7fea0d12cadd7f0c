"""Citations of a version as files, for reference managers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from events import public
from events.filters import Takes
from events.presenting.entry import FORMATS
from events.views.asking import Query
from events.views.frame import reader_page


@reader_page(Takes(is_list=False))
def citation(request: HttpRequest, query: Query, slug: str, number: int, form: str) -> HttpResponse:
    """`form`: `bib` (BibTeX), `ris` or `json` (CSL-JSON)."""
    try:
        version = public.version(slug, number)
    except public.Missing as missing:
        raise Http404(slug) from missing
    # A withdrawal says nothing that could be cited.
    if form not in FORMATS or not isinstance(version, public.PublishedVersion):
        raise Http404(form)
    content_type, write = FORMATS[form]
    url = request.build_absolute_uri(reverse("pages:version", args=[version.slug, number]))
    response = HttpResponse(write(version.document, url), content_type=content_type)
    name = f"{version.slug}-v{number}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
