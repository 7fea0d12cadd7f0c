"""Any number of meetings beside each other, in tables with a column for each."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from events import public
from events.filters import no_list
from events.presenting.lists import item
from events.presenting.meetings import comparison
from events.presenting.meetings import several as beside
from events.presenting.positions import through
from events.views.asking import Query, as_of
from events.views.comparison import meetings as asking
from events.views.comparison.choosing import ChosenMeetings, chooser, incomparable
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import Naming

COMMITTED = 60


@reader_page(no_list(), costly=True)
def several(request: HttpRequest, query: Query, meetings: str) -> HttpResponse | Page:
    """`meetings`: their slugs, with slashes between them."""
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    slugs = meetings.split("/")
    if len(set(slugs)) > asking.MOST:
        return chooser(asked, ChosenMeetings.of(slugs, asked.moment), 400)
    found = asking.among(slugs, asked.moment)
    if None in found.values():
        return incomparable(request, asked, found)
    known = {document["slug"]: document for document in found.values() if document}
    documents = asking.in_order(known.values())
    kept = [document["slug"] for document in documents]
    if kept != slugs or len(kept) < 3:
        return HttpResponseRedirect(asking.address(kept, links))
    committed = public.naming_any(
        Naming.MADE_AT, [one["id"] for one in documents], asked.moment, COMMITTED
    )
    sides = [comparison.side(document, links) for document in documents]
    days, held = asking.held(documents, asked.moment)
    without = [asking.address([other for other in kept if other != slug], links) for slug in kept]
    content = {
        "columns": list(zip(sides, without, strict=True)),
        "sides": sides,
        "agenda": beside.agenda(documents, links),
        "attendance": beside.attendance(documents, links),
        "positions": through(held, days, links),
        "questions": beside.questions(
            *asking.open_questions(documents, asked.moment), documents, links
        ),
        "committed": [
            (side, [item(document, links) for document in committed[meeting["id"]]])
            for side, meeting in zip(sides, documents, strict=True)
        ],
        "chooser_url": links.page("comparisons"),
        "adding_url": asking.adding(kept, links) if len(kept) < asking.MOST else "",
        "tables": asking.tables(kept, links),
    }
    return Page("comparison/several.html", Frame.at(asked), content)
