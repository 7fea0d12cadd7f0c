"""What stands around every page: caching, frames for other sites, errors, masthead, sharing."""

from events.views.frame import embed
from events.views.frame.caching import reader_page
from events.views.frame.embed import embeddable, embedded, is_framed, split

__all__ = [
    "embed",
    "embeddable",
    "embedded",
    "is_framed",
    "reader_page",
    "split",
]
