"""The form of a list: its controls, what goes along unseen, what is wrong."""

from datetime import date
from functools import partial

import pytest
from django.test import RequestFactory

from events import public
from events.filters import every_filter
from events.views import meetings, search, timeline
from events.views.asking import controls
from events.views.asking.address import Query
from events.views.asking.chips import names_of
from events.views.asking.complaints import filters_of
from events.views.asking.controls import MOST_SELECTS, of_record, of_tallies
from events.views.asking.form import form
from events.views.boards import board
from events.vocabulary import Kind

BOARD = every_filter(kind=Kind.COMMITMENT, own=("by", "cursor"))
FACETS = ("process", "actor", "role", "topic", "status", "basis", "firmness", "domain")


def shown(fields):
    return [(field.name, field.label, field.value) for field in fields]


def of(takes, layout, kind=""):
    """Makes the form of a page that reads its lists from the record."""

    def made(address=""):
        query = Query.of(RequestFactory().get(f"/en/list/{address}"), takes)
        filters, errors = filters_of(query)
        offers = lambda asked: of_record(asked, filters.kind or kind, filters.as_of)  # noqa: E731
        return form(query, errors, layout, offers, names_of(query))

    return made


of_timeline = of(timeline.TAKES, timeline.LAYOUT)
of_search = of(search.TAKES, search.LAYOUT)
of_meetings = of(meetings.TAKES, meetings.LAYOUT, Kind.SUMMIT)


@pytest.fixture
def of_board(record):
    record.commitment("one", actors=["ukraine", "france"], domains=["air"], topics=["force"])

    def made(address=""):
        query = Query.of(RequestFactory().get(f"/en/commitments/{address}"), BOARD)
        _filters, errors = filters_of(query)
        tallies = public.tallies(public.Filters(kind=Kind.COMMITMENT), FACETS)
        offers = partial(of_tallies, kind=Kind.COMMITMENT, tallies=tallies)
        names = {facet: {t.slug: t.name for t in tallies[facet]} for facet in FACETS}
        return form(query, errors, board.LAYOUT, offers, names)

    return made


def test_closed_it_has_the_search_alone_and_asks_for_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        closed = of_timeline("?kind=summit&year=2026&order=oldest&cursor=AAIAAAAAAAAA")

    assert shown(closed.fields) == [("q", "Search", "")]
    assert (closed.open, closed.search.help, closed.search.type) == (False, "", "search")
    assert closed.toggle_url == (
        "/en/list/?kind=summit&year=2026&order=oldest&cursor=AAIAAAAAAAAA&filters=open"
    )
    assert closed.kept == [("kind", "summit"), ("year", "2026"), ("order", "oldest")]


def test_open_it_has_a_control_for_every_filter(record):
    record.position("one", process="other")
    record.position("two", topic="aid")
    record.commitment("three", domains=["air"])

    opened = of_timeline("?filters=open&kind=position")

    assert [(field.name, field.type, len(field.options or [])) for field in opened.fields] == [
        *(("q", "search", 0), ("process", "select", 2), ("actor", "select", 1)),
        *(("role", "select", 13), ("topic", "select", 2), ("stance", "select", 7)),
        *(("source", "select", 1), ("basis", "select", 3)),
        *(("from", "date", 0), ("to", "date", 0), ("year", "text", 0), ("as_of", "date", 0)),
    ]
    assert opened.kept == [("filters", "open"), ("kind", "position")]
    assert opened.toggle_url == "/en/list/?kind=position"
    # Without a kind, there is what entries of any kind can have.
    names = [field.name for field in of_timeline("?filters=open").fields]
    assert {"status", "firmness", "domain"} <= set(names)


def test_a_list_to_choose_from_needs_something_to_choose(record):
    record.position("one")

    names = [field.name for field in of_timeline("?filters=open").fields]

    assert "process" not in names  # one process is no choice
    [process] = [
        f for f in of_timeline("?filters=open&process=peace").fields if f.name == "process"
    ]
    assert (process.value, process.options) == ("peace", [("peace", "Process peace")])


