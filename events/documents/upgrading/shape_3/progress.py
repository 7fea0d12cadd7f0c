"""What becomes of a commitment: by whom its status was changed, and what becomes of its parts."""

from events.documents.upgrading.stored import Stored


def tell_progress(document: Stored) -> None:
    """Until then nobody was named, and a commitment was one whole."""
    if "history" in document:
        document["parts"] = []
        for change in document["history"]:
            change["by"] = None
