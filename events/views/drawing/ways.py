"""The ways from a drawing to another time: earlier, later, closer, wider, everything."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.presenting.drawing import Window
from events.views.asking import Query
from events.views.drawing.parameters import EVERYTHING, SPAN


@dataclass(frozen=True)
class Move:
    """A step of the window. `url`: empty if there is nothing further."""

    name: str
    sign: str
    label: str
    url: str


@dataclass(frozen=True)
class Ways:
    """`base`: the page's address without a window; `start`: the same without what means nothing
    there."""

    base: str
    start: str
    everything: str

    @classmethod
    def of(cls, query: Query, *, many: bool) -> "Ways":
        """`many`: whether there is more than what is drawn one by one, so that all of it is another
        drawing than the one that the page opens with."""
        settled = query.settled()
        everything = settled.plus(SPAN, EVERYTHING) if many else settled
        return cls(query.url, settled.url, everything.url)

    def to(self, window: Window) -> str:
        joint = "&" if "?" in self.base else "?"
        return f"{self.base}{joint}from={window.first_day}&to={window.last_day}#drawing"


def moves(
    ways: Ways,
    window: Window,
    whole: Window,
    closer: Window,
    *,
    windowed: bool,
    complete: bool,
    many: bool,
) -> list[Move]:
    """`complete`: all that there is is shown already."""
    before = not complete and window.first > whole.first
    after = not complete and window.last < whole.last
    wide = before or after
    inside = closer != window and window.days > 1
    everything = "" if complete else f"{ways.everything}#drawing"
    latest = many and (windowed or complete)
    return [
        _move("earlier", "←", _("Earlier"), ways.to(window.earlier()), before),
        _move("out", "−", _("Show more time"), ways.to(window.wider(whole)), wide),
        _move("in", "+", _("Show less time"), ways.to(closer), inside),
        _move("later", "→", _("Later"), ways.to(window.later()), after),
        _move("whole", "", _("Everything"), everything, bool(everything)),
        *([Move("start", "", _("Latest"), f"{ways.start}#drawing")] if latest else []),
    ]


def _move(name: str, sign: str, label: str, url: str, possible: bool) -> Move:
    return Move(name, sign, label, url if possible else "")
