"""Every public list, page, search and file, one address of each, as a reader without a copy asks
for it: beside the API's list."""

from collections.abc import Iterator
from functools import partial

from django.core.wsgi import get_wsgi_application

from benchmarks.comparing import Result, cost
from benchmarks.measurements.answers import LIST
from benchmarks.measurements.filters import by_frequency
from benchmarks.record.vocabulary import ENGLISH, name_at
from benchmarks.servers.requests import Application, ask
from events import public
from events.vocabulary import TRAITS, Facet

PAGES = (
    *("", "about/", "timeline/", "timeline/?q={word}", "timeline/?actor={actor}"),
    *("search/?q={word}", "search/?q={name}", "search/?q={many}", "since/"),
    *("positions/", "positions/changes/", "positions/{actor}/{topic}/"),
    *("commitments/", "commitments/?by=actor", "commitments/?by=map"),
    *("questions/", "questions/?by=topic", "meetings/", "compare/"),
    *("actors/", "actors/{actor}/", "topics/", "topics/{topic}/"),
    *("entries/{entry}/", "entries/{entry}/versions/", "entries/{entry}/versions/1/"),
    *("entries/{entry}/card.png", "feed.atom", "calendar.ics", "calendar.ics?q={word}"),
)
ENDPOINTS = (
    *("entries/?q={word}", "entries/?actor={actor}", "entries/?topic={topic}"),
    *(f"{traits.address}/" for traits in TRAITS.values()),
    *("entries/{entry}/", "entries/{entry}/versions/", "changes/", "matrix/"),
    *("actors/", "topics/", "sources/", "sources/?limit=200", "processes/"),
)


def measure(seconds: float) -> Iterator[Result]:
    site: Application = get_wsgi_application()
    list_of_50 = partial(ask, site, LIST)
    for address in addresses():
        answer = partial(ask, site, address)
        yield cost(address, answer, "API, list of 50", list_of_50, seconds)


def addresses() -> Iterator[str]:
    """The addresses, with names that are in the record."""
    newest = public.page(public.parse({})).documents
    entry = newest[0]
    names = {
        "actor": by_frequency(Facet.ACTOR)[0],
        "topic": by_frequency(Facet.TOPIC)[0],
        "entry": entry["slug"],
        "word": ENGLISH[0],
        "name": name_at(100),
        "many": "+".join(ENGLISH[:8]),
    }
    for page in PAGES:
        yield f"/en/{page.format(**names)}"
    for endpoint in ENDPOINTS:
        yield f"/api/v1/{endpoint.format(**names)}"
    yield "/sitemap.xml"
