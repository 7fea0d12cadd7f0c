"""The record in formats for other programs. Pure writers: they query nothing."""

from events.feeds import atom, calendar, sitemap
from events.feeds.calendar import MOST_ENTRIES
from events.feeds.oembed import FORMATS, HEIGHT, WIDTH, Embedding, Thumbnail, frame

__all__ = [
    "FORMATS",
    "HEIGHT",
    "MOST_ENTRIES",
    "WIDTH",
    "Embedding",
    "Thumbnail",
    "atom",
    "calendar",
    "frame",
    "sitemap",
]
