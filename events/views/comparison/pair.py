"""Two meetings side by side."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from events import public
from events.filters import no_list
from events.presenting.lists import item
from events.presenting.meetings import comparison, several
from events.presenting.positions import through
from events.views.asking import Query, as_of
from events.views.comparison import meetings
from events.views.comparison.choosing import ChosenMeetings, chooser, incomparable
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import Naming

COMMITTED = 40


@reader_page(no_list(), costly=True)
def compare(request: HttpRequest, query: Query, first: str, second: str) -> HttpResponse | Page:
    asked = as_of.asked(query)
    links = as_of.links(asked.moment)
    if first == second:
        return chooser(asked, ChosenMeetings.of([first, second], asked.moment), 400)
    found = meetings.among([first, second], asked.moment)
    there = [document for document in found.values() if document]
    if len({document["slug"] for document in there}) < 2:
        return incomparable(request, asked, found)
    earlier, later = documents = meetings.in_order(there)
    if [earlier["slug"], later["slug"]] != [first, second]:
        return HttpResponseRedirect(links.page("compare", earlier["slug"], later["slug"]))
    committed = public.naming_any(
        Naming.MADE_AT, [one["id"] for one in documents], asked.moment, COMMITTED
    )
    sides = [comparison.side(document, links) for document in documents]
    asked_then = meetings.open_questions(documents, asked.moment)
    days, held = meetings.held(documents, asked.moment)
    slugs = [one["slug"] for one in documents]
    content = {
        "sides": sides,
        "first": sides[0],
        "second": sides[1],
        "follows": meetings.follows(later) == earlier["id"],
        "agenda": comparison.agenda(earlier, later, links),
        "attendance": comparison.attendance(earlier, later, links),
        "positions": through(held, days, links),
        "questions": several.questions(*asked_then, documents, links),
        "committed": [
            (side, [item(document, links) for document in committed[meeting["id"]]])
            for side, meeting in zip(sides, documents, strict=True)
        ],
        "chooser_url": links.page("comparisons"),
        "adding_url": meetings.adding(slugs, links),
        "tables": meetings.tables(slugs, links),
    }
    return Page("comparison/compare.html", Frame.at(asked), content)
