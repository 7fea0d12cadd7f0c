"""What a drawing is put on: shapes and texts for the eye, and over them lists of marks that can be
reached by pointer, key and screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from events.presenting.drawing.letters import width_of, wrapped

# In pixels: the size of most texts, from line to line, and of the smallest target.
SIZE = 12
LINE = 14
TARGET = 24
# Of the size, how far letters reach above and below the foot of a line.
ASCENT, DESCENT = 0.8, 0.22


@dataclass(frozen=True, slots=True)
class Box:
    """What a text takes up, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that can be reached: around its middle, in pixels. `entry`: the number of its entry,
    None for what leads elsewhere; `said`: its name; `url`: where it leads."""

    x: float
    y: float
    width: float
    height: float
    said: str
    url: str
    entry: int | None = None


@dataclass(slots=True)
class MarkList:
    """A band, as a list with a name."""

    name: str
    spots: list[Spot] = field(default_factory=list)


class Canvas:
    """`written`: the boxes of all texts. `y`: how far down the drawing has come."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.y = 0.0
        self.ink: list[str] = []
        self.written: list[Box] = []
        self.lists: list[MarkList] = []

    def draw(self, shape: str) -> None:
        self.ink.append(shape)

    def line(self, x1: float, y1: float, x2: float, y2: float, name: str) -> None:
        self.ink.append(f'<path class="{name}" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>')

    def bar(self, left: float, right: float, y: float, height: float, name: str) -> None:
        if right > left:
            self.ink.append(
                f'<rect class="{name}" x="{left:.1f}" y="{y - height / 2:.1f}"'
                f' width="{right - left:.1f}" height="{height:g}"/>'
            )

    def box_of(
        self, x: float, y: float, text: str, anchor: str, size: int, *, bold: bool = False
    ) -> Box:
        """What a line of text with its foot at `y` would take up."""
        width = width_of(text, size, bold=bold)
        left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
        return Box(left, y - size * ASCENT, left + width, y + size * DESCENT)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        name: str = "",
        anchor: str = "start",
        size: int = SIZE,
        *,
        bold: bool = False,
        language: str | None = None,
    ) -> Box:
        """A line of text with its foot at `y`."""
        box = self.box_of(x, y, text, anchor, size, bold=bold)
        self.written.append(box)
        named = f' class="{name}"' if name else ""
        turned = f' text-anchor="{anchor}"' if anchor != "start" else ""
        tongue = f' lang="{escape(language)}"' if language else ""
        self.ink.append(
            f'<text{named} x="{x:.1f}" y="{y:.1f}"{turned}{tongue}>'
            f"{escape(text, quote=False)}</text>"
        )
        return box

    def pair(
        self,
        x: float,
        y: float,
        first: str,
        second: str,
        anchor: str = "start",
        size: int = SIZE,
        *,
        apart: float = 6.0,
    ) -> Box:
        """A name in bold and something softer after it, on one line."""
        width = width_of(first, size, bold=True) + apart + width_of(second, SIZE)
        left = x - width if anchor == "end" else x
        box = Box(left, y - size * ASCENT, left + width, y + size * DESCENT)
        self.written.append(box)
        turned = ' text-anchor="end"' if anchor == "end" else ""
        self.ink.append(
            f'<text x="{x:.1f}" y="{y:.1f}"{turned}><tspan class="place">'
            f'{escape(first, quote=False)}</tspan><tspan class="soft" dx="{apart:g}">'
            f"{escape(second, quote=False)}</tspan></text>"
        )
        return box

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        name: str = "",
        anchor: str = "start",
        *,
        bold: bool = False,
        language: str | None = None,
    ) -> None:
        """Lines of text, the first with its foot at `y`."""
        for number, line in enumerate(lines):
            self.text(x, y + number * LINE, line, name, anchor, bold=bold, language=language)

    def is_free(self, box: Box, gap: float = 3.0) -> bool:
        """Whether no text stands there. Texts that were written last are looked at first."""
        return not any(box.meets(other, gap) for other in reversed(self.written))

    def list_of(self, name: str) -> MarkList:
        found = MarkList(name)
        self.lists.append(found)
        return found


def row_name(text: str, most: float, *, bold: bool = False) -> Sequence[str]:
    """The name of a row in as many lines as it needs; nothing is cut."""
    return wrapped(text, most, SIZE, bold=bold)
