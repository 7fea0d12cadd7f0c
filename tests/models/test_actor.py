"""Actors: codes, and from when to when they exist."""

import pytest

from tests.models.test_clean import complaints
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

CODE = (
    "A code of ISO 3166: two capital letters as in “DE”, a part of a state as in “GB-SCT”, a "
    "former state as in “YUCS”. Leave it empty where a country has none."
)
SAME_TIME = (
    "“West Germany” has this country code at the same time. Two states can share a code if one had "
    "ended before the other began: say so by “exists since” and “existed until”."
)


def country(slug, code="", since="", until=""):
    return record.actor(slug, kind="country", country=code, since=since, until=until)


def test_a_state_needs_no_code():
    assert complaints(country("south-ossetia")) == {}


@pytest.mark.parametrize("code", ["SU", "DD", "YUCS", "GB-SCT", "XK", "TW", "PS", "QQ"])
def test_codes_of_every_part_of_the_standard_are_taken(code):
    assert complaints(country("land", code)) == {}


def test_what_is_no_code_is_refused_with_what_would_be_right():
    assert complaints(country("yugoslavia", "YUG")) == {"country": [CODE]}


def test_two_states_can_have_a_code_one_after_the_other():
    country("czechoslovakia", "CS", "1918-10-28", "1992-12-31")
    later = country("serbia-and-montenegro", "CS", "2003-02-04", "2006-06-03")
    assert complaints(later) == {}
    # They may have followed each other.
    country("west-germany", "DE", "1949", "1990")
    assert complaints(country("germany", "DE", "1990")) == {}


@pytest.mark.parametrize(("since", "until"), [("", ""), ("1980", ""), ("", "1970"), ("1950", "60")])
def test_not_at_the_same_time(since, until):
    country("west-germany", "DE", "1949-05-23", "1990-10-02")
    again = country("germany", "DE", since, "1960" if until == "60" else until)
    assert complaints(again)["country"] == [SAME_TIME]


def test_a_life_span_runs_forward_between_two_dates():
    assert complaints(country("one", since="1990", until="1949"))["until"] == [
        "It ends before it begins: give a later day, or correct “since”."
    ]
    assert complaints(country("two", since="1949/1990"))["since"] == [
        "One date stands here, not a span of time."
    ]
    assert complaints(country("three", since="1949", until="1949")) == {}


def test_a_name_is_not_the_other_name_of_somebody_else():
    record.alias("soviet-union", "USSR")
    assert complaints(record.actor("rowers", name_en="Ussr"))["name_en"] == [
        "“Ussr” is on file as another name of “Soviet Union”."
    ]
