"""What an entry belongs to: several processes instead of one, and topics within wider ones."""

from events.documents.upgrading.stored import Stored


def name_several_processes(document: Stored) -> None:
    document["processes"] = [document.pop("process")]
    document["process_records"] = [document.pop("process_record")]


def tell_wider_topics(document: Stored) -> None:
    """No topic belonged to another, or had a second name."""
    for topic in document["topics"]:
        topic["wider"] = []
        topic["aliases"] = []
