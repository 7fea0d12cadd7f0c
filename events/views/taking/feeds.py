"""A filtered view to take along: as a feed of what is published, and as a calendar."""

from dataclasses import replace
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import public
from events.dates import Certainty
from events.feeds import atom, calendar
from events.filters import every_filter
from events.presenting.wording import filters_worded, titled
from events.public import Parameters, PublishedVersion, recent
from events.views.asking import Query, as_of, names_of
from events.views.frame import reader_page, refused

# `before` is for the feed's own links.
FEED = every_filter(own=("before",))
CALENDAR = every_filter()
# How many entries are on a page of the feed.
PER_PAGE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@reader_page(FEED)
def feed(request: HttpRequest, query: Query) -> HttpResponse:
    """`feed.atom`"""
    reader = Parameters(query.lists(FEED.accepted), FEED.accepted)
    filters = public.read_filters(reader, when=Certainty.CERTAIN)
    before = reader.number("before", 1)
    if reader.errors:
        return refused(reader.errors)
    found = recent(filters, PER_PAGE, before)
    view = query.without("before")
    urls = {"alternate": _page(view), "self": query.url, "first": view.url}
    if found.before:
        urls["next"] = view.plus("before", found.before).url
    written = atom.render(
        atom.Feed(
            id=request.build_absolute_uri(view.url),
            title=titled(_("Record of diplomacy"), filters_worded(query, names_of(query))),
            subtitle=_("What is published, corrected and withdrawn, the newest first."),
            site=_("Record of diplomacy"),
            api=request.build_absolute_uri(f"{get_script_prefix()}api/v1/"),
            language=get_language() or "",
            updated=found.versions[0].published_at if found.versions else EPOCH,
            links={relation: request.build_absolute_uri(url) for relation, url in urls.items()},
            entries=[
                atom.AtomEntry(
                    version.document,
                    version.published_at,
                    found.first[version.entry_id],
                )
                if isinstance(version, PublishedVersion)
                else atom.Withdrawal(version.uid, version.slug, version.published_at, version.note)
                for version in found.versions
            ],
        ),
        as_of.links(filters.as_of),
        request.build_absolute_uri,
    )
    return HttpResponse(written, content_type=atom.FORMAT.content_type)


@reader_page(CALENDAR, costly=True)
def events(request: HttpRequest, query: Query) -> HttpResponse:
    """`calendar.ics`"""
    reader = Parameters(query.lists(CALENDAR.accepted), CALENDAR.accepted)
    filters = public.read_filters(reader, when=Certainty.CERTAIN, day=as_of.day)
    if reader.errors:
        return refused(reader.errors)
    listed = public.page(replace(filters, limit=calendar.MOST_ENTRIES))
    written = calendar.render(
        calendar.View(
            title=titled(_("Record of diplomacy"), filters_worded(query, names_of(query))),
            language=get_language() or "",
            url=request.build_absolute_uri(_page(query)),
            source=request.build_absolute_uri(query.url),
            total=public.count(filters),
        ),
        listed.documents,
        as_of.links(filters.as_of),
        request.build_absolute_uri,
    )
    response = HttpResponse(written, content_type=calendar.FORMAT.content_type)
    response.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
    return response


def _page(query: Query) -> str:
    """The timeline with the same filters."""
    return Query(reverse("pages:timeline"), query.pairs).url
