"""The shapes of what the API answers, as JSON Schema (2020-12), which OpenAPI 3.1 takes as it is.

Every object is closed, except a document of an older shape: no answer has a member that is not
listed. A test holds the answers to it. What is published is open (`opened`).
"""

from zlib import crc32

from events.api.shapes.answers import ANSWERS
from events.api.shapes.documents import ENTRIES, PARTS, REFERENCES, TEXT
from events.api.shapes.opened import opened
from events.api.shapes.terms import Schema, ref

__all__ = ["REVISION", "SHAPES", "opened", "ref", "revision_of"]

SHAPES = {**TEXT, **REFERENCES, **PARTS, **ENTRIES, **ANSWERS}


def revision_of(shapes: dict[str, Schema]) -> str:
    """A short name for these shapes; other shapes have another."""
    return f"{crc32(repr(shapes).encode()):x}"


# Part of every ETag: another release may answer in another shape although nothing was published.
REVISION = revision_of(SHAPES)
