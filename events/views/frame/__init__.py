"""What surrounds every page: caching, frames for other sites, errors, masthead, sharing."""

from events.views.frame import accents, embed, look
from events.views.frame.caching import CACHE_CONTROL, TAKES, reader_page
from events.views.frame.downloads import Download, absolute, download
from events.views.frame.embed import EMBEDDABLE, embeddable, embedded, is_framed, split, within
from events.views.frame.frame import Frame, ShownEntry
from events.views.frame.look import Look, look_of
from events.views.frame.masthead import SECTIONS
from events.views.frame.not_yet import missing_entry, missing_name, not_yet
from events.views.frame.page import Fragment, Page, show
from events.views.frame.refusing import refused

__all__ = [
    "CACHE_CONTROL",
    "EMBEDDABLE",
    "SECTIONS",
    "TAKES",
    "Download",
    "Fragment",
    "Frame",
    "Look",
    "Page",
    "ShownEntry",
    "absolute",
    "accents",
    "download",
    "embed",
    "embeddable",
    "embedded",
    "is_framed",
    "look",
    "look_of",
    "missing_entry",
    "missing_name",
    "not_yet",
    "reader_page",
    "refused",
    "show",
    "split",
    "within",
]
