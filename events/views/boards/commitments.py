"""Commitments: a board by status or by actor, and a map of who contributes what.

Narrowed to one status or, by actor, to one actor, it is a list in pages; a board shows the newest
of each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from events import public
from events.documents import reading
from events.documents.linking import named_by
from events.documents.shapes import Commitment, Published
from events.presenting.commitments import (
    Called,
    called,
    card,
    contributors_map,
    lineage,
)
from events.presenting.parts import EntryLink, NamedEntries
from events.presenting.wording import Links, Text, text
from events.views.asking import WORDS, Query, Tab
from events.views.boards.board import Board, BoardGroup, begun, of_names, takes
from events.views.frame import Page, reader_page
from events.vocabulary import CommitmentStatus, Facet, Kind, Naming, Role

TAKES = takes(Kind.COMMITMENT)
WAYS = ("status", "actor", "map")
# How many commitments a board shows of each status or actor, and of how many actors; the rest are a
# link away.
OF_STATUS = 4
OF_ACTOR = 3
ACTORS = 10
MORE_ACTORS = 80
PAGE = 24
# The most rows in the table of who contributes, which should never be reached.
MOST_TAKERS = 300
# Restatements are rare; at most this many are looked up for all cards of a page.
MOST_RESTATING = 100


@dataclass(frozen=True)
class Given:
    """Who takes part in one commitment, and who has declined."""

    commitment: EntryLink
    date: Text
    rows: list[Called]


@reader_page(TAKES, costly=True)
def board(request: HttpRequest, query: Query) -> Page:
    board = Board.of(query, WAYS, PAGE, [Facet.TAKES_PART])
    show = {"status": _by_status, "actor": _by_actor, "map": _map}[board.by]
    content = {
        **board.content(_tabs(query, board.by)),
        "total": sum(tally.number for tally in board.found[Facet.STATUS]),
        "parts": _statuses(board),
        "unlisted_actors": 0,
        "map": None,
        "given": [],
        **show(board),
    }
    return Page("commitments/board.html", board.frame, content)


def lineage_of(
    document: Commitment,
    named: Mapping[str, Published],
    moment: public.Moment | None,
    links: Links,
) -> tuple[list[lineage.LineageStep], bool]:
    """What the page of a commitment shows beside it: the line that it is part of, and whether the
    line goes on. `named`: the documents of the entries that it names, by id."""
    found = public.lineage(document, moment)
    members = [*found.earlier, *found.later]
    made_at = [item["made_at"] for item in members]
    ids = {link["id"] for link in made_at if link and link["id"]} - named.keys()
    meetings = {**named, **public.named(ids, moment)}
    return lineage.steps(document, found.earlier, found.later, meetings, links), found.more


def _by_status(board: Board) -> dict[str, object]:
    """Every status that was found, in the order of the list of statuses."""
    groups = _statuses(board)
    if board.filters.choice("status"):
        return board.paged(next(iter(groups), None), board.filters, _cards)
    return {"groups": board.filled(begun(board.filters, groups, OF_STATUS), _cards)}


def _by_actor(board: Board) -> dict[str, object]:
    """The actors with the most commitments; the others as links."""
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


def _map(board: Board) -> dict[str, object]:
    """The tiles and their table, and the contributions to the newest commitments that have any."""
    base, links = board.query.without("cursor").plus("by", "actor"), board.links
    day = date.fromisoformat(links.day)
    takers = contributors_map.takers(
        board.found[Facet.TAKES_PART],
        board.found[Facet.DOMAIN],
        lambda slug: base.plus("actor", slug).url,
        links.actor,
    )
    contributing = public.narrowed(board.filters, {Facet.ROLE: Role.CONTRIBUTOR})
    page = public.page(contributing)
    given = []
    for document in reading.commitments(page.documents):
        link = EntryLink(text(document["title"]), links.entry(document["slug"]))
        given.append(Given(link, text(document["date"]["label"]), called(document, links, day)))
    return {
        "map": contributors_map.drawn(takers[:MOST_TAKERS]),
        "given": given,
        **board.places(page),
    }


def _cards(board: Board, documents: Iterable[Published]) -> list[card.CommitmentCard]:
    moment, listed = board.filters.as_of, reading.commitments(documents)
    ids = {one for document in listed for one in named_by(document)}
    around = NamedEntries(public.named(ids, moment), board.links)
    asked = list(dict.fromkeys(document["id"] for document in listed))
    restating = public.naming_any(Naming.RESTATES, asked, moment, MOST_RESTATING)
    return [card.card(document, around, restating) for document in listed]


def _statuses(board: Board) -> list[BoardGroup]:
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
        for way in WAYS
    ]
