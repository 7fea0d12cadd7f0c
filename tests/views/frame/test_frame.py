"""What a page says to what stands around it."""

from dataclasses import MISSING, fields

import pytest
from django.test import RequestFactory
from jinja2 import meta

from events.filters import Takes, named, no_list
from events.public import Moment
from events.views.asking import Query, as_of
from events.views.frame import Frame, ShownEntry
from events.views.frame.masthead import addresses
from events.views.frame.sharing import taking
from tests.views.reading import jinja

TAKES = Takes(named("actor", "topic", "as_of"), own=("limit",))
# All that the frame is made from, and what it makes itself.
AROUND = ("base", "_head", "_take", "_embedded")
GIVEN = {"request", "frame", "kept"}
MADE = {"here", "take", "control", "framed", "page_title", "page_description", "words_only"}


def query(address=""):
    return Query.of(RequestFactory().get(f"/en/list/{address}"), TAKES)


def asked(address=""):
    return as_of.asked(Query.of(RequestFactory().get(f"/en/page/{address}"), no_list()))


def test_no_member_can_be_forgotten():
    assert [f.name for f in fields(Frame) if f.default is not MISSING] == []
    said = {field.name: None for field in fields(Frame)}
    for name in said:
        with pytest.raises(TypeError, match=name):
            Frame(**{other: None for other in said if other != name})


@pytest.mark.parametrize("name", AROUND)
def test_what_stands_around_a_page_reads_its_frame_and_nothing_else_of_it(name):
    environment = jinja()
    source, _path, _fresh = environment.loader.get_source(environment, f"site/{name}.html")

    names = meta.find_undeclared_variables(environment.parse(source)) - environment.globals.keys()

    assert names <= GIVEN | MADE | {"self", "super"}


def test_a_page_with_parameters(db):
    frame = Frame.of(query("?actor=france&limit=3&utm=x"), {}, None)

    assert frame == Frame(
        status=200,
        canonical=(("actor", "france"),),
        meant=(("actor", "france"), ("limit", "3")),
        as_of=None,
        unlisted=False,
        absent=False,
        searched=False,
        entry=None,
    )


def test_what_a_page_complains_of_is_not_meant(db):
    given = query("?actor=france&actor=x&topic=force")

    frame = Frame.of(given, {"actor": ["There is no actor “x”."]}, None)

    assert (frame.status, frame.meant, frame.canonical) == (
        *(400, (("topic", "force"),), (("topic", "force"),)),
    )


def test_a_page_says_where_its_own_address_is_shorter(db):
    given = query("?actor=france&limit=3")

    frame = Frame.of(given, {}, None, canonical=given.without("limit").pairs)

    assert (frame.canonical, frame.meant) == ((("actor", "france"),), given.pairs)


def test_a_page_of_another_day_is_unlisted_and_leads_back(db):
    given = query("?actor=france&as_of=2020-01-01")

    frame = Frame.of(given, {}, Moment.parse("2020-01-01"))

    assert (frame.unlisted, frame.meant) == (True, given.pairs)
    assert (frame.as_of.text, frame.as_of.url) == ("2020-01-01", "/en/list/?actor=france")


@pytest.mark.parametrize(
    ("address", "status", "meant", "unlisted"),
    [
        ("", 200, (), False),
        ("?as_of=2020-01-01", 200, (("as_of", "2020-01-01"),), True),
        ("?as_of=+2020-01-01", 200, (("as_of", "2020-01-01"),), True),
        ("?as_of=x", 400, (), False),
    ],
)
def test_a_page_that_takes_a_moment_only(db, address, status, meant, unlisted):
    frame = Frame.at(asked(address))

    assert (frame.status, frame.canonical, frame.meant) == (status, (), meant)
    assert (frame.unlisted, frame.as_of is not None) == (unlisted, unlisted)
    assert Frame.at(asked(address), unlisted=True).unlisted


def test_the_graver_status_holds(db):
    assert Frame.at(asked("?as_of=x"), status=200).status == 400
    assert Frame.at(asked("?as_of=x"), status=404).status == 404
    assert Frame.at(asked(), status=400).status == 400


def test_what_is_not_here_is_neither_listed_nor_embedded(db):
    banner = asked("?as_of=2020-01-01").banner

    frame = Frame.of_nothing(410, banner)

    assert (frame.status, frame.absent, frame.unlisted, frame.as_of) == (410, True, True, banner)
    assert frame.meant == (("as_of", "2020-01-01"),)
    assert Frame.of_nothing(404).meant == ()


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("path", "version", "unlisted"),
    [("entries/promise/", 2, False), ("entries/promise/versions/1/", 1, True)],
)
def test_the_page_of_an_entry_says_which_version_it_shows(client, path, version, unlisted):
    frame = client.get(f"/en/{path}").context["frame"]

    assert isinstance(frame.entry, ShownEntry)
    assert (frame.entry.version.number, frame.entry.date.plain) == (version, "September 2025")
    assert (frame.unlisted, frame.absent) == (unlisted, False)


def test_the_address_and_the_feed_come_from_what_is_meant(client, site):
    """Not from the address of the request, which has what the page complains of."""
    request = client.get("/en/timeline/?actor=germany&topic=x").wsgi_request
    frame = Frame.of(query("?actor=germany&topic=x"), {"topic": ["There is no topic “x”."]}, None)

    assert addresses(request, frame).canonical == "http://testserver/en/timeline/?actor=germany"
    assert taking(request, frame).feed == "/en/feed.atom?actor=germany"
    assert taking(request, Frame.of_nothing(404)).feed == "/en/feed.atom"
    assert taking(request, Frame.of_nothing(404)).dialogue == ""


def test_how_a_page_is_looked_at_is_no_other_page(db):
    given = query("?actor=france&limit=3")

    assert Frame.of(given, {}, None).canonical == (("actor", "france"),)


def test_a_page_that_is_narrowed_in_several_ways_is_not_to_be_found(db):
    once, twice = query("?actor=france&limit=3"), query("?actor=france&topic=force")

    assert not Frame.of(once, {}, None).unlisted
    assert Frame.of(twice, {}, None).unlisted
