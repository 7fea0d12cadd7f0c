"""The drawing where there is room: bands below one axis, in SVG."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from events.presenting.drawing.chapters.axis import Cut, TimeAxis, heading_of, time_axis
from events.presenting.drawing.chapters.canvas import TARGET, Box, Canvas, MarkList, Spot, row_name
from events.presenting.drawing.chapters.positions import BandRoom, moved, standing
from events.presenting.drawing.chapters.promises import promises
from events.presenting.drawing.chapters.questions import questions
from events.presenting.drawing.chapters.room import room
from events.presenting.drawing.chapters.scene import Scene
from events.presenting.drawing.chapters.spine import spine
from events.presenting.parts import number_worded
from events.presenting.wording import day_worded, stance
from events.vocabulary import Kind, Stance

# In pixels.
WIDTH = 1232.0
# To the right, the longest word for a stance fits: “Zurückgenommen”.
LEFT, RIGHT = 162.0, 1080.0
HEAD = 48.0
# Of a card, as in the style sheet.
CARD = 330.0
CARD_HIGH = 190.0
ROOM = BandRoom(0.0, 150.0, RIGHT + 12, WIDTH - RIGHT - 12)
REST = "drawing-rest"
# Longer times are written in months, and yet longer ones in years.
MONTHS, YEARS = 100, 730


@dataclass(frozen=True, slots=True)
class WideDrawing:
    """`drawn`: the numbers of the entries that have a mark; `written`: where all its texts are."""

    svg: SafeString
    drawn: frozenset[int]
    written: list[Box]
    axis: TimeAxis
    width: float = WIDTH


def wide(scene: Scene) -> WideDrawing:
    axis = time_axis(scene.entries, scene.today, scene.window, LEFT, RIGHT)
    canvas = Canvas(WIDTH)
    _heads(canvas, axis, scene)
    canvas.y = HEAD
    if scene.meetings or scene.of_kind(Kind.DEVELOPMENT):
        line = spine(canvas, axis, scene.entries, HEAD)
        _lengths(canvas, axis, line)
        canvas.y = line + 26
    _bands(canvas, axis, scene)
    height = canvas.y + 14
    behind = [
        f'<rect class="cut" x="{cut.left:.1f}" y="{HEAD - 6:g}" width="{cut.right - cut.left:.1f}"'
        f' height="{height - HEAD:.0f}"/>'
        for cut in axis.cuts
    ]
    if axis.today is not None:
        x = f"{axis.today:.1f}"
        behind.append(f'<path class="today" d="M{x} {HEAD - 12:g}V{height:.0f}"/>')
    name = escape(_("Timeline drawing"))
    svg = (
        f'<svg class="told" viewBox="0 0 {WIDTH:g} {height:.0f}" width="{WIDTH:g}"'
        f' height="{height:.0f}" role="group" aria-label="{name}">{DEFS}{_signs()}'
        f'<g aria-hidden="true">{"".join(behind)}{"".join(canvas.ink)}</g>'
        f"{''.join(_listed(one, scene, height) for one in canvas.lists if one.spots)}</svg>"
    )
    drawn = frozenset(
        spot.entry for one in canvas.lists for spot in one.spots if spot.entry is not None
    )
    return WideDrawing(SafeString(svg), drawn, canvas.written, axis)


def _heads(canvas: Canvas, axis: TimeAxis, scene: Scene) -> None:
    """The months of each chapter, which lead into it; and today."""
    spots = canvas.list_of(_("Chapters"))
    nearest = axis.today if axis.today is not None else WIDTH
    for number, chapter in enumerate(axis.chapters):
        following = axis.chapters[number + 1 :]
        until = following[0].left if following else max(axis.right, chapter.right)
        months, days = heading_of(chapter, until - chapter.left - 6)
        if months:
            canvas.text(chapter.left, 16, months, "chapter", size=15, bold=True)
        if days:
            canvas.text(chapter.left, 31, days, "soft")
        canvas.line(chapter.left, HEAD - 10, chapter.right, HEAD - 10, "span")
        said = ", ".join(heading_of(chapter, WIDTH))
        middle = (chapter.left + chapter.right) / 2
        if len(axis.chapters) > 1:
            spots.spots.append(
                Spot(middle, 20, chapter.width, 2 * TARGET - 10, said, scene.way(chapter.window))
            )
    if axis.today is None:
        words = _("today: later") if axis.is_later else _("today: earlier")
        canvas.text(ROOM.right, 16, _("Then"), "chapter", size=15, bold=True)
        canvas.text(ROOM.right, 31, words, "soft")
    elif nearest >= axis.right - 1:
        canvas.text(ROOM.right, 16, _("Today"), "chapter", size=15, bold=True)
        for number, line in enumerate(_day_lines(scene)):
            canvas.text(ROOM.right, 31 + 14 * number, line, "soft")
    else:
        canvas.text(nearest, HEAD + 6, _("today"), "now", "middle", bold=True)


def _day_lines(scene: Scene) -> list[str]:
    return list(row_name(day_worded(date.fromordinal(scene.today)), ROOM.told))


def _lengths(canvas: Canvas, axis: TimeAxis, line: float) -> None:
    for cut in axis.cuts:
        middle = (cut.left + cut.right) / 2
        canvas.text(middle, line + 20, _length(cut), "soft", "middle")


def _length(cut: Cut) -> str:
    """How long it is that is left out, short enough for the strip."""
    if cut.days <= MONTHS:
        return pgettext("time left out", "%(number)d d") % {"number": cut.days}
    if cut.days <= YEARS:
        return pgettext("time left out", "%(number)d mo") % {"number": cut.days * 12 // 365}
    return pgettext("time left out", "%(number)d y") % {"number": cut.days // 365}


def _bands(canvas: Canvas, axis: TimeAxis, scene: Scene) -> None:
    meetings = scene.meetings
    if len(meetings) > 1:
        _heading(canvas, _("Who was in the room"), _("dot: there · cross: not there"))
        room(canvas, axis, meetings, scene.names, scene.links, ROOM)
    if scene.chains:
        explained = _("hatched: waits for its condition · dashed: no news for 90 days")
        _heading(canvas, _("What came out"), explained)
        promises(canvas, axis, scene.chains, scene.names, scene.last, scene.today, ROOM)
        _more(canvas, Kind.COMMITMENT, scene)
    explained = _explained()
    rows = [pair for pair in scene.pairs if pair.moves]
    drawn = []
    if rows:
        _heading(canvas, _("Who moved"), explained)
        drawn = moved(canvas, axis, rows, scene.names, scene.today, ROOM)
    asked = scene.of_kind(Kind.QUESTION)
    if asked:
        _heading(canvas, _("What is still open"), _("fading: by then; since when is not known"))
        questions(canvas, axis, asked, scene.by_id, scene.today, ROOM)
        _more(canvas, Kind.QUESTION, scene)
    others = [pair for pair in scene.pairs if pair not in drawn]
    if others:
        _heading(canvas, _("Who stands where"), "" if rows else explained)
        standing(canvas, axis, others, scene.names, scene.today, ROOM)
        _more(canvas, Kind.POSITION, scene)


def _explained() -> str:
    signs = " · ".join(
        f"{stance(value).sign} {stance(value).label}"
        for value in (Stance.SUPPORTS, Stance.CONDITIONAL, Stance.UNDECIDED, Stance.OPPOSES)
    )
    aging = _("dashed: not repeated for 90 days")
    return f"{signs} · {aging}"


def _heading(canvas: Canvas, name: str, explained: str) -> None:
    y = canvas.y + 10
    canvas.line(0, y, WIDTH, y, "section")
    canvas.pair(0, y + 19, name, explained, size=15, apart=14)
    canvas.y = y + 28


def _more(canvas: Canvas, kind: str, scene: Scene) -> None:
    """How many of a kind have no mark so far: a link to where they are listed."""
    drawn = {spot.entry for one in canvas.lists for spot in one.spots}
    rest = sum(entry.number not in drawn for entry in scene.of_kind(kind))
    if rest:
        said = ngettext("and %(number)s more", "and %(number)s more", rest) % {
            "number": number_worded(rest)
        }
        box = canvas.text(LEFT, canvas.y + 14, said, "more")
        middle = (box.left + box.right) / 2
        spots = canvas.list_of(_("Other entries"))
        spots.spots.append(
            Spot(middle, canvas.y + 10, box.right - box.left, TARGET, said, f'href="#{REST}"')
        )
        canvas.y += TARGET


def _listed(marks: MarkList, scene: Scene, height: float) -> str:
    """A band as a list of links, each with its card."""
    spots = "".join(_spot(spot, scene, height) for spot in marks.spots)
    return f'<g role="list" aria-label="{escape(marks.name)}">{spots}</g>'


def _spot(spot: Spot, scene: Scene, height: float) -> str:
    # What leads to a window comes with its attributes.
    way = spot.url
    shown = ""
    if not way.startswith("href="):
        way = f'href="{escape(way)}"{scene.aside(spot.entry)}'
    if spot.entry is not None:
        is_right = spot.x + spot.width / 2 + CARD > WIDTH
        x = spot.x - spot.width / 2 - CARD if is_right else spot.x + spot.width / 2
        y = max(min(spot.y - 14, height - CARD_HIGH), 0)
        shown = (
            f'<foreignObject x="{x:.0f}" y="{y:.0f}">'
            f'<div class="card">{scene.card(spot.entry).whole}</div></foreignObject>'
        )
    return (
        f'<g role="listitem"><a {way} aria-label="{escape(spot.said)}"><rect class="hit"'
        f' x="{spot.x - spot.width / 2:.1f}" y="{spot.y - spot.height / 2:.1f}"'
        f' width="{spot.width:.1f}" height="{spot.height:g}" rx="4"/></a>{shown}</g>'
    )


# What fades in and out, for what is not certain, and the hatching of what waits.
DEFS = (
    '<defs><linearGradient id="d-in"><stop class="fade" stop-opacity="0"/>'
    '<stop class="fade" offset="1" stop-opacity=".55"/></linearGradient>'
    '<linearGradient id="d-out"><stop class="fade" stop-opacity=".55"/>'
    '<stop class="fade" offset="1" stop-opacity="0"/></linearGradient>'
    '<pattern id="d-waits" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern></defs>'
)


def _signs() -> str:
    return "".join(_symbols(Stance.values))


def _symbols(values: Iterable[str]) -> Iterable[str]:
    for value in values:
        yield (
            f'<defs><g id="d-{value}" class="signed {value}"><rect x="-8" y="-8" width="16"'
            f' height="16" rx="3"/><text y="4.5" text-anchor="middle">'
            f"{escape(stance(value).sign)}</text></g></defs>"
        )
