"""The meetings on one line, each with its name on a leader, and what else happened beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from events.presenting.drawing.chapters.axis import TimeAxis
from events.presenting.drawing.chapters.canvas import LINE, SIZE, TARGET, Canvas, MarkList, Spot
from events.presenting.drawing.chapters.entries import DrawnEntry, when_short
from events.presenting.drawing.leaders import ABOVE, BESIDE, Hanging, Leader
from events.presenting.drawing.letters import width_of, wrapped
from events.presenting.parts import places
from events.presenting.wording import kind
from events.vocabulary import TRAITS, Kind, SummitStatus

# In pixels: how wide the lines of a name are, how high all names together may become by what is
# written below them, and the size of the name itself.
WIDTHS = (124.0, 168.0)
HIGHEST = 300.0
# The same with what is written below key events.
HIGHEST_OF_KEY = 380.0
NAME_SIZE = 15
NAME_LINE = 17
MOST_LINES = 3
WIDEST_NAME = 140.0
# In days: what may be anywhere in a longer time is not drawn all along it.
MOST_SPREAD = 100
# The most meetings of which more than the name is tried.
# How far below the line.
BELOW = 15.0
MOST_TOLD = 40
# After so many in a row for which there was no room, no more are tried.
MOST_MISSED = 6


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to write a name: lines in bold, a date beside or below them, lines of text."""

    bold: tuple[str, ...]
    date: str
    is_beside: bool
    lines: tuple[str, ...]

    @property
    def width(self) -> float:
        widths = [width_of(line, NAME_SIZE, bold=True) for line in self.bold]
        if self.is_beside:
            widths[-1] += 6 + width_of(self.date, SIZE)
        else:
            widths.append(width_of(self.date, SIZE))
        return max(*widths, *(width_of(line, SIZE) for line in self.lines), 0.0)

    @property
    def height(self) -> float:
        date = 0 if self.is_beside or not self.date else LINE
        return len(self.bold) * NAME_LINE + date + len(self.lines) * LINE


@dataclass(frozen=True, slots=True)
class NamedMark:
    """An entry with its name on a leader. `low`: how far its foot is above the line."""

    entry: DrawnEntry
    form: NameForm
    x: float
    is_left: bool = True
    low: float = ABOVE


def place_of(entry: DrawnEntry) -> str:
    """Where a meeting was; else what it was."""
    if entry.document["kind"] != "summit":
        return ""
    return places.towns_plain(entry.document) or kind(entry.kind).label


def spine(canvas: Canvas, axis: TimeAxis, entries: Sequence[DrawnEntry], head: float) -> float:
    """Draw them below `head`; how far down the line of meetings is."""
    meetings = [entry for entry in entries if entry.kind == Kind.SUMMIT]
    others = [entry for entry in entries if entry.kind == Kind.DEVELOPMENT and not entry.vague]
    named = _named(meetings, others, axis, canvas.width)
    y = head + _height(named) + 10
    canvas.line(axis.left, y, axis.right, y, "spine")
    for cut in axis.cuts:
        canvas.line(cut.left, y, cut.right, y, "spine-cut")
    for one in named:
        _write(canvas, y, one)
    if meetings:
        spots = canvas.list_of(_("Meetings"))
        for entry in meetings:
            _meeting(canvas, axis, entry, y, spots)
    if others:
        spots = canvas.list_of(str(_("Developments")))
        places = [at(axis, entry) for entry in meetings]
        for entry in others:
            x = at(axis, entry)
            # Where a meeting has its mark, that of a development hangs below the line.
            is_taken = any(abs(x - place) < TARGET for place in places)
            _development(canvas, axis, entry, y + (BELOW if is_taken else 0), spots)
    return y


def at(axis: TimeAxis, entry: DrawnEntry) -> float:
    """Where an entry is marked: in the middle of the days that it can have been."""
    first = entry.possibly if entry.possibly is not None else entry.stands
    last = entry.until if entry.until is not None else max(entry.stands, first)
    if entry.exact or entry.lasts:
        return axis.middle(first)
    return (axis.x(first) + axis.x(last + 1)) / 2


