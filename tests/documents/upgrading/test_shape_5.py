"""From shape 4 to shape 5."""

from events.documents.upgrading.shape_5 import EVENTS, shape_5
from events.vocabulary import TRAITS, Kind


def test_no_event_was_marked_and_none_named_what_it_contradicts() -> None:
    assert shape_5({"kind": "summit"}) == {
        "kind": "summit",
        "key_event": False,
        "contradicts": [],
    }


def test_texts_about_entries_have_neither() -> None:
    for kind in ("overview", "walk"):
        assert shape_5({"kind": kind}) == {"kind": kind}


def test_the_kinds_are_those_that_are_drawn() -> None:
    assert set(EVENTS) == {kind for kind in Kind if TRAITS[kind].drawn}
