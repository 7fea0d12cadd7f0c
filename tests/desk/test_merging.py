"""Two texts of one record in one: by field, by row, by word."""

from typing import Any

import pytest

from events.desk import merge
from events.models import Development, Source

BASE: dict[str, Any] = {
    "slug": "event",
    "title": {"en": "Title", "de": "Titel"},
    "date": "2026",
    "topics": ["force", "money"],
    "actors": [{"actor": "france", "role": "involved"}, {"actor": "poland", "role": "involved"}],
    "sources": [{"source": "report", "locator": "p. 3"}],
}


def text(**changes):
    return {**BASE, **changes}


def merged(theirs, mine, answers=None, **more):
    return merge(Development, BASE, theirs, mine, answers, **more)


def test_what_one_has_changed_stands():
    found = merged(text(date="2027"), text(title={"en": "Title", "de": "Anders"}))

    assert found.to_choose == []
    assert found.record == text(date="2027", title={"en": "Title", "de": "Anders"})


def test_the_same_change_of_both_is_asked_about_by_nobody():
    assert merged(text(date="2027"), text(date="2027")).to_choose == []


def test_a_language_is_a_field_of_its_own():
    found = merged(
        text(title={"en": "Theirs", "de": "Titel"}), text(title={"en": "Title", "de": "Meiner"})
    )

    assert found.record["title"] == {"en": "Theirs", "de": "Meiner"}


def test_until_it_is_answered_what_it_was_stands():
    theirs, mine = text(date="2027"), text(date="2028")

    found = merged(theirs, mine)

    assert [(one.key, one.base, one.theirs, one.mine) for one in found.to_choose] == [
        ("date", "2026", "2027", "2028")
    ]
    assert found.record["date"] == "2026"
    assert merged(theirs, mine, {"date": "2028"}).record["date"] == "2028"


def test_several_are_added_and_taken_out_by_both():
    found = merged(text(topics=["force", "money", "ships"]), text(topics=["force", "boots"]))

    assert found.record["topics"] == ["boots", "force", "ships"]


def test_rows_are_those_about_the_same_whatever_their_order():
    poland = {"actor": "poland", "role": "host"}
    theirs = text(actors=[poland, BASE["actors"][0]])
    mine = text(actors=[{"actor": "france", "role": "chair"}, BASE["actors"][1]])

    found = merged(theirs, mine)

    assert found.to_choose == []
    assert found.record["actors"] == [{"actor": "france", "role": "chair"}, poland]


def test_two_changes_to_one_row_are_put_together_by_field():
    theirs = text(sources=[{"source": "report", "locator": "p. 4"}])
    mine = text(sources=[{"source": "report", "locator": "p. 3", "quote": "So"}])

    assert merged(theirs, mine).record["sources"] == [
        {"source": "report", "locator": "p. 4", "quote": "So"}
    ]


def test_a_row_taken_out_by_one_and_changed_by_the_other_is_to_be_chosen():
    changed = {"source": "report", "locator": "p. 4"}

    found = merged(text(sources=[]), text(sources=[changed]))

    assert [(one.key, one.is_row) for one in found.to_choose] == [("sources/0", True)]
    assert found.record["sources"] == BASE["sources"]
    gone = merged(text(sources=[]), text(sources=[changed]), {"sources/0": None})
    assert "sources" not in gone.record


@pytest.mark.parametrize(
    ("theirs", "mine", "together"),
    [
        ("One more two three", "One two three four", "One more two three four"),
        ("One 2 three", "One too three", None),
        ("Zero one two three", "Zero one two three", None),
    ],
)
def test_texts_are_one_where_their_changes_do_not_overlap(theirs, mine, together):
    base, other, own = ({"title": one, "slug": "a"} for one in ("One two three", theirs, mine))

    found = merge(Source, base, other, own)

    assert [one.together for one in found.to_choose] == ([together] if theirs != mine else [])


def test_after_a_redaction_all_that_differs_is_asked():
    found = merged(text(), text(date="2027"), ask_all=True)

    assert [one.key for one in found.to_choose] == ["date"]
