"""One entry: as it stands, as it stood on a day, and what is left of it when it is withdrawn."""

import orjson
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render

from events import public
from events.presenting.entry import page
from events.presenting.wording import Links
from events.public import notices
from events.views import meetings
from events.views.asking import as_of, not_yet, of_entry
from events.views.boards import commitments, questions
from events.views.frame import reader_page
from events.vocabulary import Kind

# One small template for each kind, which fills the places that the common one has.
TEMPLATE = "entries/{kind}.html"
# What the page of an entry of some kind shows beside the entry, such as what names it.
BESIDE = {
    Kind.SUMMIT.value: meetings.around,
    Kind.COMMITMENT.value: commitments.around,
    Kind.QUESTION.value: questions.around,
}


@reader_page
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    asked = as_of.asked(request)
    links = as_of.links(asked.moment)
    try:
        version = public.entry(slug, asked.moment)
    except public.Moved as moved:
        return HttpResponsePermanentRedirect(links.entry(moved.slug))
    except public.Gone as gone:
        said = {"gone": gone, "as_of": asked.banner, "unlisted": True, "absent": True}
        return render(request, "entries/withdrawn.html", said, status=410)
    except public.Missing as missing:
        if asked.moment is None:
            raise Http404(slug) from missing
        return _not_yet(request, slug, asked, links)
    if version.slug != slug:  # found by its id
        return HttpResponsePermanentRedirect(links.entry(version.slug))
    document = orjson.loads(version.document or "")
    named = public.named(page.names(document), asked.moment)
    context = {
        "entry": page.page(document, named, links),
        "version": version,
        "notices": notices(version),
        **asked.context,
    }
    if version.kind in BESIDE:
        context |= BESIDE[version.kind](document, named, asked.moment, links)
    template = TEMPLATE.format(kind=version.kind)
    return render(request, template, context, status=asked.status)


def _not_yet(request: HttpRequest, slug: str, asked: as_of.Asked, links: Links) -> HttpResponse:
    """For an entry that was not on record on that day, at least under this address."""
    assert asked.moment is not None
    try:
        versions = public.history(slug)
    except public.Missing as missing:
        raise Http404(slug) from missing
    then = [version for version in versions if version.published_at <= asked.moment.until]
    if then:
        return HttpResponsePermanentRedirect(links.entry(then[-1].slug))
    return not_yet(request, asked, of_entry(versions))