def _named(
    meetings: Sequence[DrawnEntry],
    others: Sequence[DrawnEntry],
    axis: TimeAxis,
    width: float,
) -> list[NamedMark]:
    """Every meeting with its name, and as much more as there is room for, by importance."""
    most = (axis.today if axis.today and axis.today >= axis.right else width) - 4
    chosen = sorted(
        (NamedMark(entry, name_of(entry), at(axis, entry)) for entry in meetings), key=_place_of
    )
    if not chosen and not others:
        return []
    chosen = begun(chosen, most)
    if len(chosen) > MOST_TOLD:
        return chosen
    missed = 0
    for entry in sorted([*meetings, *others], key=lambda entry: -entry.weight)[:MOST_TOLD]:
        highest = HIGHEST_OF_KEY if entry.is_key else max(HIGHEST, _height(chosen))
        more = _with_more(chosen, entry, at(axis, entry), most, highest)
        missed = 0 if entry.is_key or more is not chosen else missed + 1
        chosen = more
        if missed == MOST_MISSED:
            break
    sides, lows = [one.is_left for one in chosen], [one.low for one in chosen]
    return _placed(chosen, *_hanging(chosen, most).improved(sides, lows))


def begun(chosen: list[NamedMark], most: float) -> list[NamedMark]:
    """On which side each name hangs and how high; with the date below it, which is narrower, where
    that makes the whole lower."""
    placed = _placed(chosen, *_hanging(chosen, most).begun())
    if _height(placed) <= HIGHEST:
        return placed
    narrow = [NamedMark(one.entry, name_of(one.entry, narrow=True), one.x) for one in chosen]
    other = _placed(narrow, *_hanging(narrow, most).begun())
    return min(placed, other, key=_height)


def _with_more(
    chosen: list[NamedMark], entry: DrawnEntry, x: float, most: float, highest: float
) -> list[NamedMark]:
    """With the longest form of an entry that leaves the whole no higher than that, on the better
    side."""
    kept = [one for one in chosen if one.entry is not entry]
    for form in _told(entry):
        found = []
        for is_left in (True, False):
            more = sorted([*kept, NamedMark(entry, form, x, is_left)], key=_place_of)
            sides = [one.is_left for one in more]
            lows = _hanging(more, most).lows(sides)
            if lows is not None:
                placed = _placed(more, sides, lows)
                found.append((_height(placed), is_left, placed))
        if found and (best := min(found, key=lambda one: one[:2]))[0] <= highest:
            return best[2]
    return chosen


def _hanging(chosen: Sequence[NamedMark], most: float) -> Hanging:
    leaders = [Leader(one.x, one.form.width, one.form.height) for one in chosen]
    return Hanging(leaders, 0.0, most)


def _placed(
    chosen: Sequence[NamedMark], sides: Sequence[bool], lows: Sequence[float]
) -> list[NamedMark]:
    return [
        NamedMark(one.entry, one.form, one.x, is_left, low)
        for one, is_left, low in zip(chosen, sides, lows, strict=True)
    ]


def _place_of(one: NamedMark) -> tuple[float, int]:
    return one.x, one.entry.number


def _height(chosen: Sequence[NamedMark]) -> float:
    return max((one.low + one.form.height for one in chosen), default=ABOVE)


def name_of(entry: DrawnEntry, *, narrow: bool = False) -> NameForm:
    """The least that is written of a meeting: where and when."""
    place, date = place_of(entry), when_short(entry)
    beside = NameForm((place,), date, True, ())
    if beside.width <= WIDEST_NAME and not narrow:
        return beside
    bold = wrapped(place, WIDTHS[0], NAME_SIZE, bold=True)
    if width_of(date, SIZE) <= WIDTHS[0]:
        return NameForm(bold, date, False, ())
    return NameForm(bold, "", False, wrapped(date, WIDTHS[0], SIZE))


