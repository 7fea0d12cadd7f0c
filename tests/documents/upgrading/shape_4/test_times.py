"""Until shape 4, every version had the time of the clock."""

from typing import Any

from events.documents.upgrading.shape_4.times import tell_time_is_of_clock


def test_no_time_was_brought_in() -> None:
    document: dict[str, Any] = {"version": {"number": 1}}
    tell_time_is_of_clock(document)
    assert document == {"version": {"number": 1, "loaded_at": None}}


def test_what_is_not_published_has_no_version() -> None:
    document: dict[str, Any] = {"kind": "summit"}
    tell_time_is_of_clock(document)
    assert document == {"kind": "summit"}
