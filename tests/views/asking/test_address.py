"""Addresses: what a page takes of them, and what leads to the address without it."""

import pytest
from django.test import RequestFactory

from events.filters import Takes, every_filter, named, no_list
from events.views.asking.address import Query, tidied

LIST = Takes(named("actor", "as_of"), own=("by", "cursor"))


def request(address="", path="/en/list/"):
    return RequestFactory().get(f"{path}{address}")


def query(address, takes=LIST):
    return Query.of(request(address), takes)


def test_what_a_page_takes_is_read_in_its_order():
    given = query("?by=x&actor=a&utm=1&actor=+b+&cursor=&as_of=%20")

    assert given.pairs == (("by", "x"), ("actor", "a"), ("actor", "b"))
    assert (given.path, given.refused, given.takes) == ("/en/list/", (), LIST)
    assert given.url == "/en/list/?by=x&actor=a&actor=b"
    assert (given.values("actor"), given.first("actor"), given.first("as_of")) == (
        *(["a", "b"], "a", ""),
    )
    assert given.lists(["actor", "cursor"]) == {"actor": ["a", "b"]}
    assert query("").url == "/en/list/"


def test_a_filter_that_a_list_does_not_have_is_kept_apart():
    assert query("?stance=x&actor=a&q=x&stance=y").refused == ("stance", "q")
    assert query("?stance=x", no_list()).refused == ()
    assert query("?stance=", LIST).refused == ()


def test_other_addresses_of_the_same_page():
    given = query("?by=x&actor=a&actor=b")

    assert given.without("actor").url == "/en/list/?by=x"
    assert given.only("by").url == "/en/list/?by=x"
    assert given.without_value("actor", "a").url == "/en/list/?by=x&actor=b"
    assert given.plus("actor", "c").url == "/en/list/?by=x&actor=c"
    assert given.also("actor", 7).url == "/en/list/?by=x&actor=a&actor=b&actor=7"
    assert given.awaiting("by") == "/en/list/?actor=a&actor=b&by="
    assert query("").awaiting("by") == "/en/list/?by="
    assert given.without("by").takes == LIST


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        ("", ""),
        ("?actor=a&by=x", ""),
        ("?actor=a&actor=a", ""),
        ("?actor=%20a", ""),
        ("?&&", ""),
        ("?utm_source=x", "/en/list/"),
        ("?actor=", "/en/list/"),
        ("?actor=b&fbclid=1&by=x&actor=c", "/en/list/?actor=b&actor=c&by=x"),
        ("?ACTOR=a&by=x", "/en/list/?by=x"),
        ("?actor=%C3%A9%26&x", "/en/list/?actor=%C3%A9%26"),
        ("?%00=1&by=%0d%0aLocation:x", "/en/list/?by=Location%3Ax"),
        # A filter of another list is told of, and so it stays.
        ("?stance=x", ""),
        ("?stance=x&utm=1", "/en/list/?stance=x"),
    ],
)
def test_what_an_address_does_not_take_leads_away(given, tidy):
    assert tidied(request(given), LIST) == tidy
    if tidy:
        assert tidied(RequestFactory().get(tidy), LIST) == ""


@pytest.mark.parametrize(
    ("given", "tidy"),
    [
        # The form sends unseen how a window is meant, also if its days have been taken away.
        ("?from=&to=&when=possible&actor=a", "/en/list/?actor=a"),
        ("?from=&when=possible", "/en/list/"),
        ("?from=2026-01-06&to=&when=possible", "/en/list/?from=2026-01-06&when=possible"),
        ("?from=2026-01-06&when=possible", ""),
        # Whoever asks for it alone is told.
        ("?when=possible", ""),
    ],
)
def test_where_a_window_is_emptied_nothing_is_certain_in_it(given, tidy):
    assert tidied(request(given), every_filter()) == tidy


def test_where_there_is_no_list_a_filter_means_nothing():
    assert tidied(request("?stance=x&as_of=2026-01-06"), no_list()) == "/en/list/?as_of=2026-01-06"
    assert tidied(request("?stance=x&version=1"), Takes(is_list=False)) == "/en/list/"


def test_what_is_ignored_stays():
    assert tidied(request("?a=1&b="), Takes(own=("a",), is_list=False, ignores_others=True)) == ""


@pytest.mark.parametrize(
    "path", ["/en/entries/%C3%BCbung/", "/en/a%3Fb/", "/en/a%25b/", "/en/a%0Ab/", "/en/a%23b/"]
)
def test_a_path_stays_as_it_is(path):
    assert tidied(request("?utm=1", path), every_filter()) == path
