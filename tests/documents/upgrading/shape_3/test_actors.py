"""What nobody had recorded of actors before shape 3."""

from typing import Any

from events.documents.upgrading.shape_3.actors import tell_more_of_actors


def test_what_was_not_recorded_is_empty() -> None:
    document: dict[str, Any] = {
        "actor_records": [{"slug": "eu", "members": [{"actor": "france"}]}, {"slug": "france"}],
        "sources": [{"slug": "report", "quote": "So."}],
    }
    nothing: dict[str, Any] = {
        "lifespan": None,
        "predecessors": [],
        "successors": [],
        "aliases": [],
        "identifiers": [],
    }

    tell_more_of_actors(document)

    assert document == {
        "actor_records": [
            {"slug": "eu", "members": [{"actor": "france", "source": None}], **nothing},
            {"slug": "france", **nothing},
        ],
        "sources": [{"slug": "report", "quote": "So.", "quote_language": None}],
        "source_records": [],
    }
