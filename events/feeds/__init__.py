"""The record in formats for other programs. Pure writers: they query nothing."""

from events.feeds import atom, calendar, sitemap, tables, timeline
from events.feeds.calendar import MOST_ENTRIES
from events.feeds.formats import ListFormat
from events.feeds.oembed import FORMATS, HEIGHT, WIDTH, Embedding, Thumbnail, element, frame

# In the order in which pages offer them.
LIST_FORMATS = (atom.FORMAT, calendar.FORMAT, tables.FORMAT)

__all__ = [
    "FORMATS",
    "HEIGHT",
    "LIST_FORMATS",
    "MOST_ENTRIES",
    "WIDTH",
    "Embedding",
    "ListFormat",
    "Thumbnail",
    "atom",
    "calendar",
    "element",
    "frame",
    "sitemap",
    "tables",
    "timeline",
]
