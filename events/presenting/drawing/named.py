"""The events that matter most by their names, on leaders above drawings of counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events import dates
from events.documents.reading import is_key_event
from events.documents.shapes import Document
from events.presenting.drawing.leaders import BESIDE, Hanging, Leader
from events.presenting.drawing.letters import width_of
from events.presenting.drawing.scale import Window
from events.presenting.drawing.ticks import TickStep, tick_label
from events.presenting.parts import places
from events.presenting.wording import Links, chosen

# The least widths of the drawing in pixels, and the most names for each: the style sheet shows
# those for the width available. Where there is less, they are a list.
NAMES = {"wide": (620, 12), "widest": (1000, 24)}
MOST_LISTED = 8
SIZE = 13
LINE = 16.0
GAP = 5.0
# In days: in a longer window, the month says enough.
LONG = 500
# More than any entry names.
KEY = 10_000
Placed = tuple["NamedEvent", bool, float]


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """`x`: in per cent of the window; `title`, `label`: as the record has them; `month`: the
    date as it stands beside the name; `weight`: how much it names; of a key event, more."""

    x: float
    place: str
    title: str
    label: str
    month: str
    url: str
    weight: int

    @property
    def text(self) -> str:
        return f"{self.place or self.title}, {self.month}"


@dataclass(frozen=True, slots=True)
class NamedEvents:
    """As SVG, to stand above a drawing; and as a list, for where there is less room."""

    names: SafeString
    listed: SafeString


def named_events(
    documents: Sequence[Document], window: Window, links: Links, beside: str = ""
) -> NamedEvents:
    """The names of these entries. `beside`: an attribute of their links."""
    events = sorted(
        (_event(document, window, links) for document in documents), key=lambda event: event.x
    )
    if not events:
        return NamedEvents(SafeString(), SafeString())
    groups = {name: _placed(events, *bounds) for name, bounds in NAMES.items()}
    height = max(low + LINE for placed in groups.values() for _event, _side, low in placed) + GAP
    said = escape(_("The most important"))
    parts = "".join(
        f'<g class="named {name}" role="list" aria-label="{said}">'
        f"{''.join(_written(*one, height, beside) for one in placed)}</g>"
        for name, placed in groups.items()
    )
    names = f'<svg class="names" width="100%" height="{height:.0f}" role="group">{parts}</svg>'
    return NamedEvents(SafeString(names), _listed(events, beside))


def _placed(events: Sequence[NamedEvent], width: int, most: int) -> list[Placed]:
    """As many as have room, by weight: in each case at least one."""
    by_weight = sorted(events, key=lambda event: -event.weight)[:most]
    while True:
        shown = [event for event in events if event in by_weight]
        leaders = [
            Leader(event.x * width / 100, width_of(event.text, SIZE), LINE) for event in shown
        ]
        hanging = Hanging(leaders, 0.0, width)
        sides, lows = hanging.begun()
        if hanging.is_inside(sides) or len(by_weight) == 1:
            return list(zip(shown, sides, lows, strict=True))
        by_weight.pop()


def _listed(events: Sequence[NamedEvent], beside: str) -> SafeString:
    heaviest = sorted(events, key=lambda event: -event.weight)[:MOST_LISTED]
    rows = "".join(
        f'<li><span class="when">{escape(event.label)}</span>'
        f' <a href="{escape(event.url)}"{beside}>{escape(event.title)}</a></li>'
        for event in reversed(events)
        if event in heaviest
    )
    return SafeString(f'<ol class="named-list">{rows}</ol>')


def _event(document: Document, window: Window, links: Links) -> NamedEvent:
    value = dates.parse(document["date"]["edtf"])
    first = (value.earliest or value.sort_day).toordinal()
    last = (value.latest_start or value.sort_day).toordinal()
    title, label = chosen(document["title"])[0], chosen(document["date"]["label"])[0]
    place = ""
    if document["kind"] == "summit":
        place = places.towns_plain(document)
    at = min(max(window.place((first + last) // 2), 0.0), 100.0)
    return NamedEvent(
        at,
        place,
        title,
        label,
        label if window.days < LONG else tick_label(TickStep("month", 1), first),
        links.entry(document["slug"]),
        len(document["actors"]) + len(document["topics"]) + KEY * is_key_event(document),
    )


def _written(event: NamedEvent, is_left: bool, low: float, height: float, beside: str) -> str:
    foot = height - low - 4
    anchor, shift = (' text-anchor="end"', -BESIDE) if is_left else ("", BESIDE)
    x, said = f"{event.x:.2f}%", f"{event.label}: {event.place} {event.title}"
    return (
        f'<g role="listitem"><line x1="{x}" x2="{x}" y1="{foot - 10:.0f}" y2="100%"/>'
        f'<a href="{escape(event.url)}"{beside} aria-label="{escape(said)}">'
        f'<text x="{x}" dx="{shift:g}" y="{foot:.0f}"{anchor}>'
        f"{escape(event.text, quote=False)}</text></a></g>"
    )
