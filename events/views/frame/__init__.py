"""What surrounds every page: caching, frames for other sites, errors, masthead, sharing."""

from events.views.frame import embed
from events.views.frame.caching import CACHE_CONTROL, reader_page
from events.views.frame.embed import embeddable, embedded, is_framed, split
from events.views.frame.frame import Frame, ShownEntry
from events.views.frame.masthead import SECTIONS
from events.views.frame.not_yet import missing_entry, missing_name, not_yet
from events.views.frame.page import Fragment, Page

__all__ = [
    "CACHE_CONTROL",
    "SECTIONS",
    "Fragment",
    "Frame",
    "Page",
    "ShownEntry",
    "embed",
    "embeddable",
    "embedded",
    "is_framed",
    "missing_entry",
    "missing_name",
    "not_yet",
    "reader_page",
    "split",
]
