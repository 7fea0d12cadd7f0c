"""The note on a version: texts by language, where there was one text in the site's first one."""

from events.documents.upgrading.stored import Stored
from events.log import note_by_language


def tell_note_by_language(document: Stored) -> None:
    """A document that is not published yet has no version."""
    if version := document.get("version"):
        version["note"] = note_by_language(version["note"])
