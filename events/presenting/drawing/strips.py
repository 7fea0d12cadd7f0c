"""Counts as SVG: the lanes of a window with too many entries, and a strip of the whole record."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from events.presenting.drawing.bars import MOST_BARS, HistogramColumn, columns, unit_of
from events.presenting.drawing.scale import Window
from events.presenting.drawing.svg import (
    AXIS,
    BELOW,
    NAME,
    TOP,
    Link,
    axis,
    lane_named,
    mark_today,
    opened,
)
from events.presenting.parts import number_worded
from events.public import Grain, Tally

# How many entries there are by year and month, or by year and None.
Months = Mapping[tuple[int, int | None], int]

# In pixels: the highest bar of a lane, and of the strip.
HIGHEST = 46
STRIP = 26
# So that one entry among thousands can still be seen.
LEAST = 1
# Bars are drawn in thousandths of the highest.
THOUSAND = 1000


def bars(
    bars: Sequence[HistogramColumn],
    links: Sequence[HistogramColumn],
    window: Window,
    names: Mapping[str, str],
    today: int,
    link: Link,
    name_of: Callable[[HistogramColumn], str],
) -> SafeString:
    """A lane of bars for each of these names that has any. `links`: wider columns, each of which
    leads into the stretch that it counts; `name_of`: what a column says.

    Each lane has its own scale and says what its highest bar is: on a common scale, small numbers
    could not be seen beside large ones.
    """
    lanes = [name for name in names if any(column.height(name) for column in bars)]
    pitch = NAME + HIGHEST + BELOW
    height = TOP + len(lanes) * pitch
    parts = [opened("drawn", "drawing-name", window, height + AXIS)]
    parts += axis(window, height, link)
    for place, lane in enumerate(lanes):
        begin = TOP + place * pitch
        heights = [column.height(lane) for column in bars]
        top = max(heights)
        said = _("%(total)s · highest bar: %(highest)s") % {
            "total": number_worded(round(sum(heights))),
            "highest": number_worded(max(round(top), 1)),
        }
        parts.append(lane_named(lane, begin, names[lane], said))
        parts.append(_strip(bars, lane, window, begin + NAME, HIGHEST, top, f"kind-{lane}"))
    parts += mark_today(window, height, today)
    parts.append('<g class="marks">')
    filled = [column for column in links if column.number or column.spread]
    for column in filled:
        left = window.place(column.window.first)
        width = window.place(column.window.last + 1) - left
        parts.append(
            f"<a {link(column.window)}>"
            f"<title>{escape(name_of(column), quote=False)}</title>"
            f'<rect class="column" x="{left:.2f}%" y="{TOP}" width="{width:.2f}%"'
            f' height="{height - TOP}"/></a>'
        )
    parts.append("</g></svg>")
    return mark_safe("".join(parts))


def overview(months: Months, whole: Window, shown: Window, link: Link) -> SafeString:
    """The whole record over time, and which part of it is shown."""
    left = min(max(whole.place(shown.first), 0), 100)
    right = min(max(whole.place(shown.last + 1), 0), 100)
    parts = [
        opened("overview", "overview-name", whole, STRIP + AXIS),
        *axis(whole, STRIP, link, begin=0),
        _silhouette(tuple(months.items()), whole),
        f'<rect class="shown" x="{left:.2f}%" y="0" width="{right - left:.2f}%"',
        f' height="{STRIP}"/></svg>',
    ]
    return mark_safe("".join(parts))


# The record looks the same on every page until something is published.
@lru_cache(maxsize=50)
def _silhouette(months: tuple[tuple[tuple[int, int | None], int], ...], whole: Window) -> str:
    tallies = [Tally.in_month("", year, month, number) for (year, month), number in months]
    found = columns(tallies, whole, unit_of(whole, MOST_BARS, Grain.MONTH))
    top = max((column.height("") for column in found), default=1)
    return _strip(found, "", whole, 0, STRIP, top, "all")


def _strip(
    columns: Sequence[HistogramColumn],
    lane: str,
    window: Window,
    begin: float,
    height: int,
    top: float,
    name: str,
) -> str:
    """Bars of known numbers and on top of them, paler, what is known only to a longer time."""
    least = round(LEAST / height * THOUSAND)
    known, spread = [], []
    for column in columns:
        number = column.known.get(lane, 0)
        more = column.spread.get(lane, 0.0)
        if not number and not more:
            continue
        left = column.window.first - window.first
        days = column.window.days
        base = max(round(number / top * THOUSAND), least) if number else 0
        if number:
            known.append(f"M{left} {THOUSAND}v-{base}h{days}v{base}z")
        if more:
            high = max(round(more / top * THOUSAND), least)
            spread.append(f"M{left} {THOUSAND - base}v-{high}h{days}v{high}z")
    return (
        f'<svg class="{escape(name)}" x="0" y="{begin:g}" width="100%" height="{height}"'
        f' viewBox="0 0 {window.days} {THOUSAND}" preserveAspectRatio="none">'
        f'<path d="{"".join(known)}"/><path class="spread" d="{"".join(spread)}"/></svg>'
    )
