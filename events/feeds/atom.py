"""An Atom feed (RFC 4287, paged as in RFC 5005) of published versions and of withdrawals (as in RFC
6721), newest first.

The date of what an entry is about is seldom that of its publication. It is given in words in the
summary, as precisely as it is known; `updated` is when the version was published.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from xml.etree import ElementTree as ET

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.documents.shapes import Document, Published, Texts
from events.feeds.formats import ListFormat
from events.feeds.xml import LANGUAGE, document, element
from events.imprint import imprint
from events.presenting.lists import item, line_of
from events.presenting.parts import sources
from events.presenting.wording import Links, chosen, closed_lists, render_linked, text
from events.public import timestamp

ATOM = "http://www.w3.org/2005/Atom"
FORMAT = ListFormat("feed", "application/atom+xml", gettext_lazy("Feed (Atom)"))

TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"

ET.register_namespace("", ATOM)
ET.register_namespace("at", TOMBSTONES)

Absolute = Callable[[str], str]


@dataclass(frozen=True)
class AtomEntry:
    """`document`: that of the version. `first`: when the entry was first published."""

    document: Published
    published_at: datetime
    first: datetime


@dataclass(frozen=True)
class Withdrawal:
    """`note`: what readers were told."""

    uid: UUID
    slug: str
    at: datetime
    note: Texts


@dataclass(frozen=True)
class Feed:
    """Addresses are absolute. `id`: the address of the feed without its paging; `api`: the root of
    the API, whose lists are the schemes of the categories."""

    id: str
    title: str
    subtitle: str
    site: str
    api: str
    language: str
    updated: datetime
    links: dict[str, str] = field(default_factory=dict)
    entries: list[AtomEntry | Withdrawal] = field(default_factory=list)


def render(feed: Feed, links: Links, absolute: Absolute) -> bytes:
    """`feed.links`: by their relation; `alternate` is the page of the site with the same view."""
    root = ET.Element(_tag("feed"), {LANGUAGE: feed.language})
    element(root, _tag("id"), feed.id)
    element(root, _tag("title"), feed.title)
    element(root, _tag("subtitle"), feed.subtitle)
    element(root, _tag("updated"), timestamp(feed.updated))
    for relation, url in feed.links.items():
        kind = "text/html" if relation == "alternate" else "application/atom+xml"
        element(root, _tag("link"), rel=relation, type=kind, href=url)
    told = imprint()
    element(element(root, _tag("author")), _tag("name"), told.publisher or feed.site)
    if told.licence:
        element(root, _tag("rights"), " ".join(dict.fromkeys((told.licence, told.licence_url))))
    for relation, url in told.links.items():
        element(root, _tag("link"), rel=relation, href=url)
    for entry in feed.entries:
        if isinstance(entry, Withdrawal):
            _withdrawal(root, entry, links, absolute)
        else:
            _entry(root, feed, entry, links, absolute)
    return document(root)


def _withdrawal(root: ET.Element, gone: Withdrawal, links: Links, absolute: Absolute) -> None:
    """A program that keeps the entry removes it; a reader learns when and why it was withdrawn."""
    found = element(
        root, f"{{{TOMBSTONES}}}deleted-entry", ref=f"urn:uuid:{gone.uid}", when=timestamp(gone.at)
    )
    note, language = chosen(gone.note)
    comment = element(found, f"{{{TOMBSTONES}}}comment", note or _("withdrawn, without a note"))
    if language:
        comment.set(LANGUAGE, language)
    history = absolute(links.page("history", gone.slug))
    element(found, _tag("link"), rel="alternate", type="text/html", href=history)


def _entry(
    root: ET.Element, feed: Feed, entry: AtomEntry, links: Links, absolute: Absolute
) -> None:
    record = entry.document
    found = element(root, _tag("entry"))
    element(found, _tag("id"), f"urn:uuid:{record['id']}")
    _translated(found, "title", chosen(record["title"]))
    element(found, _tag("updated"), timestamp(entry.published_at))
    element(found, _tag("published"), timestamp(entry.first))
    page = links.entry(record["slug"])
    element(found, _tag("link"), rel="alternate", type="text/html", href=absolute(page))
    for term, scheme, label in categories(record):
        element(found, _tag("category"), term=term, scheme=feed.api + scheme, label=label)
    element(found, _tag("summary"), _summary(record, links, absolute), type="html")


def _translated(parent: ET.Element, name: str, text: tuple[str, str | None]) -> None:
    said, language = text
    found = element(parent, _tag(name), said, type="text")
    if language:
        found.set(LANGUAGE, language)


def categories(record: Document) -> Iterable[tuple[str, str, str]]:
    """Term, scheme (a list of the API) and label, for the kind and for each topic."""
    yield record["kind"], "entries/", closed_lists.kind(record["kind"]).label
    for topic in record["topics"]:
        yield topic["slug"], "topics/", chosen(topic["name"])[0]


def _summary(record: Published, links: Links, absolute: Absolute) -> SafeString:
    """HTML that is complete in itself: date, what is known of the entry, text, sources, version."""
    shown = item(record, links)
    text, language = chosen(record["summary"])
    when = format_html("{} ({})", shown.label, shown.mark) if shown.mark else shown.label
    parts = [shown.kind.label, when]
    if shown.status:
        parts.append(shown.status.label)
    if shown.stance:
        parts.append(shown.stance.label)
    if shown.basis:
        parts.append(shown.basis.label)
    parts += [warning.label for warning in shown.warnings]
    first = format_html("<p>{}</p>", format_html_join(" · ", "{}", ((part,) for part in parts)))
    # Without addresses of pages and files, which would not lead there from elsewhere.
    named = line_of(record, links)
    second = SafeString(f"<p>{named}</p>") if named else ""
    body = render_linked(text, lambda slug: absolute(links.entry(slug)))
    if body:
        attribute = format_html(' lang="{}"', language) if language else ""
        body = format_html('<div{} dir="auto">{}</div>', attribute, body)
    cited = format_html_join("; ", "{}", ((source.called,) for source in sources(record)))
    last = format_html("<p>{} {}</p>", _("Sources:"), cited) if cited else ""
    return SafeString("".join([first, second, body, last, _version(record, links, absolute)]))


def _version(record: Published, links: Links, absolute: Absolute) -> SafeString:
    """Which version it is, its permanent address, and why there is a new one."""
    number, note = record["version"]["number"], text(record["version"]["note"])
    url = absolute(links.page("version", record["slug"], str(number)))
    named = _("Version %(number)d") % {"number": number}
    link = format_html('<a href="{}">{}</a>', url, named)
    if note:
        return format_html('<p>{}: <span dir="auto">{}</span></p>', link, note)
    return format_html("<p>{}</p>", link)


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"
