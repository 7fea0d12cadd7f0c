"""Drawings that this process has made of late: the same entries are drawn the same way on every
page until one of them is published again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import cast

from events.documents.shapes import Published
from events.presenting.drawing import Course
from events.presenting.lists import Item

# Of some hundred kB each.
REMEMBERED = 32


class KeptDrawings:
    """`size`: how many are remembered; those asked for longest ago are forgotten."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lock = Lock()
        self.made: OrderedDict[Hashable, Course] = OrderedDict()

    def recall(self, key: Hashable, make: Callable[[], Course]) -> Course:
        """The drawing with this key, made if it is not there."""
        with self.lock:
            if found := self.made.get(key):
                self.made.move_to_end(key)
                return found
        found = make()
        with self.lock:
            self.made[key] = found
            while len(self.made) > self.size:
                self.made.popitem(last=False)
        return found


kept_drawings = KeptDrawings(REMEMBERED)


def shown_version(item: Item) -> tuple[str, int, str]:
    """Which version of an entry it shows. What that says changes only by a redaction; a number
    comes again where an older copy of the record is put back, at another time."""
    version = cast("Published", item.document)["version"]
    return item.document["id"], version["seq"], version["published_at"]
