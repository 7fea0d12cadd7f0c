"""The groups of a board: what is in them, and what is asked of the database for them."""

from datetime import date

import pytest
from django.test import RequestFactory
from django.utils import timezone

from events import public
from events.dates import Certainty
from events.views.asking.address import Query
from events.views.boards.board import Board, begun, of_names, takes
from events.vocabulary import CommitmentStatus, Facet, Kind

TAKES = takes(Kind.COMMITMENT)


@pytest.fixture
def read(record):
    for day, slug, actors in ((3, "jets", ["france"]), (2, "ships", ["france", "poland"])):
        record.commitment(slug, date=f"2026-01-0{day}", actors=actors)

    def of(address=""):
        query = Query.of(RequestFactory().get(f"/en/board/{address}"), TAKES)
        return Board.of(query, ("status", "actor"), 1)

    return of


def slugs(_board, documents):
    return [document["slug"] for document in documents]


def shown(groups):
    return {group.id: (group.number, group.items) for group in groups}


@pytest.mark.parametrize(
    ("address", "by", "status"),
    [
        *(("", "status", 200), ("?by=actor", "actor", 200), ("?by=x", "status", 400)),
        ("?by=actor&by=status", "status", 400),
    ],
)
def test_the_first_way_holds_where_the_address_names_none(read, address, by, status):
    board = read(address)

    assert (board.by, board.frame.status) == (by, status)
    assert board.content([])["by"] == by


def test_nothing_is_asked_for(read):
    board = read()

    assert (board.errors, board.there) == ({}, board.found)
    assert board.base == public.Filters(kind=Kind.COMMITMENT)
    # A window that a reader asks for has what was in it for certain.
    certain = Certainty.CERTAIN
    assert board.filters == public.Filters(kind=Kind.COMMITMENT, when=certain, limit=1)


def test_what_is_asked_for_narrows_the_list_and_not_the_choices(read):
    today = timezone.localdate().isoformat()
    board = read(f"?actor=poland&to=2026-01-02&as_of={today}&by=actor")

    assert board.errors == {}
    assert [tally.slug for tally in board.found[Facet.ACTOR]] == ["france", "poland"]
    assert [tally.number for tally in board.found[Facet.ACTOR]] == [1, 1]
    assert [tally.number for tally in board.there[Facet.ACTOR]] == [2, 1]
    assert board.base.as_of == board.filters.as_of == public.Moment.parse(today)


def test_what_cannot_be_meant_is_left_out(read):
    board = read("?status=held&domain=air&domain=sea&actor=nobody&actor=france&by=x&stance=opposes")

    assert board.errors.keys() == {"status", "domain", "actor", "by", "stance"}
    names = "Process, Actor, Role of the actor, Topic, Status, Firmness, Domain, Source, Basis"
    names += ", From, Until, In this time, Year"
    has = f"{names}, Search, As the record stood on"
    assert board.errors["stance"] == [f"This list has no such filter. It has: {has}."]
    assert board.filters.choices == ()
    assert board.filters.domain is None


def test_what_every_template_shows(read):
    assert read("?as_of=2020-01-01&topic=x&utm=y").content([]).keys() == {
        *("by", "tabs", "form", "groups", "others", "previous_url", "next_url")
    }


def test_its_frame_is_that_of_what_was_asked_for(read):
    wrong = read("?as_of=x&actor=france").frame
    assert (wrong.canonical, wrong.unlisted) == ((("actor", "france"),), False)


def test_only_statuses_that_were_found_are_groups(read):
    board = read()
    groups = board.statuses(CommitmentStatus.values, board.query)

    assert groups.keys() == {"open"}
    assert (groups["open"].heading, groups["open"].tone) == ("Open", "ahead")
    assert groups["open"].url == "/en/board/?status=open"


def test_each_group_gets_its_own_and_what_is_shown_is_asked_for_once(read):
    board, calls = read(), []
    groups = of_names("actor", board.found[Facet.ACTOR], board.query)

    def show(board, documents):
        calls.append(len(documents))
        return slugs(board, documents)

    filled = board.filled(begun(board.filters, groups, 2), show)

    assert shown(filled) == {"actor-france": (2, ["jets", "ships"]), "actor-poland": (1, ["ships"])}
    assert calls == [3]
    assert board.filled([(groups[0], [])], show)[0].items == []
    assert calls == [3]


def test_one_group_alone_is_a_list_in_pages(read):
    board = read()
    [group] = board.statuses(CommitmentStatus.values, board.query).values()

    first = board.paged(group, board.filters, slugs)
    assert shown(first["groups"]) == {"status-open": (2, ["jets"])}
    assert first["groups"][0].url == first["previous_url"] == ""
    _path, _mark, query = first["next_url"].partition("/en/board/")
    following = read(query)
    second = following.paged(group, following.filters, slugs)
    assert shown(second["groups"]) == {"status-open": (2, ["ships"])}
    assert second["previous_url"].startswith("/en/board/?cursor=")
    assert second["next_url"] == ""


def test_there_may_be_no_such_group(read):
    board = read(f"?cursor={public.Cursor.opening(date(1900, 1, 1), 'newest')}")

    assert board.paged(None, board.filters, slugs)["groups"] == []
