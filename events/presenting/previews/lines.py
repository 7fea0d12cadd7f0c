"""The lines of a page as a picture has them, read from what the page itself says in its main part:
a picture never says anything else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from events.presenting.previews.drawing import INK, SOFT
from events.vocabulary import TRAITS, Stance

# Colours on light paper, as in `static/site/site.css`.
STANCES: Mapping[str, str] = {
    Stance.SUPPORTS: "#0b5394",
    Stance.CONDITIONAL: "#2c6b83",
    Stance.UNDECIDED: "#625c50",
    Stance.OPPOSES: "#a8430a",
    Stance.ABSTAINED: "#5a6200",
    Stance.DID_NOT_VOTE: "#7a4a5a",
}
DOTS = {f"kind-{kind}": traits.colour for kind, traits in TRAITS.items()}
VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr", "source"))
# What is of use on a page only, or drawn there.
LEFT_OUT = frozenset(
    ("nav", "form", "script", "svg", "button", "select", "footer", "details", "thead")
)
NOT_SHOWN = frozenset(
    (
        *("unseen", "hint", "legend", "months", "more", "earlier", "none", "controls", "past"),
        *("summary", "as-wide", "empty-place", "turns", "slider", "versions"),
    )
)
BLOCKS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th", "tr", "div", "section"),
        *("caption", "blockquote", "figcaption", "article", "header", "ul", "ol", "dl"),
        "table",
    )
)
# Size, whether it is bold, and the room above it.
HEADINGS = {"h1": (46, True, 0), "h2": (34, True, 26), "h3": (30, True, 6), "th": (30, True, 22)}
USUAL = (28, False, 4)
SMALL = (24, False, 4)
QUIET = frozenset(("note", "when", "excerpt", "about", "age", "committed", "aside"))


@dataclass(frozen=True, slots=True)
class PictureLine:
    """`above`: the room above it; `dot`: the colour of a dot before it, if there is one."""

    said: str
    size: int
    bold: bool
    above: int
    ink: str = INK
    dot: str = ""


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    classes: frozenset[str]
    hidden: bool


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[_Open] = []
        self.lines: list[PictureLine] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            if tag == "br":
                self._flush()
            return
        if tag in BLOCKS:
            self._flush()
        given = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        hidden = bool(
            (self.open and self.open[-1].hidden)
            or tag in LEFT_OUT
            or "hidden" in given
            or classes & NOT_SHOWN
            or (given.get("aria-hidden") and not self._is_sign(classes))
        )
        if tag == "main" or self.open:
            self.open.append(_Open(tag, classes, hidden))

    def _is_sign(self, classes: frozenset[str]) -> bool:
        """Whether it is that of a stance. That of a basis is told in words as well."""
        return "sign" in classes and "basis" not in self.open[-1].classes

    def handle_endtag(self, tag: str) -> None:
        if not self.open:
            return
        if tag in BLOCKS:
            self._flush()
        while self.open:
            if self.open.pop().tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1].hidden:
            self.words.append(data)

    def _flush(self) -> None:
        said = re.sub(r"\s+", " ", "".join(self.words)).strip()
        said = re.sub(r" ([,.;:])", r"\1", said)
        self.words = []
        if said and self.open:
            self.lines.append(self._styled(said))

    def _styled(self, said: str) -> PictureLine:
        classes = frozenset().union(*(one.classes for one in self.open[-3:]))
        tag = next((one.tag for one in reversed(self.open) if one.tag in HEADINGS), "")
        size, bold, above = HEADINGS.get(tag, SMALL if classes & QUIET else USUAL)
        ink = SOFT if classes & QUIET and not tag else INK
        ink = next((colour for stance, colour in STANCES.items() if stance in classes), ink)
        kinds = [one for part in self.open for one in part.classes if one.startswith("kind-")]
        dot = ""
        if kinds and "when" in classes:
            colour = next(
                (t.colour for kind, t in TRAITS.items() if f"kind-{kind}" == kinds[-1]), ""
            )
            dot, above = colour, 20
        return PictureLine(said, size, bold, above, ink, dot)


def lines_of(html: str) -> list[PictureLine]:
    """The lines of the main part of a page, from its HTML."""
    return _Reader(html).lines
