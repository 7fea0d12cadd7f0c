"""Until shape 3, a commitment was one whole, and nobody was named as having changed its status."""

from typing import Any

from events.documents.upgrading.shape_3.progress import tell_progress


def test_a_commitment_has_no_parts_and_nobody_changed_its_status() -> None:
    document: dict[str, Any] = {"kind": "commitment", "history": [{"status": "delayed"}]}
    tell_progress(document)
    assert document == {
        "kind": "commitment",
        "history": [{"status": "delayed", "by": None}],
        "parts": [],
    }


def test_entries_of_other_kinds_stay_as_they_are() -> None:
    document: dict[str, Any] = {"kind": "question", "status": "open"}
    tell_progress(document)
    assert document == {"kind": "question", "status": "open"}