def _told(entry: DrawnEntry) -> list[NameForm]:
    """Longer forms, the best one first."""
    found = []
    name = name_of(entry)
    if entry.kind != Kind.SUMMIT:
        name = NameForm((), "", False, wrapped(when_short(entry), WIDTHS[0], SIZE))
    for width in WIDTHS:
        lines = wrapped(entry.outcome, width, SIZE)
        # Only a name is written whose words have to be parted.
        is_whole = " ".join(lines).split() == entry.outcome.split()
        if is_whole and len(lines) <= MOST_LINES:
            found.append(NameForm(name.bold, name.date, name.is_beside, name.lines + lines))
    return found


def _write(canvas: Canvas, y: float, one: NamedMark) -> None:
    x, form, is_left = one.x, one.form, one.is_left
    top = y - one.low - form.height
    canvas.line(x, top + 2, x, y, "leader")
    anchor, edge = ("end", x - BESIDE) if is_left else ("start", x + BESIDE)
    foot = top
    for line in form.bold:
        foot += NAME_LINE
        if form.is_beside and line is form.bold[-1]:
            canvas.pair(edge, foot - 4, line, form.date, anchor, NAME_SIZE)
        else:
            canvas.text(edge, foot - 4, line, "place", anchor, NAME_SIZE, bold=True)
    if form.date and not form.is_beside:
        foot += LINE
        canvas.text(edge, foot - 4, form.date, "soft", anchor)
    name = "" if one.entry.kind == Kind.SUMMIT else "other"
    canvas.lines(edge, foot + LINE - 4, form.lines, name, anchor, language=one.entry.language)


def _meeting(canvas: Canvas, axis: TimeAxis, entry: DrawnEntry, y: float, spots: MarkList) -> None:
    x, status = at(axis, entry), _status(entry)
    width = 14.0
    if entry.exact and entry.until is not None and entry.possibly is not None:
        ends = axis.x(entry.until + 1) - axis.x(entry.possibly)
        if entry.until > entry.possibly and ends > width:
            width = min(ends, 60.0)
    elif not entry.exact:
        # Where it was is not known: it is spread over all of the time, and has no point.
        _spread(canvas, axis, entry, y, "spread")
    size = 7 if entry.weight >= 4.5 else 5.5
    canvas.draw(
        f'<rect class="met {status}" x="{x - max(width / 2, size):.1f}" y="{y - size:g}"'
        f' width="{max(width, 2 * size):.1f}" height="{2 * size:g}" rx="{size:g}"/>'
        if width > 14
        else f'<circle class="met {status}" cx="{x:.1f}" cy="{y:g}" r="{size:g}"/>'
    )
    if status == SummitStatus.CANCELLED:
        canvas.draw(f'<path class="off" d="M{x - 4:.1f} {y - 4:g}l8 8m0-8l-8 8"/>')
    said = f"{entry.when}: {place_of(entry)}, {entry.title}"
    spots.spots.append(Spot(x, y, max(width, TARGET), TARGET, said, entry.url, entry.number))


def _spread(canvas: Canvas, axis: TimeAxis, entry: DrawnEntry, y: float, name: str) -> None:
    first = entry.possibly if entry.possibly is not None else axis.first
    last = entry.until if entry.until is not None else axis.last
    if last - first <= MOST_SPREAD:
        canvas.bar(axis.x(first), axis.x(last + 1), y, 14, name)


def _status(entry: DrawnEntry) -> str:
    return entry.document["status"] if entry.document["kind"] == "summit" else ""


def _development(
    canvas: Canvas, axis: TimeAxis, entry: DrawnEntry, y: float, spots: MarkList
) -> None:
    x = at(axis, entry)
    if not (entry.exact or entry.lasts or entry.bound):
        _spread(canvas, axis, entry, y, "spread event")
    if entry.lasts and TRAITS[entry.kind].lasts:
        ends = axis.right if entry.until is None else axis.x(entry.until + 1)
        canvas.bar(x, ends, y + 10, 4, "lasting")
    canvas.draw(f'<path class="event" d="M{x:.1f} {y - 5:g}l5 5l-5 5l-5-5z"/>')
    said = f"{entry.when}: {entry.title}"
    spots.spots.append(Spot(x, y, TARGET, TARGET, said, entry.url, entry.number))
