"""Cursors: a place in a list as an opaque text, which goes into the address of the next page."""

import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from events.log import DAY, day_of, first_key

# Whether the page lies before the place, and the sort number of the place.
LAYOUT = ">?q"


@dataclass(frozen=True)
class Cursor:
    """The page after the entry with this sort number in list order; before it, if `backwards`."""

    sort: int
    backwards: bool = False

    def __str__(self) -> str:
        return urlsafe_b64encode(struct.pack(LAYOUT, self.backwards, self.sort)).decode()

    @classmethod
    def parse(cls, text: str) -> "Cursor":
        """Read a cursor. Raises `ValueError` unless it is one that was given out."""
        try:
            backwards, sort = struct.unpack(LAYOUT, urlsafe_b64decode(text.encode("ascii")))
        except (ValueError, struct.error):
            backwards, sort = False, -1
        cursor = cls(sort, backwards)
        if sort < 0 or str(cursor) != text:
            raise ValueError(no_place())
        return cursor

    @classmethod
    def opening(cls, day: date, order: str) -> "Cursor":
        """The cursor at which a list in this order begins with the entries of that day."""
        first = first_key(day)
        return cls(first + DAY if order == "newest" else first - 1)

    @property
    def day(self) -> date | None:
        """The day of the place in the list; None if no date can have that place."""
        try:
            return day_of(self.sort)
        except (ValueError, OverflowError):
            return None


def no_place() -> str:
    """The message about a cursor that was never given out, for readers of pages and of the API."""
    return _(
        "This is no place in a list. Follow a link from one page of the list to the next, or leave "
        "it out to begin at the start."
    )
