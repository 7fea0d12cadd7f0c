"""Search: what has the words, grouped by kind, and how the results divide.

Everything that is asked for is in the address. What is invalid gets a message beside its field and
is left as it was typed; the rest is searched for all the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import public
from events.filters import every_filter
from events.presenting.lists import Hit, hit
from events.presenting.parts import web_address
from events.presenting.wording import Links, Text, text, text_in
from events.public import (
    MOST_COUNTED,
    SOURCES,
    Found,
    Name,
    Share,
    found,
    named_like,
    nearest,
    records,
    respelled,
)
from events.views.asking import (
    FOLD,
    Errors,
    FilterForm,
    FormLayout,
    Query,
    as_of,
    filters_of,
    form,
    names_of,
    of_record,
    tabs,
)
from events.views.frame import Frame, Page, reader_page
from events.vocabulary import TRAITS, Facet
from events.words import normalise

EACH = 5
PAGE = 20
# How many years, actors … are shown; the others are folded or left out, and the page says so.
MOST_YEARS = 8
MOST_SHARES = 10
MOST_NAMES = 8

TAKES = every_filter(own=("cursor", FOLD))
LAYOUT = FormLayout(
    gettext_lazy("Search and filter"),
    search=True,
    box=gettext_lazy("Words"),
    shown=("from", "to"),
    apart=("kind", "as_of"),
    unchipped=("q", "as_of"),
    button=gettext_lazy("Search"),
    reset=gettext_lazy("Search for the words alone"),
    look="asking",
)
DIVIDED_BY = {
    Facet.PROCESS: gettext_lazy("Process"),
    Facet.ACTOR: gettext_lazy("Actors named most"),
    Facet.TOPIC: gettext_lazy("Topics named most"),
}


@dataclass(frozen=True)
class Option:
    """A part of the results, and its address; if it is chosen, the address without it."""

    label: str
    number: int
    url: str
    current: bool


@dataclass(frozen=True)
class Division:
    """One way in which the results divide. `folded`: options beyond those shown at first; `more`:
    how many are not given at all."""

    label: str
    options: list[Option]
    folded: list[Option]
    more: int


@dataclass(frozen=True)
class ResultGroup:
    kind: str
    label: str
    number: int
    hits: list[Hit]
    url: str


@dataclass(frozen=True)
class NameLink:
    name: Text
    url: str
    about: str = ""


@reader_page(TAKES, costly=True)
def search(request: HttpRequest, query: Query) -> Page:
    filters, errors = filters_of(query)
    # Without the words that somebody typed, the rest would find what nobody looked for.
    meant = query.only(*TAKES.names).without("as_of", *errors)
    asked = "q" not in errors and bool(meant.pairs)
    result = found(replace(filters, limit=PAGE), EACH) if asked else Found()
    links = as_of.links(filters.as_of)
    content = {
        "q": query.first("q"),
        "form": _form(query, filters, errors),
        "wrong": bool(errors),
        "asked": asked,
        "total": result.total,
        "everything": sum(result.kinds.values()),
        "tabs": tabs.kinds(query, result.kinds),
        "groups": _groups(query, result, filters.terms, links),
        "divisions": _divisions(query, result),
        "uncounted": MOST_COUNTED if result.shares is None else 0,
        "names": [] if filters.cursor else _names(filters, links),
        "by_parts": filters.has_parts and not filters.kind,
        "instead": _instead(query, filters, links) if filters.q and not result.total else None,
        "next_url": query.plus("cursor", result.next).url if result.next else "",
        "previous_url": query.plus("cursor", result.previous).url if result.previous else "",
    }
    unlisted = asked or bool(errors)
    frame = Frame.of(query, errors, filters.as_of, unlisted=unlisted, searched=asked)
    return Page("search/search.html", frame, content)


def _form(query: Query, filters: public.Filters, errors: Errors) -> FilterForm:
    """The form. There is a link to remove all filters only if there are words to search for."""
    made = form(
        query,
        errors,
        LAYOUT,
        lambda asked: of_record(asked, filters.kind or "", filters.as_of),
        names_of(query),
    )
    return made if query.first("q") and "q" not in errors else replace(made, reset_url="")


def _groups(query: Query, result: Found, terms: list[str], links: Links) -> list[ResultGroup]:
    base = query.without("cursor")
    return [
        ResultGroup(
            kind,
            str(TRAITS[kind].plural),
            result.kinds.get(kind, 0),
            [hit(document, terms, links) for document in documents],
            base.plus("kind", kind).url,
        )
        for kind, documents in result.documents.items()
        if documents
    ]


def _divisions(query: Query, result: Found) -> list[Division]:
    if not result.total:
        return []
    base = query.without("cursor")
    chosen = query.first("year")
    years = [
        Option(str(year), number, _toggled(base, "year", str(year)), chosen == str(year))
        for year, number in result.years.items()
        if year  # what is of no known year stands in none
    ]
    divisions = [Division(_("Year"), years[:MOST_YEARS], years[MOST_YEARS:], 0)]
    for facet, shares in (result.shares or {}).items():
        listed = [_option(base, share) for share in sorted(shares, key=_frequency)]
        if facet == Facet.PROCESS:
            division = Division(str(DIVIDED_BY[facet]), listed[:MOST_YEARS], listed[MOST_YEARS:], 0)
        else:
            more = max(len(listed) - MOST_SHARES, 0)
            division = Division(str(DIVIDED_BY[facet]), listed[:MOST_SHARES], [], more)
        if listed:
            divisions.append(division)
    return divisions


def _frequency(share: Share) -> tuple[int, str]:
    """Most frequent first, and by name if equally frequent."""
    return -share.number, normalise(text(share.name.names).plain)


def _option(base: Query, share: Share) -> Option:
    facet, slug = share.name.facet, share.name.slug
    on = slug in base.values(facet)
    label = text(share.name.names)
    if on:
        url = base.without_value(facet, slug).url
    elif facet == Facet.ACTOR:  # an entry must name all of them
        url = base.also(facet, slug).url
    else:
        url = base.plus(facet, slug).url
    return Option(label, share.number, url, on)


def _toggled(base: Query, name: str, value: str) -> str:
    on = base.first(name) == value
    return (base.without(name) if on else base.plus(name, value)).url


def _names(filters: public.Filters, links: Links) -> list[dict[str, object]]:
    """Actors, topics and sources with the words in their names."""
    near = named_like(filters.terms, filters.as_of)
    actors, topics, sources = (near[facet] for facet in (Facet.ACTOR, Facet.TOPIC, Facet.SOURCE))
    shown = [
        (_("Actors"), actors, _linked_all(actors[:MOST_NAMES], links.actor)),
        (_("Topics"), topics, _linked_all(topics[:MOST_NAMES], links.topic)),
        (_("Sources"), sources, _sources(sources[:MOST_NAMES], filters)),
    ]
    return [
        {"label": label, "links": listed, "more": max(len(names) - len(listed), 0)}
        for label, names, listed in shown
        if listed
    ]


def _instead(query: Query, filters: public.Filters, links: Links) -> dict[str, object]:
    """What is offered to somebody who has found nothing: the search spelled otherwise, and actors
    and topics."""
    q = respelled(filters)
    actors, topics = (nearest(filters.terms, facet) for facet in (Facet.ACTOR, Facet.TOPIC))
    return {
        "respelled": {"q": q, "url": query.without("cursor").plus("q", q).url} if q else None,
        "nearest": [
            (_("Actors"), _("All actors"), links.page("actors"), _linked_all(actors, links.actor)),
            (_("Topics"), _("All topics"), links.page("topics"), _linked_all(topics, links.topic)),
        ],
    }


def _linked_all(names: Iterable[Name], address: Any) -> list[NameLink]:
    return [_linked(name, address) for name in names]


def _linked(name: Name, address: Any) -> NameLink:
    return NameLink(text(name.names), address(name.slug))


def _sources(names: list[Name], filters: public.Filters) -> list[NameLink]:
    """Sources lead out of the site, to where they were published."""
    cited = records(SOURCES, [name.slug for name in names], filters.as_of)
    return [
        NameLink(
            text_in(record["title"], record["languages"][0]),
            web_address(record["url"]),
            record["publisher"] or "",
        )
        for record in cited
    ]
