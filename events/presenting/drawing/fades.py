"""How a date given as “about” fades: in its own time, whatever part of it is in view.

In a window inside of “about 2025” the bar is as dark as the time is likely, and does not look like
a day in the middle of the window.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from events.presenting.drawing.scale import Window
from events.presenting.drawing.spans import Span


@dataclass(frozen=True, slots=True)
class Fade:
    """In per cent of the window, below 0 and above 100 outside of it: it comes up from `left` to
    `full`, and goes down from `wanes` to `right`. Two that are the same: a hard end."""

    left: float
    full: float
    wanes: float
    right: float


def fade(span: Span, window: Window) -> Fade | None:
    """None for what is not approximate."""
    if span.sure is None:
        return None
    full, wanes = window.place(span.sure[0]), window.place(span.sure[1] + 1)
    left = full if span.first is None else window.place(span.first)
    if span.last is None:
        wanes = right = max(full, 100.0)
    else:
        right = window.place(span.last + 1)
    return Fade(left, full, wanes, right)


def definitions(fades: Iterable[Fade]) -> dict[Fade, tuple[str, str]]:
    """For each of them the name of a mask, and the mask as SVG."""
    return {
        fade: (name, _mask(fade, name))
        for number, fade in enumerate(dict.fromkeys(fades), start=1)
        for name in [f"d-about{number}"]
    }


def _mask(fade: Fade, name: str) -> str:
    length = (fade.right - fade.left) or 1.0
    full, wanes = ((at - fade.left) / length for at in (fade.full, fade.wanes))
    stops = "".join(
        f'<stop offset="{at:.4f}" stop-color="#{colour}"/>'
        for at, colour, needed in (
            (0.0, "000", full > 0),
            (full, "fff", True),
            (wanes, "fff", True),
            (1.0, "000", wanes < 1),
        )
        if needed
    )
    return (
        f'<linearGradient id="{name}g" gradientUnits="userSpaceOnUse"'
        f' x1="{fade.left:.2f}%" x2="{fade.right:.2f}%">{stops}</linearGradient>'
        f'<mask id="{name}" maskUnits="userSpaceOnUse" x="0" y="0" width="100%" height="100%">'
        f'<rect width="100%" height="100%" fill="url(#{name}g)"/></mask>'
    )
