"""Shapes as SVG. Text of the record is escaped here; everything else is our own."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.presenting.drawing.fades import Fade, definitions
from events.presenting.drawing.lanes import BAND_ROW, LaneLayout, Mark
from events.presenting.drawing.marks import End, Shape
from events.presenting.drawing.scale import Window
from events.presenting.drawing.spans import Span
from events.presenting.drawing.ticks import ticks

# In pixels: the space at the top for the word “today”, and at the bottom for the axis.
TOP = 22
AXIS = 30
# Half the height of a bar.
HALF = 4
# The least width of a drawing, in pixels, on a phone and where there is more room. The style sheet
# shows the version for the width available.
WIDTHS = {"narrow": 270, "wide": 620}
WIDTHS_OF_TITLES = WIDTHS | {"widest": 1000}
FADES = "lr"
# The width of a character of a title, in pixels.
CHARACTER = 7.5

# The attributes of a link to a window.
Link = Callable[[Window], str]
# By fade, the name of its mask and the mask.
Fading = Mapping[Fade, tuple[str, str]]

# A fade for an unknown end on each side and on both; an arrow for what goes on; half a point for
# “by then”.
DEFS = (
    "<defs>"
    + "".join(
        f'<linearGradient id="d-g{name}">{stops}</linearGradient><mask id="d-{name}"'
        f' maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#d-g{name})"/>'
        "</mask>"
        for name, stops in {
            "l": '<stop stop-color="#000"/><stop offset=".5" stop-color="#fff"/>',
            "r": '<stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#000"/>',
            "lr": '<stop stop-color="#000"/><stop offset=".3" stop-color="#fff"/>'
            '<stop offset=".7" stop-color="#fff"/><stop offset="1" stop-color="#000"/>',
        }.items()
    )
    + '<path id="d-on" d="M-8-5 0 0-8 5z"/><path id="d-by" d="M0-6a6 6 0 0 0 0 12z"/></defs>'
)


def marks(
    spans: Sequence[Span],
    layout: LaneLayout,
    window: Window,
    names: Mapping[str, str],
    kinds: Mapping[str, str],
    today: int,
    link: Link,
    target: str = "",
) -> SafeString:
    """Lanes with a mark for each entry. `names`: of the lanes; `kinds`: of the kinds of entry.
    `target`: an attribute of the links to entries."""
    begin = TOP + len(layout.bands) * BAND_ROW
    height = begin + layout.height
    fading = _fading(layout)
    parts = [opened("drawn", "drawing-name", window, height + AXIS), DEFS]
    parts += [mask for _name, mask in fading.values()]
    parts += axis(window, height, link)
    parts += [_band_behind(shape, height, fading) for number, shape in layout.bands]
    behind = Counter(key for number, _shape in layout.bands for key in spans[number].lanes)
    for lane in layout.lanes:
        marked = len(lane.marks) + behind[lane.key]
        parts.append(lane_named(lane.key, begin + lane.top, names[lane.key], str(marked)))
    parts += mark_today(window, height, today)
    drawn: dict[int, list[str]] = {}
    for row, (number, shape) in enumerate(layout.bands):
        drawn[number] = [_band(shape, spans[number], TOP + row * BAND_ROW, fading)]
    for lane in layout.lanes:
        for mark in lane.marks:
            drawn.setdefault(mark.entry, []).extend(_mark(mark, begin, fading))
    parts.append('<g class="marks">')
    for number in sorted(drawn):
        span = spans[number]
        name = escape(f"{span.label}: {span.title} ({kinds[span.kind]})", quote=False)
        parts.append(
            f'<a class="kind-{span.kind}" href="{escape(span.url)}"{target}>'
            f"<title>{name}</title>{''.join(drawn[number])}</a>"
        )
    parts.append("</g></svg>")
    return mark_safe("".join(parts))


def axis(window: Window, height: float, link: Link, begin: int = TOP) -> list[str]:
    """Vertical lines, with names below that lead into the stretch that they name; one set for
    phones and one for where there is more room."""
    parts = []
    for name, width in WIDTHS.items():
        parts.append(f'<g class="axis {name}">')
        for tick in ticks(window, width):
            x = f"{tick.x:.2f}%"
            parts.append(
                f'<line x1="{x}" x2="{x}" y1="{begin}" y2="{height + 8:g}"/>'
                f"<a {link(tick.window)}>"
                f'<text x="{x}" dx="4" y="{height + 20:g}">{escape(tick.label)}</text></a>'
            )
        parts.append("</g>")
    return parts


def opened(name: str, label: str, window: Window, height: float) -> str:
    """`label`: the id of what names it. The days are for a script that chooses some of them."""
    return (
        f'<svg class="{name}" width="100%" height="{height:g}" role="group"'
        f' aria-labelledby="{label}" data-first="{window.first_day}" data-days="{window.days}">'
    )


def lane_named(key: str, top: float, name: str, number: str) -> str:
    return (
        f'<g class="lane kind-{escape(key)}"><line x1="0" x2="100%" y1="{top:g}" y2="{top:g}"/>'
        f'<text x="0" y="{top + 15:g}">{escape(name, quote=False)}'
        f' <tspan class="number">{number}</tspan></text></g>'
    )


def mark_today(window: Window, height: float, today: int) -> list[str]:
    if not window.holds(today):
        return []
    at = (window.place(today) + window.place(today + 1)) / 2
    x = f"{at:.2f}%"
    anchor = "start" if at < 10 else "end" if at > 90 else "middle"
    line = f'<line x1="{x}" x2="{x}" y1="{TOP - 4}" y2="{height:g}"/>'
    name = escape(_("today"))
    text = f'<text x="{x}" y="{TOP - 8}" text-anchor="{anchor}">{name}</text>'
    return [f'<g class="today">{line}{text}</g>']


def _fading(layout: LaneLayout) -> Fading:
    shapes = [shape for _number, shape in layout.bands]
    shapes += [mark.shape for lane in layout.lanes for mark in lane.marks]
    return definitions(shape.fade for shape in shapes if shape.fade)


def _mark(mark: Mark, begin: float, fading: Fading) -> list[str]:
    shape, y = mark.shape, begin + mark.y
    if shape.point:
        doubt = ' class="doubt"' if shape.uncertain else ""
        return [f'<circle{doubt} cx="{mark.middle:.2f}%" cy="{y:g}" r="5"/>']
    if shape.bound:
        return _bound(shape, y)
    parts = [_bar(shape, y - HALF, 2 * HALF, fading)]
    if shape.ends is End.OPEN:
        parts.append(f'<use href="#d-on" x="100%" y="{y:g}"/>')
    return parts


def _bound(shape: Shape, y: float) -> list[str]:
    """Half a point on the last possible day; how much earlier it was is not known."""
    tail = (
        f'<rect class="tail" x="0" y="{y - 1:g}" width="{shape.right:.2f}%" height="2"'
        ' mask="url(#d-l)"/>'
    )
    if shape.ends is End.KNOWN or shape.ends is End.ABOUT:
        return [tail, f'<use href="#d-by" x="{shape.right:.2f}%" y="{y:g}"/>']
    return [tail]


def _bar(shape: Shape, top: float, height: float, fading: Fading) -> str:
    name = "d-" + "".join(
        side
        for side, end in zip(FADES, (shape.begins, shape.ends), strict=True)
        if end in (End.UNKNOWN, End.OPEN)
    )
    if shape.fade:
        name, _mask = fading[shape.fade]
    mask = f' mask="url(#{name})"' if name != "d-" else ""
    doubt = ' class="doubt"' if shape.uncertain else ""
    return (
        f'<rect{doubt} x="{shape.left:.2f}%" y="{top:g}" width="{shape.right - shape.left:.2f}%"'
        f' height="{height:g}" rx="2"{mask}/>'
    )


def _band_behind(shape: Shape, height: float, fading: Fading) -> str:
    band = _bar(shape, TOP, height - TOP, fading).replace("<rect", '<rect class="band"', 1)
    return band.replace('class="band" class="doubt"', 'class="band doubt"', 1)


def _cut(title: str, most: int) -> str:
    return title if len(title) <= most else f"{title[: most - 1]}…"


def _band(shape: Shape, span: Span, top: float, fading: Fading) -> str:
    """The name of a band in a row of its own, above a line as long as the band. It begins where the
    band does, or ends where the band ends if that leaves more room, and is cut to fit."""
    at, anchor, shift, room = shape.left, "start", 4, 100 - shape.left
    if shape.left > 50:
        at, anchor, shift, room = shape.right, "end", -4, shape.right
    titles = "".join(
        f'<text class="{name}" x="{at:.2f}%" dx="{shift}" y="13" text-anchor="{anchor}">'
        f"{escape(_cut(span.title, int(width * room / 100 / CHARACTER)), quote=False)}</text>"
        for name, width in WIDTHS_OF_TITLES.items()
    )
    arrow = f'<use href="#d-on" x="100%" y="{top + 20:g}"/>' if shape.ends is End.OPEN else ""
    return (
        f'<svg y="{top:g}" width="100%" height="{BAND_ROW - 6}">{titles}</svg>'
        f"{_bar(shape, top + 18, 4, fading)}{arrow}"
    )
