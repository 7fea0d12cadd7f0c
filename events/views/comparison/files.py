"""Comparisons of meetings to take along as tables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect

from events import public
from events.documents.shapes import Published, PublishedSummit
from events.feeds import tables
from events.filters import no_list
from events.presenting.meetings import several as beside
from events.presenting.wording import Links
from events.views.asking import Query, as_of
from events.views.comparison import meetings as asking
from events.views.frame import Download, absolute, download, reader_page, refused

Made = tuple[tables.DataTable, Iterator[tables.Row]]


@reader_page(no_list(), costly=True)
def compared(request: HttpRequest, query: Query, meetings: str, name: str) -> HttpResponseBase:
    """`compare/<slugs>/<name>.csv`: who took part, the agenda, or who stood where."""
    asked = as_of.asked(query)
    slugs = meetings.split("/")
    make = MADE.get(name)
    if make is None or len(slugs) > asking.MOST:
        raise Http404(name)
    if asked.error:
        return refused({"as_of": [asked.error]})
    links = as_of.links(asked.moment)
    found = asking.among(slugs, asked.moment)
    known = {document["slug"]: document for document in found.values() if document}
    if None in found.values() or len(known) < 2:
        raise Http404(meetings)
    documents = asking.in_order(known.values())
    kept = [document["slug"] for document in documents]
    if kept != slugs:
        return HttpResponseRedirect(links.page("compare-csv", "/".join(kept), name))
    table, rows = make(documents, asked.moment, links, absolute(request, links.entry))
    page = asking.address(kept, links)
    return download(request, Download(table, rows, page, asked.moment))


def _participants(
    documents: Sequence[PublishedSummit],
    moment: public.Moment | None,
    links: Links,
    address: Callable[[str], str],
) -> Made:
    attendance = [
        (row.slug, [place.key for place in row.places])
        for group in beside.attendance(documents, links)
        for row in group.rows
    ]
    of = tables.meetings.meetings(documents, address)
    return tables.meetings.PARTICIPANTS, tables.meetings.participants(of, attendance)


def _agenda(
    documents: Sequence[PublishedSummit],
    moment: public.Moment | None,
    links: Links,
    address: Callable[[str], str],
) -> Made:
    topics = [(row.slug, row.on) for row in beside.agenda(documents, links)]
    of = tables.meetings.meetings(documents, address)
    return tables.meetings.AGENDA, tables.meetings.agenda(of, topics)


def _positions(
    documents: Sequence[PublishedSummit],
    moment: public.Moment | None,
    links: Links,
    address: Callable[[str], str],
) -> Made:
    days, held = asking.held(documents, moment)
    of = tables.meetings.meetings(documents, address)
    cells = {cell.seq: cell for day in days for cell in held.on[day]}
    ids = {cell.position["entry"]["id"] or "" for cell in cells.values()}
    return tables.meetings.POSITIONS, _held(
        list(zip(of, days, strict=True)), held, public.named(ids, moment), address
    )


def _held(
    at: Sequence[tuple[dict[str, object], date]],
    held: public.HeldThrough,
    documents: Mapping[str, Published],
    address: Callable[[str], str],
) -> Iterator[tables.Row]:
    for meeting, day in at:
        for cell in held.on[day]:
            position = {**cell.position, **cell.on_day, "ended": cell.ended}
            document = documents.get(cell.position["entry"]["id"] or "")
            yield {
                **tables.positions.held(position, document, address),
                "meeting": meeting,
                "on": day.isoformat(),
                "actors": [{"slug": cell.actor, "name": held.actors[cell.actor]}],
                "topics": [{"slug": cell.topic, "name": held.topics[cell.topic]}],
            }


MADE = {"participants": _participants, "agenda": _agenda, "positions": _positions}
