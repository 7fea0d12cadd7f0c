"""The shapes of what the API answers, as JSON Schema (2020-12), which OpenAPI 3.1 takes as it is.

Every object is closed, but a document of an older shape: a member that is not listed is in no
answer. A test holds the answers to it.
"""

from zlib import crc32

from events.api.shapes.answers import ANSWERS
from events.api.shapes.documents import ENTRIES, PARTS, REFERENCES, TEXT
from events.api.shapes.terms import ref

__all__ = ["REVISION", "SHAPES", "ref"]

SHAPES = {**TEXT, **REFERENCES, **PARTS, **ENTRIES, **ANSWERS}

# A part of every ETag: another release may answer in another shape though nothing was published.
REVISION = f"{crc32(repr(SHAPES).encode()):x}"
