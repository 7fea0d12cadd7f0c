"""The page that says what this is."""

from django.http import HttpRequest

from events import public
from events.filters import no_list
from events.presenting.positions import matrix as tables
from events.views.asking import Query, as_of
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import TRAITS


@reader_page(no_list())
def about(request: HttpRequest, query: Query) -> Page:
    asked = as_of.asked(query)
    versions = public.seq_at(asked.moment) if asked.moment else public.last_seq()
    return Page(
        "site/about.html",
        Frame.at(asked),
        {"kinds": TRAITS, "stances": tables.legend(), "versions": versions},
    )
