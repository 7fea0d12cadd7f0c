"""What surrounds every page: caching, frames for other sites, errors, masthead, sharing."""

from events.views.frame import embed
from events.views.frame.caching import reader_page
from events.views.frame.embed import embeddable, embedded, is_framed, split
from events.views.frame.frame import Entry, Frame
from events.views.frame.masthead import SECTIONS
from events.views.frame.not_yet import not_yet, of_entry, of_name
from events.views.frame.page import Page, Part

__all__ = [
    "SECTIONS",
    "Entry",
    "Frame",
    "Page",
    "Part",
    "embed",
    "embeddable",
    "embedded",
    "is_framed",
    "not_yet",
    "of_entry",
    "of_name",
    "reader_page",
    "split",
]
