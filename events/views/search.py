"""Search: what has the words, grouped by kind, and how what was found divides.

Everything that is asked for stands in the address. What cannot be meant is said beside its field
and left as it was typed; the rest is searched for all the same.
"""

from dataclasses import dataclass, replace
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import public
from events.presenting.lists import Hit, hit
from events.presenting.parts import web_address
from events.presenting.wording import KINDS, Links, Text, text, text_in
from events.public import FILTERS, MOST_COUNTED, Found, Name, Share, found, named_like, records
from events.views.asking import (
    Errors,
    Query,
    Tab,
    as_of,
    chips,
    elsewhere,
    filters_of,
    has_empty_fields,
)
from events.views.frame import reader_page
from events.vocabulary import Facet
from events.words import normalise

EACH = 5
PAGE = 20
# So many years, actors … are shown; the others are folded or left out, and the page says so.
MOST_YEARS = 8
MOST_SHARES = 10
MOST_NAMES = 8

CHIPS = ("kind", "process", "actor", "role", "topic", "stance", "status", "year", "from", "to")
# What the form has itself; the rest goes along unseen.
IN_FORM = ("q", "from", "to")
SHARED = {
    Facet.PROCESS: gettext_lazy("Process"),
    Facet.ACTOR: gettext_lazy("Actors named most"),
    Facet.TOPIC: gettext_lazy("Topics named most"),
}


@dataclass(frozen=True)
class Option:
    """A part of what was found, and the address of it alone; the address without where it is on."""

    label: str
    number: int
    url: str
    current: bool


@dataclass(frozen=True)
class Division:
    """One way in which what was found divides. `folded`: options beyond those shown first; `more`:
    how many there are that are not given at all."""

    label: str
    options: list[Option]
    folded: list[Option]
    more: int


@dataclass(frozen=True)
class Group:
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


@reader_page
def search(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, (*FILTERS, "year", "cursor"))
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    filters, errors = filters_of(query.without("year"))
    year = _year(query, errors)
    # Without the words that somebody typed, the rest would find what nobody has looked for.
    asked = "q" not in errors and bool(query.without("as_of", "cursor", *errors).pairs)
    result = found(replace(filters, limit=PAGE), year, EACH) if asked else Found()
    links = as_of.links(filters.as_of)
    context = {
        "q": query.first("q"),
        "fields": _window(query, errors),
        "errors": errors,
        "other_errors": elsewhere(errors, *IN_FORM, "as_of"),
        "kept": [
            (name, value)
            for name, value in query
            if name not in (*IN_FORM, "cursor") and name not in errors
        ],
        "chips": chips(query, errors, CHIPS),
        "asked": asked,
        "total": result.total,
        "everything": sum(result.kinds.values()),
        "tabs": _tabs(query, result),
        "groups": _groups(query, result, filters.terms, links),
        "divisions": _divisions(query, result),
        "uncounted": MOST_COUNTED if result.shares is None else 0,
        "names": [] if filters.cursor else _names(filters, links),
        "next_url": query.plus("cursor", result.next).url if result.next else "",
        "previous_url": query.plus("cursor", result.previous).url if result.previous else "",
        "words_only_url": query.path + "?" + _only(query, "q", "as_of"),
        "as_of": as_of.banner(filters.as_of, query),
        "canonical_query": query.without(*errors).url.partition("?")[2],
        "unlisted": asked or bool(errors) or bool(filters.as_of),
    }
    return render(request, "search/search.html", context, status=400 if errors else 200)


def _only(query: Query, *names: str) -> str:
    others = [name for name, _value in query if name not in names]
    return query.without(*others).url.partition("?")[2]


def _year(query: Query, errors: Errors) -> int | None:
    given = query.values("year")
    if not given:
        return None
    if len(given) == 1 and given[0].isascii() and given[0].isdigit() and 0 < len(given[0]) <= 4:
        year = int(given[0])
        if year:
            return year
    errors["year"] = [_("“%(text)s” is not a year. Write it like 2026.") % {"text": given[0][:100]}]
    return None


