"""Pictures for links that are shared."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from events import public
from events.filters import Takes, no_list
from events.presenting import previews
from events.views.asking import Query, as_of
from events.views.frame import reader_page


@reader_page(Takes(is_list=False))
def site(request: HttpRequest, query: Query) -> HttpResponse:
    return _picture(previews.of_site())


# The number of the version makes it a new picture for sites that cache pictures.
@reader_page(no_list("version"), costly=True)
def entry(request: HttpRequest, query: Query, slug: str) -> HttpResponse:
    try:
        version = public.entry(slug, as_of.asked(query).moment)
    except public.Moved as moved:
        return HttpResponsePermanentRedirect(reverse("pages:entry-card", args=[moved.slug]))
    except (public.Gone, public.Missing) as missing:
        raise Http404(slug) from missing
    return _picture(previews.of_entry(version.document))


def _picture(card: previews.PreviewCard) -> HttpResponse:
    return HttpResponse(previews.png(card), content_type="image/png")
