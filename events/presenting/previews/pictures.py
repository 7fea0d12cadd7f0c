"""A view as a picture: its lines as far as they fit, and below them whose they are and as of when.
The same layout is written as SVG, in attributes alone, and as PNG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from django.utils.html import escape
from PIL import Image, ImageDraw

from events.presenting.previews.drawing import INK, PAPER, RULE, SOFT, from_right, wrapped
from events.presenting.previews.fonts import BOLD, REGULAR, fitting, font
from events.presenting.previews.lines import PictureLine

WIDTH = 1200
EDGE = 60
INDENT = 30
FOOT = 22
# So high a picture is at the most; a longer view is cut, and says where the rest is.
HIGHEST = 2400
LEADING = 1.3
# How many lines one paragraph may have.
MOST_LINES = 6
USUAL_SIZE = 28
# Where a reader's device lacks the fonts of the picture, another one may be wider.
SLACK = 0.94
FAMILY = "'Source Serif Pro', 'Source Serif 4', Georgia, 'Liberation Serif', serif"


@dataclass(frozen=True, slots=True)
class PictureText:
    """A line of text at its place; `y`: of its upper edge."""

    said: str
    x: int
    y: int
    size: int
    bold: bool
    ink: str

    @property
    def from_right(self) -> bool:
        return from_right(self.said)


@dataclass(frozen=True, slots=True)
class Layout:
    """`dots`: the middle of each, and its colour; `rule`: where the foot begins."""

    height: int
    texts: Sequence[PictureText]
    dots: Sequence[tuple[int, int, str]]
    rule: int


def laid_out(lines: Sequence[PictureLine], foot: Sequence[str], cut: str) -> Layout:
    """`foot`: the source lines; `cut`: what stands where the rest is left out."""
    y, texts, dots = EDGE, [], []
    end = HIGHEST - EDGE - len(foot) * 3 * round(FOOT * LEADING)
    for line in lines:
        made = list(_wrapped(line, y + line.above))
        if made[-1].y + line.size > end:
            texts.append(PictureText(cut, EDGE, y + 20, USUAL_SIZE, False, SOFT))
            y += 20 + round(USUAL_SIZE * LEADING)
            break
        if line.dot:
            dots.append((EDGE + 8, made[0].y + round(line.size * 0.6), line.dot))
        texts += made
        y = made[-1].y + round(line.size * LEADING)
    rule = y + 24
    y = rule + 16
    for said in foot:
        for part in _wrapped(PictureLine(said, FOOT, False, 0, SOFT), y):
            texts.append(part)
            y = part.y + round(FOOT * LEADING)
    return Layout(y + EDGE // 2, texts, dots, rule)


def _wrapped(line: PictureLine, y: int) -> Iterator[PictureText]:
    x = EDGE + (INDENT if line.dot else 0)
    face = font(fitting(line.said, BOLD if line.bold else REGULAR), line.size)
    found, _whole = wrapped(line.said, face, (WIDTH - EDGE - x) * SLACK, MOST_LINES)
    for number, part in enumerate(found):
        place = y + number * round(line.size * LEADING)
        yield PictureText(part, x, place, line.size, line.bold, line.ink)


def as_svg(layout: Layout, title: str, language: str) -> bytes:
    """A file by itself: without styles, which the policy of the site forbids in a page."""
    size = f'width="{WIDTH}" height="{layout.height}"'
    look = f'viewBox="0 0 {WIDTH} {layout.height}" font-family="{FAMILY}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look} role="img" lang="{language}">',
        f"<title>{escape(title)}</title>",
        f'<rect {size} fill="{PAPER}"/>',
        f'<rect width="{WIDTH}" height="8" fill="{INK}"/>',
        *(f'<circle cx="{x}" cy="{y}" r="9" fill="{ink}"/>' for x, y, ink in layout.dots),
        f'<path d="M{EDGE} {layout.rule}H{WIDTH - EDGE}" stroke="{RULE}" stroke-width="2"/>',
    ]
    for text in layout.texts:
        weight = ' font-weight="700"' if text.bold else ""
        x, way = (WIDTH - EDGE, ' direction="rtl"') if text.from_right else (text.x, "")
        parts.append(
            f'<text x="{x}" y="{text.y + round(text.size * 0.95)}" font-size="{text.size}"'
            f'{weight}{way} fill="{text.ink}">{escape(text.said)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""]).encode()


def as_png(layout: Layout) -> bytes:
    return _drawn(layout.height, tuple(layout.texts), tuple(layout.dots), layout.rule)


@lru_cache(maxsize=32)
def _drawn(
    height: int, texts: tuple[PictureText, ...], dots: tuple[tuple[int, int, str], ...], rule: int
) -> bytes:
    image = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 8), fill=INK)
    pen.line((EDGE, rule, WIDTH - EDGE, rule), fill=RULE, width=2)
    for x, y, ink in dots:
        pen.ellipse((x - 9, y - 9, x + 9, y + 9), fill=ink)
    for text in texts:
        face = font(fitting(text.said, BOLD if text.bold else REGULAR), text.size)
        x, anchor = (WIDTH - EDGE, "ra") if text.from_right else (text.x, "la")
        pen.text((x, text.y), text.said, text.ink, face, anchor)
    written = BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()
