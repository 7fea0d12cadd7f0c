"""Pictures for links that are shared."""

import orjson
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from events import public
from events.presenting import previews
from events.views.asking import as_of
from events.views.frame import reader_page


@reader_page
def site(request: HttpRequest) -> HttpResponse:
    return _picture(previews.of_site())


@reader_page
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        version = public.entry(slug, as_of.asked(request).moment)
    except public.Moved as moved:
        return HttpResponsePermanentRedirect(reverse("pages:entry-card", args=[moved.slug]))
    except (public.Gone, public.Missing) as missing:
        raise Http404(slug) from missing
    return _picture(previews.of_entry(orjson.loads(version.document or "")))


def _picture(card: previews.Card) -> HttpResponse:
    return HttpResponse(previews.png(card), content_type="image/png")
