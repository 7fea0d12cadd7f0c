"""What all drawings of counts have: the axis, the names of lanes, and the mark of today. Text of
the record is escaped here; everything else is our own."""

from collections.abc import Callable
from html import escape

from django.utils.translation import gettext as _

from events.presenting.drawing.scale import Window
from events.presenting.drawing.ticks import ticks

# In pixels: the space at the top for the word “today”, and at the bottom for the axis; the name
# above a lane, and what is left free below it.
TOP = 22
AXIS = 30
NAME = 20
BELOW = 7
# The least width of a drawing, in pixels, on a phone and where there is more room. The style sheet
# shows the version for the width available.
WIDTHS = {"narrow": 270, "wide": 620}

# The attributes of a link to a window.
Link = Callable[[Window], str]


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
