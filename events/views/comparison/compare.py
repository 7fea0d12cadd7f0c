"""Two meetings and more beside each other, in tables with a column for each."""

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
def compare(request: HttpRequest, query: Query, **named: str) -> HttpResponse | Page:
    """`named`: the slugs of two, or of more with slashes between them."""
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    slugs = "/".join(named.values()).split("/")
    several, different = len(slugs) > 1, len(set(slugs))
    if (several and different == 1) or different > asking.MOST:
        return chooser(asked, ChosenMeetings.of(slugs, asked.moment), 400)
    found = asking.among(slugs, asked.moment)
    known = {document["slug"]: document for document in found.values() if document}
    if None in found.values() or (several and len(known) == 1):
        return incomparable(request, asked, found)
    documents = asking.in_order(known.values())
    kept = [document["slug"] for document in documents]
    if kept != slugs or not several:
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
        "follows": len(kept) == 2 and asking.follows(documents[1]) == documents[0]["id"],
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
    return Page("comparison/compare.html", Frame.at(asked), content)
