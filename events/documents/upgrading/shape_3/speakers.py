"""A position may have several speakers."""

from events.documents.upgrading.stored import Stored


def name_several_speakers(document: Stored) -> None:
    """Until then it had one, or none."""
    if "speaker" in document:
        speaker = document.pop("speaker")
        document["speakers"] = [speaker] if speaker else []
