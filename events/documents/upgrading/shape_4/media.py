"""What belongs to an entry beside its texts."""

from events.documents.upgrading.stored import Stored


def have_no_media(document: Stored) -> None:
    """No entry had a picture, a video or a document."""
    document["pictures"] = []
    document["media"] = []
