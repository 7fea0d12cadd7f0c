"""When a version was loaded, where its time was not the clock's."""

from events.documents.upgrading.stored import Stored


def tell_time_is_of_clock(document: Stored) -> None:
    """No time had been brought in. A document that is not published yet has no version."""
    if version := document.get("version"):
        version["loaded_at"] = None