def _window(query: Query, errors: Errors) -> list[dict[str, Any]]:
    """The fields from and to. A browser's control for days hides what is none; then it is text."""
    labels = {"from": _("From"), "to": _("Until")}
    return [
        {
            "name": name,
            "label": label,
            "value": query.first(name),
            "type": "text" if name in errors and not _is_day(query.first(name)) else "date",
            "errors": errors.get(name, []),
        }
        for name, label in labels.items()
    ]


def _is_day(value: str) -> bool:
    try:
        public.Moment.parse(value)
    except ValueError:
        return False
    return len(value) == len("2026-01-06")


def _tabs(query: Query, result: Found) -> list[Tab]:
    """The kinds with their numbers, which add up to that of everything."""
    base = query.without("cursor", "kind")
    current = query.first("kind")
    everything = sum(result.kinds.values())
    tabs = [Tab(_("Everything"), "", base.url, not current, everything)]
    for kind, label in KINDS.items():
        number = result.kinds.get(kind.value, 0)
        if number or current == kind.value:
            url = base.plus("kind", kind.value).url
            tabs.append(Tab(str(label), kind.value, url, current == kind.value, number))
    return tabs


def _groups(query: Query, result: Found, terms: list[str], links: Links) -> list[Group]:
    base = query.without("cursor")
    return [
        Group(
            kind,
            str(KINDS[kind]),  # type: ignore[index]
            result.kinds.get(kind, 0),
            [hit(orjson.loads(document), terms, links) for document in documents],
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
    ]
    divisions = [Division(_("Year"), years[:MOST_YEARS], years[MOST_YEARS:], 0)]
    for facet, shares in (result.shares or {}).items():
        listed = [_option(base, share) for share in sorted(shares, key=_frequency)]
        if facet == Facet.PROCESS:
            division = Division(str(SHARED[facet]), listed[:MOST_YEARS], listed[MOST_YEARS:], 0)
        else:
            more = max(len(listed) - MOST_SHARES, 0)
            division = Division(str(SHARED[facet]), listed[:MOST_SHARES], [], more)
        if listed:
            divisions.append(division)
    return divisions


def _frequency(share: Share) -> tuple[int, str]:
    """The most frequent first, by name among those that are as frequent."""
    return -share.number, normalise(text(share.name.names).plain)


def _option(base: Query, share: Share) -> Option:
    facet, slug = share.name.facet, share.name.slug
    on = slug in base.values(facet)
    label = text(share.name.names)
    if on:
        url = base.without_value(facet, slug).url
    elif facet == Facet.ACTOR:  # of these, an entry has to name all
        url = Query(base.path, (*base.pairs, (facet, slug))).url
    else:
        url = base.plus(facet, slug).url
    return Option(label, share.number, url, on)


def _toggled(base: Query, name: str, value: str) -> str:
    on = base.first(name) == value
    return (base.without(name) if on else base.plus(name, value)).url


def _names(filters: public.Filters, links: Links) -> list[dict[str, Any]]:
    """Actors, topics and sources with the words in their names."""
    near = named_like(filters.terms, filters.as_of)
    actors, topics, sources = (near[facet] for facet in (Facet.ACTOR, Facet.TOPIC, Facet.SOURCE))
    shown = [
        (_("Actors"), actors, [_linked(name, links.actor) for name in actors[:MOST_NAMES]]),
        (_("Topics"), topics, [_linked(name, links.topic) for name in topics[:MOST_NAMES]]),
        (_("Sources"), sources, _sources(sources[:MOST_NAMES], filters)),
    ]
    return [
        {"label": label, "links": listed, "more": max(len(names) - len(listed), 0)}
        for label, names, listed in shown
        if listed
    ]


def _linked(name: Name, address: Any) -> NameLink:
    return NameLink(text(name.names), address(name.slug))


def _sources(names: list[Name], filters: public.Filters) -> list[NameLink]:
    """Sources lead out of the site, to where they were published."""
    cited = records(Facet.SOURCE, [name.slug for name in names], filters.as_of)
    return [
        NameLink(
            text_in(record["title"], record["language"]),
            web_address(record["url"]),
            record["publisher"] or "",
        )
        for record in cited
    ]
