"""What is known of sources, and how a statement is known."""

from events.documents.upgrading.stored import Stored

# What nobody had recorded of a source.
UNKNOWN = ("access", "doi", "isbn", "urn", "state_date", "state_source")


def tell_evidence(document: Stored) -> None:
    """Sources were as published, in one language; on which basis anything is said was not told."""
    document["basis"] = None
    for change in document.get("history", []):
        change["basis"] = None
    for source in document.get("sources", []):
        source.update(dict.fromkeys(UNKNOWN), languages=[source.pop("language")])
        source.update(authors=[], state="published", state_note={})
