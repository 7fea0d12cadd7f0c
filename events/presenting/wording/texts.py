"""Texts of the record in the reader's language, as HTML that is safe to put anywhere."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# Letters written from right to left, and the invisible marks that turn the direction of a line.
TURNS = re.compile(
    r"[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]"
)


class Text(SafeString):
    """A text as HTML. It names its language if that is not the reader's, and does not turn the
    direction of its surroundings. Empty is false.

    `plain`: the same without markup, for attributes and titles. `language`: only if it differs.
    """

    plain: str
    language: str | None

    @classmethod
    def of(cls, plain: str, language: str | None = None) -> "Text":
        html = escape(plain)
        if language and plain:
            html = f'<bdi lang="{escape(language)}">{html}</bdi>'
        elif not plain.isascii() and TURNS.search(plain):
            html = f"<bdi>{html}</bdi>"
        text = cls(html)
        text.plain = plain
        text.language = language
        return text


class Flagged(Text):
    """A text that stands in a page with flags in it. As a string it has none: drawings, titles and
    whatever else can load no picture take it as that, and need no file of the site."""

    with_flags: Callable[[], str]

    @classmethod
    def made(cls, text: str, with_flags: Callable[[], str]) -> "Flagged":
        """The same text with and without flags, both HTML already."""
        made = cls(text)
        made.with_flags = with_flags
        made.plain = text.plain if isinstance(text, Text) else str(text)
        made.language = text.language if isinstance(text, Text) else None
        return made

    def __html__(self) -> SafeString:  # type: ignore[override]
        return SafeString(self.with_flags())


def in_page(text: str) -> str:
    """A text that is HTML already, as it stands in a page: with its flags."""
    return text.with_flags() if isinstance(text, Flagged) else text


def chosen(texts: Mapping[str, str] | None, reader: str = "") -> tuple[str, str | None]:
    """The text in the reader's language; or else the first one there is, and its language.

    `reader`: the language, if it is known already.
    """
    if not texts:
        return "", None
    reader = reader or get_language() or ""
    if reader in texts:
        return texts[reader], None
    language = next(iter(texts))
    return texts[language], language


def text(texts: Mapping[str, str] | None, reader: str = "") -> Text:
    """A translated text of a document, in the reader's language where it exists."""
    return Text.of(*chosen(texts, reader))


def name(texts: Mapping[str, str] | None, reader: str = "") -> Text:
    """The same for a name: the record has few of them and repeats them again and again."""
    return _name(*chosen(texts, reader))


_name = lru_cache(maxsize=8192)(Text.of)


def called(
    then: Mapping[str, str] | None, today: Mapping[str, str] | None, reader: str = ""
) -> Text:
    """What somebody was called on a day, and is called today where that is given and reads
    otherwise: “Swaziland (today Eswatini)”."""
    was, now = name(then, reader), name(today, reader)
    if not now or was.plain == now.plain:
        return was
    form = _("%(name)s (today %(today)s)")
    both = Text(form % {"name": was, "today": now})
    both.plain = form % {"name": was.plain, "today": now.plain}
    both.language = None
    return both


def text_in(plain: str | None, language: str, reader: str = "") -> Text:
    """A text that exists in one language only, such as a quote."""
    foreign = language != (reader or get_language())
    return Text.of(plain or "", language if foreign else None)


def enumerated(texts: Sequence[str]) -> SafeString:
    """Texts that are HTML already, as a sentence names several: “A, B and C”."""
    *first, last = texts or [""]
    return SafeString(escape(_(" and ")).join([", ".join(first), last] if first else [last]))


def joined(texts: Iterable[str], joint: str = ", ") -> SafeString:
    """Texts that are HTML already, joined, with their flags if they have any."""
    sign, several = escape(joint), list(texts)
    without = sign.join(several)
    if not any(isinstance(one, Flagged) for one in several):
        return SafeString(without)
    return Flagged.made(without, lambda: sign.join(map(in_page, several)))
