"""Where it is written: the citations of an entry."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents import shapes
from events.documents.reading import quote_language
from events.documents.shapes import Document
from events.presenting.wording import Text, closed_lists, edtf_worded, joined, text, text_in
from events.vocabulary import CitationStance


@dataclass(frozen=True, slots=True)
class CitedSource:
    slug: str
    anchor: str
    number: int
    title: Text
    about: SafeString  # publisher, date, language if it is not the reader's, locator
    quote: Text
    note: Text
    url: str
    archive_url: str
    contradicts: bool


def sources(document: Document) -> list[CitedSource]:
    found = []
    for number, citation in enumerate(document["sources"], start=1):
        language = citation["language"]
        found.append(
            CitedSource(
                slug=citation["slug"],
                anchor=f"source-{number}",
                number=number,
                title=text_in(citation["title"], language),
                about=_about(citation),
                quote=text_in(citation["quote"], quote_language(citation)),
                note=text(citation["note"]),
                url=web_address(citation["url"]),
                archive_url=web_address(citation["archive_url"]),
                contradicts=citation["stance"] == CitationStance.CONTRADICTS,
            )
        )
    return found


def _about(citation: shapes.Citation) -> SafeString:
    language = citation["language"]
    foreign = language != get_language()
    parts = [
        text_in(citation["publisher"], language),
        Text.of(edtf_worded(citation["published_on"])),
        Text.of(
            _("in %(language)s") % {"language": closed_lists.language(language)} if foreign else ""
        ),
        Text.of(citation["locator"]),
    ]
    return joined((part for part in parts if part), " · ")


def web_address(url: str | None) -> str:
    """The address if it is a web address: anything else is not linked, whatever the desk let in."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""
