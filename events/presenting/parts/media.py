"""Videos, recordings and documents elsewhere, as links. Nothing of them is loaded with a page."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from events.documents.shapes import Document
from events.presenting.parts.sources import web_address
from events.presenting.wording import Text, closed_lists, text
from events.vocabulary import MediumKind


@dataclass(frozen=True, slots=True)
class WordedMedium:
    """`said`: what it is and where its link leads; `url`: empty for one that was redacted."""

    title: Text
    url: str
    publisher: str
    said: str


def media(document: Document) -> list[WordedMedium]:
    found = []
    for medium in document["media"]:
        url = web_address(medium["url"])
        kind = closed_lists.label(MediumKind, medium["kind"])
        at = {"kind": kind, "host": _host(url)}
        said = _("%(kind)s at %(host)s, opens another site") % at if url else kind
        found.append(WordedMedium(text(medium["title"]), url, medium["publisher"] or "", said))
    return found


def _host(url: str) -> str:
    """The site to which an address leads, as readers know it."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