def test_several_actors_have_a_control_each_and_one_more(record):
    record.summit("meeting", actors=[f"actor-{number}" for number in range(9)])
    address = "&".join(f"actor=actor-{number}" for number in range(7))

    made = of_timeline(f"?filters=open&{address}")

    actors = [field for field in made.fields if field.name == "actor"]
    assert [field.value for field in actors] == [
        *(f"actor-{number}" for number in range(MOST_SELECTS)),
        "",
    ]
    assert [field.label for field in actors] == ["Actor", *["and actor"] * MOST_SELECTS]
    assert [field.id for field in actors[:2]] == ["filter-actor", "filter-actor-1"]
    # None is lost that has no control.
    assert made.kept == [("filters", "open"), ("actor", "actor-5"), ("actor", "actor-6")]
    assert len(made.chips) == 7


def test_what_is_wrong_opens_the_fold_and_stands_at_its_control(record):
    record.position("one")

    made = of_timeline("?actor=france&actor=nobody&from=x&limit=0&stance=y")

    assert made.open
    assert [(field.name, field.value) for field in made.fields if field.errors] == [
        *(("actor", "nobody"), ("stance", "y"), ("from", "x")),
    ]
    stance = next(field for field in made.fields if field.name == "stance")
    assert stance.options[-1] == ("y", "y")
    assert next(field for field in made.fields if field.name == "from").type == "text"
    assert made.errors == ["Entries per page: “0” is not a whole number from 1 to 200."]
    assert (made.kept, made.chips) == ([], [])


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("2026-01-06", "date"), ("20260106", "text"), ("2026-W01-1", "text"), ("soon", "text")],
)
def test_a_control_for_days_would_hide_what_is_none(db, typed, kind):
    [start, _end] = of_search(f"?from={typed}").shown

    assert (start.value, start.type) == (typed, kind)


def test_a_moment_that_is_none_is_told_elsewhere(db):
    made = of_timeline("?as_of=soon&filters=open")

    [moment] = [field for field in made.fields if field.name == "as_of"]
    assert (moment.value, moment.type, moment.errors) == ("", "date", [])
    assert (moment.help, made.errors) == ("Shows what was published by that day.", [])
    assert not of_timeline("?as_of=soon").open


def test_the_search_has_its_window_in_sight(db):
    made = of_search("?q=peace&from=2026-01-06&kind=summit&year=2026&as_of=2026-01-06&cursor=x")

    assert shown(made.fields) == [
        *(("q", "Words", "peace"), ("from", "From", "2026-01-06"), ("to", "Until", "")),
    ]
    assert made.search.help.startswith("All words have to be there")
    assert made.kept == [("kind", "summit"), ("year", "2026"), ("as_of", "2026-01-06")]
    assert [chip.name for chip in made.chips] == ["From", "Kind", "Year"]
    assert made.reset_url == "/en/list/?q=peace&as_of=2026-01-06"


def test_meetings_keep_their_process_which_has_tabs(record):
    record.summit("one")
    record.summit("two", process="other", actors=["france"])

    made = of_meetings("?filters=open&process=other&role=participant")

    assert [field.name for field in made.fields] == [
        *("actor", "role", "attendance", "status", "level", "mode", "source"),
        *("basis", "year", "q"),
    ]
    assert made.kept == [("filters", "open"), ("process", "other")]
    assert made.layout.label == "Filters"


def test_a_board_offers_what_there_is(of_board):
    made = of_board()

    assert [(field.name, field.label, field.options) for field in made.fields] == [
        ("actor", "Actor", [("france", "France"), ("ukraine", "Ukraine")]),
        ("topic", "Topic", [("force", "Topic force")]),
        ("status", "Status", [("open", "Open")]),
        ("firmness", "Firmness", [("announced", "Announced")]),
        ("domain", "Domain", [("air", "In the air")]),
        *(("from", "From", None), ("to", "Until", None), ("year", "Year", None)),
        ("q", "Search", None),
    ]
    assert (made.chips, made.errors, made.kept, made.open, made.toggle_url) == (
        [],
        [],
        [],
        False,
        "",
    )


