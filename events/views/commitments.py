"""Commitments: a board by status or by actor, and a map of who contributes what.

What is narrowed to one status, or by actor to one actor, is a list in pages; a board shows the
newest of each.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting import board as cards
from events.presenting import lineage, tiles, words
from events.presenting.kinds import Contribution, EntryLink, Named, contributions
from events.presenting.links import Links
from events.presenting.texts import Text, text
from events.views import as_of
from events.views.caching import reader_page
from events.views.filter_form import Tab
from events.views.narrowing import Asked, asked, narrowing
from events.views.queries import Query, has_empty_fields
from events.vocabulary import CommitmentStatus, Domain, Facet, Firmness, Kind, Naming, Role

WAYS = ("status", "actor", "map")
NAMES = (
    *("by", "process", "actor", "topic", "status", "firmness", "domain"),
    *("as_of", "cursor"),
)
CHOICES: dict[str, Collection[str]] = {
    "by": WAYS,
    "status": CommitmentStatus.values,
    "firmness": Firmness.values,
    "domain": Domain.values,
}
FACETS = (
    *(Facet.PROCESS, Facet.ACTOR, Facet.TOPIC, Facet.STATUS),
    *(Facet.FIRMNESS, Facet.DOMAIN, Facet.TAKES_PART),
)
# How much a board shows of each status or actor, and of how many actors; the rest is a link away.
OF_STATUS = 4
OF_ACTOR = 3
ACTORS = 10
MORE_ACTORS = 80
PAGE = 24
# So many rows has the table of who contributes; more have not been heard of.
MOST_TAKERS = 300
# One restates another seldom; so many are looked up for all cards of a page.
MOST_RESTATING = 100

Documents = list[dict[str, Any]]
Tallies = Mapping[str, Sequence[public.TagCount]]


@dataclass(frozen=True)
class Group:
    """Cards under one heading. `number`: how many there are; `url`: where all of them are."""

    id: str
    heading: Text | str
    tone: str
    number: int
    cards: list[cards.Card]
    url: str


@dataclass(frozen=True)
class Part:
    """How many of what is shown have a status, and the address of those."""

    label: str
    tone: str
    number: int
    url: str


@dataclass(frozen=True)
class Given:
    """Contributions to one commitment."""

    commitment: EntryLink
    date: Text
    rows: list[Contribution]


@reader_page
def board(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, NAMES)
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    said = asked(query, Kind.COMMITMENT, CHOICES, PAGE)
    there = public.tallies(said.base, FACETS)
    found = public.tallies(said.filters, FACETS) if said.is_narrowed else there
    links = as_of.links(said.filters.as_of)
    by = "status" if "by" in said.errors else query.first("by") or "status"
    show = {"status": _by_status, "actor": _by_actor, "map": _map}[by]
    context = {
        "by": by,
        "tabs": _tabs(query, by),
        "total": sum(tally.number for tally in found[Facet.STATUS]),
        "parts": _parts(query, found),
        "form": narrowing(said, there, _lists(), ("by", "as_of")),
        "as_of": as_of.banner(said.filters.as_of, query),
        "canonical_query": query.without(*said.errors).url.partition("?")[2],
        "unlisted": bool(said.filters.as_of),
        **show(said, found, links),
    }
    return render(request, "commitments/board.html", context, status=400 if said.errors else 200)


def around(
    document: dict[str, Any],
    named: Mapping[str, str],
    moment: public.Moment | None,
    links: Links,
) -> dict[str, Any]:
    """What the page of a commitment shows beside it: the line of which it is a part."""
    line = public.lineage(document, moment)
    members = [*line.earlier, *line.later]
    slugs = {item["made_at"] for item in members if item["made_at"]} - named.keys()
    meetings = {**named, **public.named(slugs, moment)}
    titles = {slug: text(orjson.loads(found)["title"]) for slug, found in meetings.items()}
    return {
        "line": lineage.steps(document, line.earlier, line.later, titles, links),
        "line_goes_on": line.more,
    }


def _by_status(said: Asked, found: Tallies, links: Links) -> dict[str, Any]:
    """Each status that there is, in the order of the list of statuses."""
    numbers = {tally.slug: tally for tally in found[Facet.STATUS]}
    listed = [(value, numbers[value]) for value in CommitmentStatus.values if value in numbers]
    if said.filters.status:
        return _paged(said, links, [_status_group(said.query, value, t) for value, t in listed])
    heads = public.heads(said.filters, [tally.tag for _value, tally in listed], OF_STATUS)
    groups = [(_status_group(said.query, value, t), heads[t.tag]) for value, t in listed]
    return {"groups": _filled(groups, said, links), "columned": len(groups) > 1}


def _by_actor(said: Asked, found: Tallies, links: Links) -> dict[str, Any]:
    """Those with the most commitments; the others as links."""
    base = said.query.without("cursor")
    tallies = found[Facet.ACTOR]
    if said.filters.actors:
        chosen = [tally for tally in tallies if tally.slug in said.filters.actors]
        return _paged(said, links, [_actor_group(base, tally) for tally in chosen[:1]])
    first, others = tallies[:ACTORS], tallies[ACTORS : ACTORS + MORE_ACTORS]
    heads = public.heads(said.filters, [tally.tag for tally in first], OF_ACTOR)
    groups = [(_actor_group(base, tally), heads[tally.tag]) for tally in first]
    return {
        "groups": _filled(groups, said, links),
        "columned": len(groups) > 1,
        "others": [
            Part(text(tally.name), "", tally.number, base.plus("actor", tally.slug).url)
            for tally in others
        ],
        "unlisted_actors": max(len(tallies) - ACTORS - MORE_ACTORS, 0),
    }


def _map(said: Asked, found: Tallies, links: Links) -> dict[str, Any]:
    """The tiles and their table, and contributions to the newest commitments that have some."""
    base = said.query.without("cursor").plus("by", "actor")
    takers = tiles.takers(
        found[Facet.TAKES_PART], lambda slug: base.plus("actor", slug).url, links.actor
    )
    contributing = public.narrowed(said.filters, {Facet.ROLE: Role.CONTRIBUTOR})
    page = public.page(contributing)
    given = []
    for document in map(orjson.loads, page.documents):
        link = EntryLink(text(document["title"]), links.entry(document["slug"]))
        given.append(Given(link, text(document["date"]["label"]), contributions(document, links)))
    return {
        "map": tiles.drawn(takers[:MOST_TAKERS]),
        "given": given,
        **_places(said.query, page),
    }


def _paged(said: Asked, links: Links, groups: list[Group]) -> dict[str, Any]:
    """One group as a list in pages."""
    page = public.page(said.filters)
    documents = [document.decode() for document in page.documents]
    filled = _filled([(groups[0], documents)], said, links) if groups else []
    return {
        "groups": [replace(group, url="") for group in filled],
        **_places(said.query, page),
    }


def _places(query: Query, page: public.Page) -> dict[str, str]:
    return {
        "previous_url": query.plus("cursor", page.previous).url if page.previous else "",
        "next_url": query.plus("cursor", page.next).url if page.next else "",
    }


def _filled(
    groups: Sequence[tuple[Group, Sequence[str]]], said: Asked, links: Links
) -> list[Group]:
    """The groups with their cards, and what those need in a number of queries that is fixed."""
    read = {group.id: [orjson.loads(text) for text in texts] for group, texts in groups}
    documents = [document for each in read.values() for document in each]
    moment = said.filters.as_of
    named = public.named(cards.names(documents), moment)
    titles = {slug: text(orjson.loads(found)["title"]) for slug, found in named.items()}
    slugs = list(dict.fromkeys(document["slug"] for document in documents))
    restating = public.naming_any(Naming.RESTATES, slugs, moment, MOST_RESTATING)
    around = Named(titles, links)
    return [
        replace(group, cards=[cards.card(item, around, restating) for item in read[group.id]])
        for group, _texts in groups
    ]


def _status_group(query: Query, value: str, tally: public.TagCount) -> Group:
    word = words.status(Kind.COMMITMENT, value)
    assert word is not None
    url = query.without("cursor").plus("status", value).url
    return Group(f"status-{value}", word.label, word.tone, tally.number, [], url)


def _actor_group(base: Query, tally: public.TagCount) -> Group:
    url = base.plus("actor", tally.slug).url
    return Group(f"actor-{tally.slug}", text(tally.name), "", tally.number, [], url)


def _parts(query: Query, found: Tallies) -> list[Part]:
    numbers = {tally.slug: tally.number for tally in found[Facet.STATUS]}
    base = query.without("cursor")
    parts = []
    for value in CommitmentStatus.values:
        word = words.status(Kind.COMMITMENT, value)
        if word and value in numbers:
            url = base.plus("status", value).url
            parts.append(Part(word.label, word.tone, numbers[value], url))
    return parts


def _tabs(query: Query, current: str) -> list[Tab]:
    labels = {"status": _("By status"), "actor": _("By actor"), "map": _("Who contributes what")}
    base = query.without("cursor", "by")
    return [
        Tab(label, way, (base if way == "status" else base.plus("by", way)).url, way == current)
        for way, label in labels.items()
    ]


def _lists() -> dict[str, tuple[str, Any]]:
    return {
        "status": (_("Status"), CommitmentStatus.choices),
        "firmness": (_("Firmness"), Firmness.choices),
        "domain": (_("Domain"), Domain.choices),
    }
