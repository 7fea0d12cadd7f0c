"""From shape 4 to shape 5: key events, and entries that contradict each other."""

from events.documents.upgrading.stored import Stored

# The kinds that are drawn among the events.
EVENTS = ("summit", "commitment", "position", "development", "question")


def shape_5(document: Stored) -> Stored:
    """No entry was marked, and none named another that it contradicts."""
    if document["kind"] in EVENTS:
        document["key_event"] = False
        document["contradicts"] = []
    return document
