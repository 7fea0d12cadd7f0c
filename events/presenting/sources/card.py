"""What is known of a source, and what is not; and how to cite it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from events import dates
from events.documents import shapes
from events.presenting.parts import (
    SourceIdentifier,
    SourceNotice,
    doi_address,
    identifiers,
    languages_worded,
    notice,
    web_address,
)
from events.presenting.wording import Text, ago, closed_lists, edtf_worded, text_in
from events.vocabulary import SourceAccess


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What is empty is not known. `age`: how long before the reader's day it was published; `host`:
    where the address leads; `citation`: as plain text."""

    slug: str
    title: Text
    notice: SourceNotice | None
    authors: list[str]
    publisher: Text
    published: str
    age: str
    languages: str
    url: str
    archive_url: str
    access: str
    identifiers: list[SourceIdentifier]
    citation: str


def card(source: shapes.Source, day: date) -> SourceCard:
    language = source["languages"][0]
    return SourceCard(
        slug=source["slug"],
        title=text_in(source["title"], language),
        notice=notice(source),
        authors=source["authors"],
        publisher=text_in(source["publisher"], language),
        published=edtf_worded(source["published_on"]),
        age=_age(source["published_on"], day),
        languages=languages_worded(source["languages"]),
        url=web_address(source["url"]),
        archive_url=web_address(source["archive_url"]),
        access=closed_lists.label(SourceAccess, source["access"]),
        identifiers=identifiers(source),
        citation=cited_in_words(source),
    )


def cited_in_words(source: shapes.Source) -> str:
    """A citation of the source itself, in the reader's language, of what is known: “Authors:
    ‘Title’. Publisher, date. Address. Archived copy: address”."""
    title = _("“%(title)s”") % {"title": source["title"]}
    authors = ", ".join(source["authors"])
    published = ", ".join(
        [
            source["publisher"] or _("no publisher given"),
            edtf_worded(source["published_on"]) or _("no date given"),
        ]
    )
    url, archive = web_address(source["url"]), web_address(source["archive_url"])
    where = [url or doi_address(source["doi"] or "")]
    if archive:
        where.append(_("Archived copy: %(url)s") % {"url": archive})
    said = [f"{authors}: {title}" if authors else title, published, *filter(None, where)]
    return ". ".join(said)


def _age(edtf: str | None, day: date) -> str:
    try:
        return ago(dates.certainty.since(dates.parse(edtf)), day) if edtf else ""
    except ValueError:
        return ""
