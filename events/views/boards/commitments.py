"""Commitments: a board by status or by actor, and a map of who contributes what.

What is narrowed to one status, or by actor to one actor, is a list in pages; a board shows the
newest of each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from events import public
from events.presenting.commitments import (
    Contribution,
    card,
    contributions,
    contributors_map,
    lineage,
)
from events.presenting.parts import EntryLink, NamedEntries
from events.presenting.wording import Links, Text, text
from events.views.asking import SHARED, WORDS, Query, Tab, has_empty_fields
from events.views.boards.board import Board, Document, Group, begun, of_names
from events.views.frame import reader_page
from events.vocabulary import CommitmentStatus, Domain, Facet, Firmness, Kind, Naming, Role

CHOICES: dict[str, Sequence[str]] = {
    "by": ("status", "actor", "map"),
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


@dataclass(frozen=True)
class Given:
    """Contributions to one commitment."""

    commitment: EntryLink
    date: Text
    rows: list[Contribution]


@reader_page
def board(request: HttpRequest) -> HttpResponse:
    query = Query.of(request, (*SHARED, *CHOICES))
    if has_empty_fields(request):
        return HttpResponseRedirect(query.url)
    board = Board.of(query, Kind.COMMITMENT, CHOICES, FACETS, PAGE)
    show = {"status": _by_status, "actor": _by_actor, "map": _map}[board.by]
    context = {
        **board.context(_tabs(query, board.by), _lists()),
        "total": sum(tally.number for tally in board.found[Facet.STATUS]),
        "parts": _statuses(board),
        **show(board),
    }
    return render(request, "commitments/board.html", context, status=board.status)


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


def _by_status(board: Board) -> dict[str, Any]:
    """Each status that there is, in the order of the list of statuses."""
    groups = _statuses(board)
    if board.filters.status:
        return board.paged(next(iter(groups), None), board.filters, _cards)
    return {"groups": board.filled(begun(board.filters, groups, OF_STATUS), _cards)}


def _by_actor(board: Board) -> dict[str, Any]:
    """Those with the most commitments; the others as links."""
    base = board.query.without("cursor")
    tallies = board.found[Facet.ACTOR]
    if board.filters.actors:
        chosen = [tally for tally in tallies if tally.slug in board.filters.actors]
        group = next(iter(of_names("actor", chosen, base)), None)
        return board.paged(group, board.filters, _cards)
    groups = of_names("actor", tallies[: ACTORS + MORE_ACTORS], base)
    return {
        "groups": board.filled(begun(board.filters, groups[:ACTORS], OF_ACTOR), _cards),
        "others": groups[ACTORS:],
        "unlisted_actors": max(len(tallies) - ACTORS - MORE_ACTORS, 0),
    }


def _map(board: Board) -> dict[str, Any]:
    """The tiles and their table, and contributions to the newest commitments that have some."""
    base, links = board.query.without("cursor").plus("by", "actor"), board.links
    takers = contributors_map.takers(
        board.found[Facet.TAKES_PART], lambda slug: base.plus("actor", slug).url, links.actor
    )
    contributing = public.narrowed(board.filters, {Facet.ROLE: Role.CONTRIBUTOR})
    page = public.page(contributing)
    given = []
    for document in map(orjson.loads, page.documents):
        link = EntryLink(text(document["title"]), links.entry(document["slug"]))
        given.append(Given(link, text(document["date"]["label"]), contributions(document, links)))
    return {
        "map": contributors_map.drawn(takers[:MOST_TAKERS]),
        "given": given,
        **board.places(page),
    }


def _cards(board: Board, documents: list[Document]) -> list[card.Card]:
    moment = board.filters.as_of
    named = public.named(card.names(documents), moment)
    titles = {slug: text(orjson.loads(found)["title"]) for slug, found in named.items()}
    slugs = list(dict.fromkeys(document["slug"] for document in documents))
    restating = public.naming_any(Naming.RESTATES, slugs, moment, MOST_RESTATING)
    around = NamedEntries(titles, board.links)
    return [card.card(document, around, restating) for document in documents]


def _statuses(board: Board) -> list[Group]:
    base = board.query.without("cursor")
    return list(board.statuses(CommitmentStatus.values, base).values())


def _tabs(query: Query, current: str) -> list[Tab]:
    base = query.without("cursor", "by")
    return [
        Tab(
            str(WORDS["by"][way]),
            way,
            (base if way == "status" else base.plus("by", way)).url,
            way == current,
        )
        for way in CHOICES["by"]
    ]


def _lists() -> dict[str, tuple[str, Any]]:
    return {
        "status": (_("Status"), CommitmentStatus.choices),
        "firmness": (_("Firmness"), Firmness.choices),
        "domain": (_("Domain"), Domain.choices),
    }
