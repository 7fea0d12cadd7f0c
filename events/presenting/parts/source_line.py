"""The source of a statement in one line, where the statement stands: who published it and when, its
words, where it is on the web, and in words what of this is not known."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from events.documents.cited import brief, in_brief
from events.documents.shapes import Document, SourceInBrief
from events.presenting.parts.passages import passage
from events.presenting.parts.sources import state_worded, web_address
from events.presenting.wording import Links, Term, Text, chosen, edtf_worded, text_in
from events.vocabulary import CitationStance, SourceState

# A longer quote is cut; the entry has all of it.
MOST_WORDS = 25


@dataclass(frozen=True, slots=True)
class SourceLine:
    """`name`: who published it or, where nobody knows, its title. `url`: where it is on the web, at
    the passage that is quoted; else its page in this record, and it is not `outside`. `lacks`: what
    is not known of it; `more`: how many other sources there are, with where they stand."""

    name: Text
    url: str
    outside: bool
    when: str
    quote: Text
    archive_url: str
    state: Term | None
    lacks: tuple[str, ...]
    more: str
    more_url: str


def source_line(source: SourceInBrief, entry_url: str, links: Links) -> SourceLine:
    """`entry_url`: of the entry that cites it."""
    language, words = links.language, source["quote"]
    address = web_address(source["url"])
    return SourceLine(
        text_in(source["publisher"] or source["title"], source["language"], language),
        passage(address, words) or links.source(source["slug"]),
        bool(address),
        _when(source["published_on"] or "", language),
        text_in(_cut(words), source["quote_language"], language),
        passage(web_address(source["archive_url"]), words),
        None if source["state"] == SourceState.PUBLISHED else state_worded(source["state"]),
        _lacks(
            language,
            publisher=bool(source["publisher"]),
            address=bool(address),
            archive=bool(source["archive_url"]),
            quote=bool(words),
        ),
        _more(source["others"], language),
        f"{entry_url}#sources",
    )


def source_lines(document: Document, basis: Term | None, links: Links) -> SafeString:
    """The line of an entry as HTML, because lists have fifty; and one for the first source that
    contradicts it, which is never left out."""
    entry = links.entry(document["slug"])
    found = in_brief(document)
    lines = [_html(source_line(found, entry, links), basis, links.language)] if found else []
    against = [one for one in document["sources"] if one["stance"] == CitationStance.CONTRADICTS]
    for cited in against[:1]:
        line = source_line(brief(cited, len(against) - 1), entry, links)
        note = Text.of(*chosen(cited["note"], links.language))
        lines.append(_html(line, None, links.language, _heading(links.language), note))
    return SafeString("".join(lines))


def _html(
    line: SourceLine,
    basis: Term | None,
    language: str,
    against: str = "",
    note: Text | None = None,
) -> str:
    parts = [_basis(basis) if basis else "", escape(against), note or ""]
    if line.quote:
        parts.append(f'<q dir="auto">{line.quote}</q>')
    rel = ' rel="noopener nofollow external"' if line.outside else ""
    name = f'<a href="{escape(line.url)}"{rel}>{line.name}</a>'
    if line.state:
        name += f' <span class="status {line.state.tone}">{escape(line.state.label)}</span>'
    parts.append(f"{name}, {escape(line.when)}")
    if line.archive_url:
        words = _archived_copy(language)
        parts.append(f'<a href="{escape(line.archive_url)}"{rel}>{escape(words)}</a>')
    if line.lacks:
        parts.append(f'<span class="lacks">{escape(", ".join(line.lacks))}</span>')
    if line.more:
        parts.append(f'<a href="{escape(line.more_url)}">{escape(line.more)}</a>')
    kind = "source-line against" if against else "source-line"
    return f'<p class="{kind}">{" · ".join(filter(None, parts))}</p>'


def _cut(words: str) -> str:
    terms = words.split()
    return words if len(terms) <= MOST_WORDS else f"{' '.join(terms[:MOST_WORDS])} …"


# Lists cite the same days, and use the same few words, again and again.
@lru_cache(maxsize=2000)
def _when(edtf: str, language: str) -> str:
    with override(language):
        return edtf_worded(edtf) or _("no date given")


@lru_cache(maxsize=200)
def _more(number: int, language: str) -> str:
    if not number:
        return ""
    with override(language):
        said = ngettext("%(number)d more source", "%(number)d more sources", number)
        return said % {"number": number}


@lru_cache(maxsize=100)
def _lacks(
    language: str, *, publisher: bool, address: bool, archive: bool, quote: bool
) -> tuple[str, ...]:
    """What is not known of a source, by what is."""
    with override(language):
        if address:
            where = "" if archive else _("no archived copy")
        else:
            where = _("no address") if archive else _("no address or archived copy")
        said = ("" if publisher else _("no publisher given"), where)
        return tuple(filter(None, (*said, "" if quote else _("no quote on record"))))


@lru_cache(maxsize=20)
def _archived_copy(language: str) -> str:
    with override(language):
        return _("archived copy")


@lru_cache(maxsize=20)
def _heading(language: str) -> str:
    with override(language):
        return _("Contradicted")


@lru_cache(maxsize=100)
def _basis(word: Term) -> str:
    sign = f'<span class="sign" aria-hidden="true">{word.sign}</span>'
    return f'<span class="basis">{sign} {escape(word.label)}</span>'
