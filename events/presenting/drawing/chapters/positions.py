"""The bands of stances: who moved, and who stands where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from events.presenting.drawing.chapters.axis import TimeAxis
from events.presenting.drawing.chapters.canvas import (
    LINE,
    SIZE,
    TARGET,
    Box,
    Canvas,
    MarkList,
    Spot,
    row_name,
)
from events.presenting.drawing.chapters.entries import ActorNames, DrawnEntry
from events.presenting.drawing.chapters.stances import (
    SIGN,
    Ribbon,
    StancePair,
    draw_ribbon,
    draw_vague,
    names_order,
    ribbons_of,
    stance_of,
)
from events.presenting.drawing.letters import width_of
from events.presenting.wording import chosen, day_worded, stance
from events.vocabulary import Stance

# The most rows of each band; the others are counted.
MOST_MOVED = 6
MOST_STANDING = 20
MOST_TOPICS = 4
# In pixels: from level to level, and how high a row of one line is.
LEVEL = 13.0
ROW = 18.0
LEVELS = (Stance.SUPPORTS, Stance.CONDITIONAL, Stance.UNDECIDED, Stance.OPPOSES)
BESIDE = 12.0
# Above the first level and below the last one, where a line of text has room.
EDGE = 20.0


@dataclass(frozen=True, slots=True)
class BandRoom:
    """`names`: how wide the names of rows may be, right of `left`; `right`: where what holds today
    is written, and `told` how wide that may be."""

    left: float
    names: float
    right: float
    told: float


def moved(
    canvas: Canvas,
    axis: TimeAxis,
    pairs: Sequence[StancePair],
    names: ActorNames,
    today: int,
    room: BandRoom,
) -> list[StancePair]:
    """A row of four levels for each of the pairs that changed; those that were drawn."""
    drawn = names_order([pair for pair in pairs if pair.moves])[:MOST_MOVED]
    for pair in drawn:
        said = chosen(pair.topic_name)[0]
        spots = canvas.list_of(
            _("%(actor)s: %(topic)s") % {"actor": names[pair.holder], "topic": said}
        )
        # The signs of the levels stand between the name and the axis.
        wide = room.names - SIGN
        lines = row_name(names[pair.holder], wide, bold=True)
        below = row_name(said, wide)
        high = max(LEVEL * 3 + 2 * EDGE, (len(lines) + len(below)) * LINE + 8)
        top = canvas.y + EDGE
        canvas.lines(room.left + wide, canvas.y + 14, lines, "strong", "end", bold=True)
        foot = canvas.y + 14 + len(lines) * LINE
        canvas.lines(room.left + wide, foot, below, "soft", "end")
        for number, level in enumerate(LEVELS):
            y = top + number * LEVEL
            canvas.line(axis.left, y, axis.right, y, "level")
            canvas.text(axis.left - 5, y + 4, stance(level).sign, f"of {level}", "end", bold=True)
        ribbons = ribbons_of(pair, today)
        taken = _vague(canvas, axis, pair, top + LEVEL * 3 + 10, spots)
        for before, ribbon in zip([None, *ribbons], ribbons, strict=False):
            y = _level(ribbon.stance, top)
            if before and _level(before.stance, top) != y and ribbon.begins >= axis.first:
                x, above = axis.middle(ribbon.begins), _level(before.stance, top)
                canvas.line(x, above, x, y, "step")
                taken.append(Box(x - 1, min(above, y), x + 1, max(above, y)))
        for ribbon in ribbons:
            taken += draw_ribbon(canvas, axis, ribbon, _level(ribbon.stance, top))
        for ribbon in ribbons:
            y = _level(ribbon.stance, top)
            _spot(spots, axis, ribbon.entry, axis.middle(ribbon.begins), y)
        for entry in sorted(pair.dated, key=lambda entry: -entry.stands):
            y = _level(stance_of(entry), top)
            row = canvas.y, canvas.y + high
            _beside(canvas, axis, entry, y, taken, row, (4.0, 17.0, -9.0, 30.0, -22.0, 43.0, -35.0))
        _now(canvas, pair, ribbons, top + LEVEL, room, since=True)
        canvas.y += high + 2
    return drawn


def _level(value: str, top: float) -> float:
    levels = list(LEVELS)
    at = levels.index(Stance(value)) if value in levels else levels.index(Stance.UNDECIDED)
    return top + at * LEVEL


def standing(
    canvas: Canvas,
    axis: TimeAxis,
    pairs: Sequence[StancePair],
    names: ActorNames,
    today: int,
    room: BandRoom,
) -> list[StancePair]:
    """A row of one line for each of the other pairs, by topic; those that were drawn."""
    drawn: list[StancePair] = []
    # Where all have room, all topics have.
    topics = _topics(pairs)[: MOST_TOPICS if len(pairs) > MOST_STANDING else None]
    for of_topic in topics:
        rows = of_topic[: MOST_STANDING - len(drawn)]
        if not rows:
            break
        heading = chosen(rows[0].topic_name)[0]
        spots = canvas.list_of(heading)
        canvas.y += 17
        canvas.text(room.left, canvas.y, heading, "topic", size=14, bold=True)
        canvas.y += 6
        for pair in rows:
            _row(canvas, axis, pair, names, today, room, spots)
        canvas.y += 6
        drawn += rows
    return drawn


def _topics(pairs: Sequence[StancePair]) -> list[list[StancePair]]:
    """The pairs by topic, those with most voices and most contested first; within a topic by what
    holds."""
    found: dict[str, list[StancePair]] = {}
    for pair in pairs:
        found.setdefault(pair.topic, []).append(pair)
    order = list(Stance.values)
    for of_topic in found.values():
        of_topic.sort(key=lambda pair: (order.index(stance_of(pair.said[-1])), pair.holder))
    return sorted(
        found.values(),
        key=lambda rows: (
            -len(rows) - len({stance_of(pair.said[-1]) for pair in rows}),
            rows[0].topic,
        ),
    )


def _row(
    canvas: Canvas,
    axis: TimeAxis,
    pair: StancePair,
    names: ActorNames,
    today: int,
    room: BandRoom,
    spots: MarkList,
) -> None:
    lines = row_name(names[pair.holder], room.names)
    ribbons = ribbons_of(pair, today)
    y = canvas.y + ROW / 2
    canvas.lines(room.left + room.names, y + 4, lines, "name", "end")
    canvas.line(axis.left, y, axis.right, y, "level")
    taken = _vague(canvas, axis, pair, y, spots)
    for ribbon in ribbons:
        taken += draw_ribbon(canvas, axis, ribbon, y)
        _spot(spots, axis, ribbon.entry, axis.middle(ribbon.begins), y)
    for ribbon in ribbons:
        row = canvas.y, canvas.y + ROW
        if not _beside(canvas, axis, ribbon.entry, y, taken, row, (4.0,)):
            _on_aging(canvas, axis, ribbon, y, taken)
    told = _now(canvas, pair, ribbons, y, room)
    canvas.y += max(ROW, len(lines) * LINE + 4, told * LINE + 4)


def _spot(spots: MarkList, axis: TimeAxis, entry: DrawnEntry, x: float, y: float) -> None:
    term = stance(stance_of(entry))
    said = f"{term.label}, {entry.when}: {entry.title}"
    spots.spots.append(Spot(max(x, axis.left), y, TARGET, TARGET, said, entry.url, entry.number))


def _beside(
    canvas: Canvas,
    axis: TimeAxis,
    entry: DrawnEntry,
    y: float,
    taken: list[Box],
    row: tuple[float, float],
    shifts: Sequence[float],
) -> bool:
    """Write what was said beside its sign, where nothing is in the way; whether there was room."""
    if entry.certainly is None or entry.certainly < axis.first:
        return False
    x = axis.middle(entry.certainly)
    back = BESIDE + (26 if entry.possibly is None else 0)
    for shift in shifts:
        for at, anchor in ((x - back, "end"), (x + SIGN / 2 + 4, "start")):
            if shift != shifts[0] or anchor == "end":
                box = canvas.box_of(at, y + shift, entry.title, anchor, SIZE)
                inside = box.left >= axis.left and box.right <= axis.right - 4
                inside = inside and box.top >= row[0] - 3 and box.bottom <= row[1] + 3
                free = inside and not any(box.meets(other, 2) for other in taken)
                if free and canvas.is_free(box):
                    canvas.text(at, y + shift, entry.title, "", anchor, language=entry.language)
                    taken.append(box)
                    return True
    return False


def _on_aging(canvas: Canvas, axis: TimeAxis, ribbon: Ribbon, y: float, taken: list[Box]) -> None:
    """Write it on the part of the line that ages, if that is long enough."""
    left, right = axis.middle(ribbon.fresh) + 6, axis.middle(ribbon.ends) - 10
    text, language = ribbon.entry.title, ribbon.entry.language
    if ribbon.begins >= axis.first and width_of(text, SIZE) <= right - left:
        box = canvas.box_of(left, y + 4, text, "start", SIZE)
        others = [one for one in taken if one.left > left and one.meets(box, 4)]
        if not others and canvas.is_free(box):
            canvas.draw(
                f'<rect class="paper" x="{box.left - 3:.1f}" y="{y - 7:.1f}"'
                f' width="{box.right - box.left + 6:.1f}" height="14"/>'
            )
            canvas.text(left, y + 4, text, "", language=language)
            taken.append(box)


def _vague(
    canvas: Canvas, axis: TimeAxis, pair: StancePair, y: float, spots: MarkList
) -> list[Box]:
    """The statements of about some time; what their signs take up."""
    taken = []
    for entry in pair.said:
        if entry.vague or entry.certainly is None:
            x = draw_vague(canvas, axis, entry, y)
            _spot(spots, axis, entry, x, y)
            taken.append(Box(x - SIGN / 2, y - SIGN / 2, x + SIGN / 2, y + SIGN / 2))
    return taken


def _now(
    canvas: Canvas,
    pair: StancePair,
    ribbons: Sequence[Ribbon],
    y: float,
    room: BandRoom,
    *,
    since: bool = False,
) -> int:
    """What holds today, at the right; in how many lines."""
    last = ribbons[-1] if ribbons else None
    term = stance(last.stance if last else stance_of(pair.said[-1]))
    lines = row_name(f"{term.sign} {term.label}", room.told, bold=True)
    canvas.lines(room.right, y + 4, lines, f"of {term.value}" if last else "soft", bold=True)
    if not since or not last or not last.entry.exact:
        return len(lines)
    begins = last.begins
    for before in reversed(ribbons):
        if before.stance != last.stance:
            break
        begins = before.begins
    said = _("since %(day)s") % {"day": day_worded_of(begins)}
    canvas.lines(room.right, y + 4 + len(lines) * LINE, row_name(said, room.told), "soft")
    return len(lines) + 1


def day_worded_of(day: int) -> str:
    return day_worded(date.fromordinal(day))
