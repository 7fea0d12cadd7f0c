"""The page that says what this is."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString

from events import public
from events.filters import no_list
from events.imprint import imprint, own_text
from events.presenting.positions import matrix as tables
from events.presenting.wording import chosen, render
from events.views.asking import Query, as_of
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import TRAITS


@dataclass(frozen=True)
class OwnText:
    """What the site says of itself in its own words, in `language` if that is not the reader's."""

    html: SafeString
    language: str | None


@reader_page(no_list())
def about(request: HttpRequest, query: Query) -> Page:
    asked = as_of.asked(query)
    versions = public.seq_at(asked.moment) if asked.moment else public.last_seq()
    return Page(
        "site/about.html",
        Frame.at(asked),
        {
            "imprint": imprint(),
            "own": {name: _own(name) for name in ("publisher", "choosing", "judging")},
            "kinds": TRAITS,
            "stances": tables.legend(),
            "versions": versions,
        },
    )


def _own(name: str) -> OwnText | None:
    text, language = chosen(own_text(name))
    return OwnText(render(text), language) if text else None
