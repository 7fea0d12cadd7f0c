"""The chain from documents of older shapes to today's: a function for each change of shape.

What was published stays as it was, byte for byte, and says which shape it has
(`document["shape"]`). What is served has the newest shape (`events.documents.shapes`). A release
that changes the shape raises `SHAPE` and adds a step here; `manage.py rebuild` then derives
everything again from the upgraded documents and keeps their text beside what was published.

A step may add, rename or remove a member, or put its value another way. It consults nothing but the
document: what nobody recorded then, no step can know.
"""

from collections.abc import Callable
from typing import NamedTuple, cast

import orjson
from django.utils.translation import gettext as _

from events.documents import shapes
from events.documents.shapes import Published
from events.documents.upgrading.shape_2 import shape_2
from events.documents.upgrading.shape_3 import shape_3
from events.documents.upgrading.shape_4 import shape_4
from events.documents.upgrading.shape_5 import shape_5
from events.documents.upgrading.stored import Stored

# Each takes a document to the next shape, the first one from shape 1 to shape 2, and may change the
# document that it is given. It need not set the number of the shape.
STEPS: tuple[Callable[[Stored], Stored], ...] = (shape_2, shape_3, shape_4, shape_5)


class NewerShape(ValueError):
    """The document was published by a later release than this one, which cannot read it."""


class Upgraded(NamedTuple):
    """A published document in today's shape. `text`: the same as JSON, if it was published in an
    older shape; else None, because the published text says just that."""

    document: Published
    text: str | None


def upgraded(published: str) -> Upgraded:
    """What was published, in today's shape. Raises `NewerShape`."""
    stored: Stored = orjson.loads(published)
    is_newest = stored["shape"] == shapes.SHAPE
    document = upgrade(stored)
    return Upgraded(document, None if is_newest else orjson.dumps(document).decode())


def upgrade(document: Stored) -> Published:
    """The document in today's shape; the one given may be changed if its shape is older.

    Raises `NewerShape`.
    """
    shape = document["shape"]
    if shape > shapes.SHAPE:
        message = _(
            "A newer release has published documents of shape %(shape)d; this one reads those up "
            "to %(newest)d. Run that release."
        )
        raise NewerShape(message % {"shape": shape, "newest": shapes.SHAPE})
    for number, step in enumerate(STEPS[shape - 1 :], start=shape + 1):
        document = step(document) | {"shape": number}
    return cast("Published", document)
