"""Texts and dates in every language at once: a change to a translation is a change."""

from events.documents import shapes
from events.documents.shapes import Texts


def date_in_all(record: shapes.Date) -> str:
    """Its words, and how it is kept."""
    return in_all(record["label"]) + as_kept(record["edtf"])


def as_kept(edtf: str) -> str:
    """How a date is kept, after its words."""
    return f" [{edtf}]"


def in_all(texts: Texts) -> str:
    """A text in all its languages, each wording once."""
    return " / ".join(dict.fromkeys(texts.values()))


def joined(parts: list[str], joint: str = ", ") -> str:
    return joint.join(part for part in parts if part)
