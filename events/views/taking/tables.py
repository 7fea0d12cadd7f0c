"""Lists to take along as tables: the entries of any view, and all actors or topics."""

from collections.abc import Callable, Iterator
from itertools import chain

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from events import public
from events.dates import Certainty
from events.documents.shapes import Published
from events.feeds import tables
from events.filters import Takes, every_filter, named, no_list
from events.presenting.parts import figures
from events.public import Parameters
from events.views.asking import Query, as_of, refusals
from events.views.frame import Download, absolute, download, reader_page, refused
from events.vocabulary import Kind

ENTRIES = every_filter(own=("order",))
RECORDS = Takes(named("as_of"))
ROLL_CALL = no_list("on")
# A longer table is refused: whoever wants all of it follows the API, which can go on where it was.
MOST_ROWS = 100_000
AT_ONCE = 200

IN_WINDOW = {True: Certainty.CERTAIN.value, False: Certainty.POSSIBLE.value}


@reader_page(ENTRIES)
def entries(request: HttpRequest, query: Query) -> HttpResponseBase:
    """`entries.csv`: what the timeline lists with the same filters."""
    reader = Parameters(query.lists(ENTRIES.accepted), ENTRIES.accepted)
    reader.errors |= refusals(query)
    filters = public.read_filters(reader, when=Certainty.CERTAIN, day=as_of.day)
    if reader.errors:
        return refused(reader.errors)
    pages = public.walk(filters)
    first = next(pages)
    if first.next and (number := public.count(filters)) > MOST_ROWS:
        message = _("These are %(number)s entries; a table has at most %(most)s. Ask for fewer.")
        told = {
            "number": figures.number_worded(number),
            "most": figures.number_worded(MOST_ROWS),
        }
        return refused({"entries": [message % told]})
    address = absolute(request, as_of.links(filters.as_of).entry)
    rows = tables.entries.rows(_told(chain([first], pages)), address)
    page = Query(reverse("pages:timeline"), query.pairs).url
    table = tables.entries.entries(filters.kind)
    return download(request, Download(table, rows, page, filters.as_of))


def _told(pages: Iterator[public.DocumentPage]) -> Iterator[tuple[Published, str | None]]:
    """The documents; in a window of days, each with whether it was in it for certain."""
    for page in pages:
        certain = [IN_WINDOW[one] for one in page.certain] if page.certain is not None else None
        for place, document in enumerate(page.documents):
            yield document, certain[place] if certain else None


@reader_page(ROLL_CALL)
def roll_call(request: HttpRequest, query: Query, slug: str) -> HttpResponseBase:
    """`entries/<slug>/roll-call.csv`: of a commitment, as its page has it on a day."""
    reader = Parameters(query.lists(ROLL_CALL.accepted), ROLL_CALL.accepted)
    moment, on = reader.moment(), reader.day("on")
    if reader.errors:
        return refused(reader.errors)
    links, on = as_of.links(moment), on or as_of.day(moment)
    try:
        document = public.entry(slug, moment, Kind.COMMITMENT).document
    except public.Moved as moved:
        return HttpResponseRedirect(links.page("roll-call-csv", moved.slug))
    except (public.Missing, public.Gone) as missing:
        raise Http404(slug) from missing
    if document["kind"] != "commitment":
        raise Http404(slug)
    rows = tables.roll_call.steps(document, on, absolute(request, links.entry))
    page = links.entry(document["slug"])
    name = f"{document['slug']}-{on.isoformat()}"
    return download(request, Download(tables.roll_call.TABLE, rows, page, moment, name))


@reader_page(RECORDS)
def actors(request: HttpRequest, query: Query) -> HttpResponseBase:
    """`actors.csv`"""
    return _records(request, query, public.ACTORS, tables.references.ACTORS)


@reader_page(RECORDS)
def topics(request: HttpRequest, query: Query) -> HttpResponseBase:
    """`topics.csv`"""
    return _records(request, query, public.TOPICS, tables.references.TOPICS)


def _records(
    request: HttpRequest, query: Query, of: public.Referred, table: tables.DataTable
) -> HttpResponseBase:
    reader = Parameters(query.lists(RECORDS.accepted), RECORDS.accepted)
    reader.errors |= refusals(query)
    moment = reader.moment()
    if reader.errors:
        return refused(reader.errors)
    links = as_of.links(moment)
    address: Callable[[str], str] = (
        links.actor if table is tables.references.ACTORS else links.topic
    )
    found = tables.references.records(_every(of, moment), absolute(request, address))
    return download(request, Download(table, found, links.page(table.name), moment))


def _every(of: public.Referred, moment: public.Moment | None) -> Iterator[tables.Row]:
    after, more = "", True
    while more:
        found, more = public.references(of, moment, after=after, limit=AT_ONCE)
        yield from found
        after = found[-1]["slug"] if found else ""