def test_what_is_on_is_a_chip_that_can_be_taken_away(of_board):
    made = of_board("?by=map&actor=france&actor=ukraine&domain=air&cursor=x")

    assert [(chip.name, chip.value, chip.url) for chip in made.chips] == [
        ("Actor", "France", "/en/commitments/?by=map&actor=ukraine&domain=air"),
        ("Actor", "Ukraine", "/en/commitments/?by=map&actor=france&domain=air"),
        ("Domain", "In the air", "/en/commitments/?by=map&actor=france&actor=ukraine"),
    ]
    assert made.reset_url == "/en/commitments/?by=map"
    assert made.kept == [("by", "map")]
    domain = next(field for field in made.fields if field.name == "domain")
    assert (domain.value, domain.options) == ("air", [("air", "In the air")])


def test_what_is_wrong_opens_a_board_s_form(of_board):
    made = of_board("?status=held&cursor=x")

    status = next(field for field in made.fields if field.name == "status")
    assert (status.value, len(status.errors), made.open) == ("held", 1, True)
    [elsewhere] = made.errors
    assert elsewhere.startswith("Place in the list: This is no place in a list.")
    assert (made.chips, made.kept) == ([], [])


@pytest.mark.parametrize("stance", ["", "&stance=opposes"])
def test_positions_are_chosen_one_by_one(record, client, stance):
    record.position("one", holder="france")
    record.position("two", holder="poland", process="other")

    address = f"?actor=france&on=2026-01-06&page=2{stance}"
    made = client.get(f"/en/positions/{address}").context["form"]

    assert shown(made.fields) == [
        *(("on", "Day", "2026-01-06"), ("process", "Process", "")),
        *(("actor", "Actor", ""), ("topic", "Topic", "")),
    ]
    assert [field.blank for field in made.fields[1:]] == ["All", "Add another", "All"]


def test_nothing_is_added_to_what_cannot_be_meant(record, client):
    record.position("one", holder="france")

    made = client.get("/en/positions/?actor=nobody&topic=force&topic=x").context["form"]

    actor, topic = made.shown[1:]
    assert (actor.blank, topic.blank) == ("All", "Add another")
    assert actor.errors == ["Nothing public has “nobody”. Used most: France."]
    assert len(topic.errors) == 1
    assert made.kept == [("topic", "force")]
    assert made.errors == []


def test_a_day_of_a_page_is_the_one_that_it_shows(db):
    good = controls.day_control("on", "Day", "", date(2026, 1, 6), [])
    wrong = controls.day_control("on", "Day", "soon", date(2026, 1, 6), ["No day."])

    assert (good.value, good.type, good.id) == ("2026-01-06", "date", "filter-on")
    assert (wrong.value, wrong.type, wrong.errors) == ("soon", "text", ["No day."])


def test_positions_keep_what_is_on_and_offer_the_rest(record, client):
    record.position("one", holder="france")
    record.position("two", holder="poland", process="other")
    today = public.entry("two").published_at.date().isoformat()

    made = client.get(f"/en/positions/?actor=france&on=2026-01-06&page=1&as_of={today}").context[
        "form"
    ]

    assert made.shown[2].options == [("poland", "Poland")]
    assert made.kept == [("actor", "france"), ("as_of", today)]
    [chip] = made.chips
    assert (chip.name, chip.value) == ("Actor", "France")
    assert chip.url == made.reset_url == f"/en/positions/?on=2026-01-06&as_of={today}"


def test_one_process_of_several_is_chosen_in_a_list(record, client):
    record.position("one")
    record.position("two", process="other")

    made = client.get("/en/positions/?process=other").context["form"]

    assert (made.shown[1].value, made.shown[1].blank) == ("other", "All")
    assert made.shown[1].options == [("other", "Process other"), ("peace", "Process peace")]
    assert made.kept == []
    assert [chip.value for chip in made.chips] == ["Process other"]
