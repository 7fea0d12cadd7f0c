"""Chips for the filters that are on."""

import pytest
from django.test import RequestFactory

from events.filters import Takes, every_filter, named
from events.views.asking.address import Query
from events.views.asking.chips import Chip, chips, names_of
from events.vocabulary import Kind

LIST = every_filter(own=("order", "cursor"))
ANY = Takes(named("actor", "topic"), any_of=("actor", "topic"))


def query(address, takes=LIST):
    return Query.of(RequestFactory().get(f"/en/list/{address}"), takes)


def shown(given, errors=(), **options):
    return [
        (chip.name, chip.value)
        for chip in chips(query(given), {name: ["No."] for name in errors}, {}, **options)
    ]


def test_a_chip_says_what_is_on_and_leads_to_the_address_without_it():
    given = query("?order=oldest&kind=summit&cursor=x")

    assert chips(given, {}, {}) == [Chip("Kind", "Meetings", "/en/list/?order=oldest")]


@pytest.mark.parametrize(
    ("name", "value", "label", "words"),
    [
        ("kind", "question", "Kind", "Questions"),
        ("process", "peace", "Process", "Process peace"),
        ("actor", "france", "Actor", "France"),
        ("topic", "force", "Topic", "Topic force"),
        ("role", "host", "Role of the actor", "Host"),
        ("stance", "supports", "Stance", "Supports"),
        ("status", "held", "Status", "Held"),
        ("firmness", "in-effect", "Firmness", "In effect"),
        ("domain", "air", "Domain", "In the air"),
        ("format", "call", "Format", "Call or video conference"),
        ("from", "2026-01-06", "From", "6 January 2026"),
        ("to", "2026-01-06", "Until", "6 January 2026"),
        ("when", "possible", "In this time", "possibly"),
        ("year", "2026", "Year", "2026"),
        ("q", "a <b>", "Search", "a <b>"),
        ("as_of", "2026-01-06", "As the record stood on", "6 January 2026"),
    ],
)
def test_every_filter_has_words(record, name, value, label, words):
    record.position("one")
    record.commitment("two", domains=["air"])
    record.summit("three", format="call")
    given = Query("/en/list/", ((name, value),), LIST)

    assert chips(given, {}, names_of(given)) == [Chip(label, words, "/en/list/")]


def test_without_a_window_nothing_is_certain_in_it():
    given = query("?from=2026-01-01&to=2026-01-31&when=possible")
    one_end = query("?from=2026-01-01&when=possible")

    assert [chip.url for chip in chips(given, {}, {})] == [
        "/en/list/?to=2026-01-31&when=possible",
        "/en/list/?from=2026-01-01&when=possible",
        "/en/list/?from=2026-01-01&to=2026-01-31",
    ]
    assert [chip.url for chip in chips(one_end, {}, {})] == [
        "/en/list/",
        "/en/list/?from=2026-01-01",
    ]


def test_what_is_wrong_or_shown_in_another_way_has_no_chip():
    assert shown("?kind=x&status=open&q=word", errors=["kind"], but=["q"]) == [("Status", "Open")]


def test_a_kind_that_is_fixed_has_its_own_words(db):
    board = every_filter(kind=Kind.QUESTION)

    [chip] = chips(query("?status=open", board), {}, {})

    assert (chip.name, chip.value) == ("Status", "Open")


def test_of_several_values_those_that_can_be_meant_are_shown(record):
    record.position("one")
    given = query("?actor=france&actor=nobody&topic=x", ANY)

    found = chips(given, {"actor": ["No."], "topic": ["No."]}, names_of(given))

    assert found == [Chip("Actor", "France", "/en/list/?actor=nobody&topic=x")]


def test_names_cost_one_query_or_none(record, django_assert_num_queries):
    record.position("one")
    with django_assert_num_queries(1):
        names = names_of(query("?actor=france&topic=force&actor=a%00b"))
    assert names["actor"] == {"france": {"en": "France", "de": "France (de)"}}
    with django_assert_num_queries(0):
        names_of(query("?kind=summit"))
