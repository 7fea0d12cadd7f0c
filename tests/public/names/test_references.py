"""What published entries name, page by page."""

import pytest

from events import public
from events.public import NameCursor
from tests.record import Record


@pytest.fixture
def topics(db):
    record = Record()
    record.development("one", topics=["a", "b", "c", "d", "e"])
    record.development("draft", topics=["bb"], publish=False)


def page(cursor=None, limit=2):
    found = public.reference_page(public.TOPICS, cursor=cursor, limit=limit)
    return "".join(str(record["slug"]) for record in found.records), found.previous, found.next


@pytest.mark.usefixtures("topics")
def test_pages_both_ways():
    slugs, previous, following = page()
    assert (slugs, previous, following) == ("ab", None, NameCursor("b"))
    assert page(following) == ("cd", NameCursor("c", backwards=True), NameCursor("d"))
    assert page(NameCursor("d")) == ("e", NameCursor("e", backwards=True), None)
    assert page(NameCursor("e", backwards=True)) == (
        *("cd", NameCursor("c", backwards=True)),
        NameCursor("d"),
    )
    assert page(NameCursor("c", backwards=True)) == ("ab", None, NameCursor("b"))


@pytest.mark.usefixtures("topics")
def test_past_either_end():
    assert page(NameCursor("z")) == ("", None, None)
    assert page(NameCursor("a", backwards=True)) == ("", None, None)


@pytest.mark.usefixtures("topics")
def test_before_and_after_a_name_that_there_is_not():
    records, more = public.references(public.TOPICS, before="bz", limit=1)
    assert ([record["slug"] for record in records], more) == (["b"], True)
    records, more = public.references(public.TOPICS, after="bz", limit=9)
    assert ([record["slug"] for record in records], more) == (["c", "d", "e"], False)


@pytest.mark.parametrize("cursor", [NameCursor("a"), NameCursor("a-b_9", backwards=True)])
def test_a_cursor_is_a_text_and_back(cursor):
    assert NameCursor.parse(str(cursor)) == cursor


@pytest.mark.parametrize("text", ["", "a", "PGE", "PGE==", "PmE=\n", "eGE=", "PgA=", "Pv8=", "ü"])
def test_what_is_no_cursor(text):
    with pytest.raises(ValueError, match="no place in a list"):
        NameCursor.parse(text)
