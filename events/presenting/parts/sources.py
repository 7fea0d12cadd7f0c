"""Where it is written: the citations of an entry, and what has become of their sources."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents import shapes
from events.documents.reading import quote_language
from events.documents.shapes import Document
from events.presenting.parts.passages import passage
from events.presenting.wording import (
    Links,
    Term,
    Text,
    chosen,
    closed_lists,
    edtf_worded,
    joined,
    text,
    text_in,
)
from events.vocabulary import CitationStance, SourceAccess, SourceState

TONES = {SourceState.CORRECTED: "mixed", SourceState.RETRACTED: "wrong"}
# URNs of the libraries of these countries have one place that knows all of them.
RESOLVED = ("urn:nbn:de:", "urn:nbn:at:", "urn:nbn:ch:")


@dataclass(frozen=True, slots=True)
class SourceIdentifier:
    """`url`: where it leads, if anywhere."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class SourceNotice:
    """That a source was corrected or retracted. `by`: the source that says so; `url`: where that
    is on the web."""

    state: Term
    since: str
    note: Text
    by: Text
    url: str


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as an entry cites it. `about`: authors, publisher, date, languages if they are not
    the reader's alone, locator, what a reader needs to read it. `url`, `archive_url`: empty where
    there is none; of what is quoted, they lead to the passage. `page`: what became of it, in this
    record; empty where no links are given. `missing`: what is not known of it, in words. `notice`:
    None if it is as it was published."""

    slug: str
    anchor: str
    number: int
    title: Text
    about: SafeString
    quote: Text
    note: Text
    url: str
    archive_url: str
    page: str
    missing: list[str]
    contradicts: bool
    identifiers: list[SourceIdentifier]
    notice: SourceNotice | None

    @property
    def called(self) -> SafeString:
        """Its title where only titles are listed: “The Gazette (Retracted)”."""
        if self.notice is None:
            return self.title
        return format_html("{} ({})", self.title, self.notice.state.label)


def sources(document: Document, links: Links | None = None) -> list[CitedSource]:
    found = []
    for number, citation in enumerate(document["sources"], start=1):
        language = citation["languages"][0]
        found.append(
            CitedSource(
                slug=citation["slug"],
                anchor=f"source-{number}",
                number=number,
                title=text_in(citation["title"], language),
                about=_about(citation),
                quote=text_in(citation["quote"], quote_language(citation)),
                note=text(citation["note"]),
                url=passage(web_address(citation["url"]), citation["quote"]),
                archive_url=passage(web_address(citation["archive_url"]), citation["quote"]),
                page=links.source(citation["slug"]) if links else "",
                missing=missing(citation),
                contradicts=citation["stance"] == CitationStance.CONTRADICTS,
                identifiers=identifiers(citation),
                notice=notice(citation),
            )
        )
    return found


def missing(source: shapes.Source) -> list[str]:
    """What is not known of a source, in words, for whoever looks for it."""
    known = {
        _("no publisher given"): source["publisher"],
        _("no date given"): source["published_on"],
        _("no address"): source["url"] or source["doi"],
        _("no archived copy"): source["archive_url"],
    }
    return [words for words, value in known.items() if not value]


def notice(source: shapes.Source) -> SourceNotice | None:
    """What readers are told of a source that was corrected or retracted."""
    state, by = source["state"], source["state_source"]
    if state == SourceState.PUBLISHED:
        return None
    return SourceNotice(
        state_worded(state),
        edtf_worded(source["state_date"]),
        text(source["state_note"]),
        text_in(by["title"], by["language"]) if by else Text.of(""),
        web_address(by["url"]) if by else "",
    )


def state_worded(state: str) -> Term:
    """What has become of a source."""
    label = closed_lists.label(SourceState, state)
    return Term(state, label, TONES.get(SourceState(state), ""))


def notice_worded(source: shapes.Source) -> str:
    """The same as one text without markup: “Retracted 3 May 2026: The figures were invented”.
    Empty for a source that is as it was published."""
    if source["state"] == SourceState.PUBLISHED:
        return ""
    label = closed_lists.label(SourceState, source["state"])
    said = " ".join(filter(None, [label, edtf_worded(source["state_date"])]))
    return ": ".join(filter(None, [said, chosen(source["state_note"])[0]]))


def identifiers(source: shapes.Source) -> list[SourceIdentifier]:
    """What a source is known by, with addresses that are made here and kept nowhere."""
    doi, isbn, urn = source["doi"] or "", source["isbn"] or "", source["urn"] or ""
    resolver = "https://nbn-resolving.org/" if urn.lower().startswith(RESOLVED) else ""
    found = [
        SourceIdentifier("DOI", doi, doi_address(doi)),
        SourceIdentifier("ISBN", isbn, ""),
        SourceIdentifier("URN", urn, resolver and resolver + quote(urn, safe=":/-._~")),
    ]
    return [identifier for identifier in found if identifier.value]


def doi_address(doi: str) -> str:
    return doi and "https://doi.org/" + quote(doi, safe="/:;().-_~")


def web_address(url: str | None) -> str:
    """The address if it is a web address: anything else is not linked, whatever the desk let in."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _about(citation: shapes.Citation) -> SafeString:
    parts = [
        *(Text.of(author) for author in citation["authors"]),
        text_in(citation["publisher"], citation["languages"][0]),
        Text.of(edtf_worded(citation["published_on"])),
        Text.of(languages_worded(citation["languages"])),
        Text.of(citation["locator"]),
        Text.of(closed_lists.label(SourceAccess, citation["access"])),
    ]
    return joined((part for part in parts if part), " · ")


def languages_worded(tags: list[str]) -> str:
    """“in French and German”; empty if it is in the reader's language and no other."""
    if tags == [get_language()]:
        return ""
    *others, last = [closed_lists.language(tag) for tag in tags]
    if not others:
        return _("in %(language)s") % {"language": last}
    return _("in %(languages)s and %(last)s") % {"languages": ", ".join(others), "last": last}
