"""Documents as they were stored, of a shape that no type describes any more."""

from collections.abc import Callable
from typing import Any

Stored = dict[str, Any]


def in_turn(*subjects: Callable[[Stored], None]) -> Callable[[Stored], Stored]:
    """The step to the next shape that has a function for each subject. Each may change the document
    that it is given."""

    def step(document: Stored) -> Stored:
        for renew in subjects:
            renew(document)
        return document

    return step
