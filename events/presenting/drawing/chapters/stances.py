"""Who stands where on what: the statements of each actor on each topic, one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from events.documents.shapes import Texts
from events.presenting.drawing.chapters.axis import TimeAxis
from events.presenting.drawing.chapters.canvas import Box, Canvas
from events.presenting.drawing.chapters.entries import FRESH, DrawnEntry, behind
from events.vocabulary import Role, Stance

# In pixels: how high a ribbon is, the sign at its beginning, and the tail of what was by a day.
RIBBON = 9.0
SIGN = 16.0
TAIL = 26.0


@dataclass(slots=True)
class StancePair:
    """An actor and a topic. `said`: in the order in which one follows the other."""

    holder: str
    topic: str
    topic_name: Texts
    said: list[DrawnEntry] = field(default_factory=list)

    @property
    def dated(self) -> list[DrawnEntry]:
        """Those that have a day from which they hold."""
        return [one for one in self.said if not one.vague and one.certainly is not None]

    @property
    def moves(self) -> int:
        """How often the stance changed for certain."""
        stances = [stance_of(one) for one in self.dated]
        return sum(one != other for one, other in pairwise(stances))


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A stance from one day to another. `fresh`: until when it counts as lately said; `ends`: the
    day on which it is followed, is over, or today."""

    entry: DrawnEntry
    stance: str
    begins: int
    fresh: int
    ends: int
    is_last: bool


def stance_of(entry: DrawnEntry) -> str:
    document = entry.document
    return document["stance"] if document["kind"] == "position" else ""


def pairs_of(entries: Iterable[DrawnEntry]) -> list[StancePair]:
    """The pairs of these entries; a person's stance is that of whom it represents."""
    found: dict[tuple[str, str], StancePair] = {}
    for entry in entries:
        document = entry.document
        if document["kind"] != "position":
            continue
        holders = dict.fromkeys(
            behind(actor) for actor in document["actors"] if actor["role"] == Role.HOLDER
        )
        for topic in document["topics"]:
            for holder in holders:
                key = holder, topic["slug"]
                pair = found.setdefault(key, StancePair(*key, topic["name"]))
                pair.said.append(entry)
    for pair in found.values():
        pair.said.sort(key=lambda entry: entry.came)
    return list(found.values())


def ribbons_of(pair: StancePair, today: int) -> list[Ribbon]:
    """What is drawn of a pair, in order."""
    dated = pair.dated
    found = []
    for number, entry in enumerate(dated):
        begins = entry.certainly
        assert begins is not None
        is_last = number == len(dated) - 1
        after = None if is_last else dated[number + 1].certainly
        # Around midnight, what came later by the clock can be of the day before at its place.
        ends = max(today if after is None else after, begins)
        if entry.lasts and entry.until is not None:
            ends = min(ends, max(entry.until + 1, begins))
        stance = stance_of(entry)
        if stance == Stance.TAKEN_BACK:
            ends = begins
        found.append(Ribbon(entry, stance, begins, min(ends, begins + FRESH), ends, is_last))
    return found


def draw_ribbon(canvas: Canvas, axis: TimeAxis, ribbon: Ribbon, y: float) -> list[Box]:
    """Draw it on its line; what it takes up there."""
    entry, stance = ribbon.entry, ribbon.stance
    left, fresh, right = map(axis.middle, (ribbon.begins, ribbon.fresh, ribbon.ends))
    from_ = left
    if entry.possibly is None:
        from_ = max(left - TAIL, axis.left - TAIL)
        canvas.draw(
            f'<path class="tail {stance}" d="M{from_ + 6:.1f} {y - 4:.1f}l-5 4l5 4"/>'
            f'<rect class="fading {stance}" x="{from_ + 6:.1f}" y="{y - RIBBON / 2:.1f}"'
            f' width="{left - from_ - 6:.1f}" height="{RIBBON:g}" fill="url(#d-in)"/>'
        )
    elif entry.possibly < ribbon.begins:
        from_ = axis.x(entry.possibly)
        canvas.bar(from_, left, y, RIBBON, f"pale {stance}")
    canvas.bar(left, fresh, y, RIBBON, stance)
    if right > fresh:
        canvas.line(fresh, y, right, y, f"aging {stance}")
    if ribbon.begins < axis.first:
        canvas.draw(f'<path class="beyond" d="M{axis.left + 6:.1f} {y - 5:.1f}l-6 5l6 5"/>')
    if axis.is_later and ribbon.ends > axis.last:
        canvas.draw(f'<path class="beyond" d="M{right + 2:.1f} {y - 5:.1f}l6 5l-6 5"/>')
    taken = [Box(from_, y - RIBBON / 2, max(right, left), y + RIBBON / 2)]
    if ribbon.begins >= axis.first:
        canvas.draw(f'<use href="#d-{stance}" x="{left:.1f}" y="{y:.1f}"/>')
        taken.append(Box(left - SIGN / 2, y - SIGN / 2, left + SIGN / 2, y + SIGN / 2))
    return taken


def draw_vague(canvas: Canvas, axis: TimeAxis, entry: DrawnEntry, y: float) -> float:
    """A statement of about some time: pale over all of it, without a beginning; its middle."""
    first = entry.possibly if entry.possibly is not None else axis.first
    last = entry.until if entry.until is not None else axis.last
    left, right = axis.x(first), axis.x(last + 1)
    middle = (left + right) / 2
    name = f"vague {stance_of(entry)}"
    canvas.draw(f'<use class="doubted" href="#d-{stance_of(entry)}" x="{middle:.1f}" y="{y:.1f}"/>')
    for begins, ends, fade in ((left, middle, "d-in"), (middle, right, "d-out")):
        canvas.draw(
            f'<rect class="{name}" x="{begins:.1f}" y="{y - 3:.1f}"'
            f' width="{max(ends - begins, 0):.1f}" height="6" fill="url(#{fade})"/>'
        )
    return middle


def names_order(pairs: Sequence[StancePair]) -> list[StancePair]:
    """The most moved first, then the most lately said."""
    return sorted(pairs, key=lambda pair: (-pair.moves, -pair.said[-1].stands, pair.holder))
