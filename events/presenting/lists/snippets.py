"""An entry that a search has found: its title with the words marked, and where else they are.

Each snippet is the piece of one text of the entry around the words. The reader's language comes
first; what exists only in another language is shown in that one and says so.
"""

import html
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.documents.reading import Of, passages
from events.documents.shapes import Document, Texts
from events.presenting.lists.highlights import Match, compose, marked, matches
from events.presenting.lists.items import Item, item
from events.presenting.wording import TAG, TURNS, Links, chosen, render

MOST_SNIPPETS = 3
# How many characters of a text come before the first marked word, and how many there are in all.
BEFORE, LONGEST = 70, 240

LABELS: dict[Of, str | Promise] = {
    "title": _("Title"),
    "summary": "",
    "attribution": _("Speaker"),
    "condition": _("Condition"),
    "place": _("Place"),
    "domains": _("Domain"),
    "earlier_dates": _("Earlier date"),
    "actors": pgettext_lazy("in the entry", "Named"),
    "aliases": _("Also called"),
    "topics": _("Topic"),
    "figures": _("Figure"),
    "pictures": _("Picture"),
    "media": _("Video or document"),
    "roll_call": _("Roll call"),
    "parts": _("Part"),
    "history": _("Status"),
    "steps": _("Step"),
    "quote": _("Quote"),
    "note": _("Note"),
    "sources": _("Source"),
    "process": _("Process"),
    "date": _("Date"),
}
# The names in each of these are shown together, by language.
NAMES = ("actors", "aliases", "topics", "domains")


@dataclass(frozen=True, slots=True)
class Snippet:
    """`label`: what the text is, unless it is the summary."""

    label: str
    html: SafeString
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """`snippets`: none if the title has everything searched for."""

    item: Item
    title: SafeString
    snippets: list[Snippet]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of an entry. `language`: only if it is not the reader's."""

    label: str
    text: str
    language: str | None = None


def hit(document: Document, terms: Collection[str], links: Links) -> Hit:
    """What a list of results shows of an entry. `terms`: normalised words."""
    title, language = chosen(document["title"])
    title = compose(title)
    in_title = matches(title, terms)
    missing = set(terms).difference(match.term for match in in_title)
    snippets: list[Snippet] = []
    for piece in _pieces(document) if missing else ():
        found = matches(piece.text, terms)
        if missing.isdisjoint(match.term for match in found):
            continue
        snippets.append(_snippet(piece, found, missing))
        missing.difference_update(match.term for match in found)
        if not missing or len(snippets) == MOST_SNIPPETS:
            break
    heading = _in_language(marked(title, in_title), title, language)
    return Hit(item(document, links), heading, snippets)


def _snippet(piece: _Piece, found: list[Match], missing: set[str]) -> Snippet:
    first = next(match for match in found if match.term in missing)
    start, end = _window(piece.text, first)
    inside = [
        Match(match.start - start, match.end - start, match.term)
        for match in found
        if start <= match.start and match.end <= end
    ]
    text = piece.text[start:end]
    shown = marked(text, inside)
    if start:
        shown = format_html("… {}", shown)
    if end < len(piece.text):
        shown = format_html("{} …", shown)
    return Snippet(piece.label, _in_language(shown, text, piece.language), piece.language)


def _window(text: str, first: Match) -> tuple[int, int]:
    """The stretch of the text around a match that is shown, cut between words if possible."""
    start = max(first.start - BEFORE, 0)
    if start:
        space = text.find(" ", start - 1, first.start)
        start = space + 1 if space >= 0 else start
    end = min(max(start + LONGEST, first.end), len(text))
    if end < len(text):
        space = text.rfind(" ", first.end, end + 1)
        end = space if space >= 0 else end
    return start, end


def _in_language(shown: SafeString, text: str, language: str | None) -> SafeString:
    if language:
        return format_html('<bdi lang="{}">{}</bdi>', language, shown)
    return format_html("<bdi>{}</bdi>", shown) if TURNS.search(text) else shown


def _pieces(document: Document) -> Iterator[_Piece]:
    """All texts of an entry that a search looks at, in the order in which they would be shown."""
    reader = get_language() or ""
    pieces = [
        _Piece(label, compose(text), language or None) for label, text, language in _texts(document)
    ]
    yield from (
        _Piece(piece.label, piece.text) for piece in pieces if piece.language in (reader, None)
    )
    yield from (piece for piece in pieces if piece.language not in (reader, None))


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    """Label, text and language of each; the language is empty for none in particular."""
    for of, some in groupby(passages(document), key=lambda passage: passage.of):
        label = str(LABELS[of])
        if of in NAMES:
            yield from _listed(label, (passage.texts for passage in some))
            continue
        for passage in some:
            for language, text in passage.texts.items():
                yield label, _plain(text) if of == "summary" else text, language


def _listed(label: str, names: Iterable[Texts]) -> Iterator[tuple[str, str, str]]:
    by_language: dict[str, list[str]] = {}
    for name in names:
        for language, text in name.items():
            by_language.setdefault(language, []).append(text)
    for language, texts in by_language.items():
        yield label, ", ".join(dict.fromkeys(texts)), language


def _plain(markdown: str) -> str:
    return html.unescape(TAG.sub("", render(markdown)))
