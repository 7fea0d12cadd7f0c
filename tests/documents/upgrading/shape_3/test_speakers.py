"""Until shape 3, a position had one speaker, or none."""

from typing import Any

import pytest

from events.documents.upgrading.shape_3.speakers import name_several_speakers


@pytest.mark.parametrize(("before", "after"), [("merz", ["merz"]), (None, [])])
def test_one_speaker_is_a_list_of_one(before: str | None, after: list[str]) -> None:
    document: dict[str, Any] = {"kind": "position", "speaker": before, "stance": "supports"}
    name_several_speakers(document)
    assert document == {"kind": "position", "speakers": after, "stance": "supports"}


def test_entries_of_other_kinds_have_none() -> None:
    document: dict[str, Any] = {"kind": "summit"}
    name_several_speakers(document)
    assert document == {"kind": "summit"}
