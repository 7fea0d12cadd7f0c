"""What is on file of actors: life span, neighbours, other names, identifiers, sources; and the
language of a quote. Nobody had recorded any of it."""

from events.documents.upgrading.stored import Stored


def tell_more_of_actors(document: Stored) -> None:
    for record in document["actor_records"]:
        record |= {
            "lifespan": None,
            "predecessors": [],
            "successors": [],
            "aliases": [],
            "identifiers": [],
        }
        for member in record.get("members", []):
            member["source"] = None
    for citation in document["sources"]:
        citation["quote_language"] = None
    document["source_records"] = []
