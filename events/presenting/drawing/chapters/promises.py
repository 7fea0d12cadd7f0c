"""What came out: commitments as bars that run from the day on which they were made. Those that take
up one another share a row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import dates
from events.documents.shapes import Date
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
from events.presenting.drawing.chapters.entries import FRESH, ActorNames, DrawnEntry, behind
from events.presenting.drawing.chapters.positions import BandRoom
from events.presenting.drawing.chapters.stances import TAIL
from events.presenting.drawing.letters import width_of
from events.presenting.wording import closed_lists
from events.vocabulary import CommitmentStatus, ConditionState, Restatement, Role, Tone

MOST_ROWS = 10
# In pixels: how high a bar is, how much more or less it is for each time that it was strengthened
# or softened, and the bounds of that.
HIGH = 6.0
STEP = 3.0
LOWEST, HIGHEST = 3.0, 21.0
DONE = (CommitmentStatus.FULFILLED, CommitmentStatus.PARTLY_FULFILLED)
ENDED = (
    CommitmentStatus.BROKEN,
    CommitmentStatus.WITHDRAWN,
    CommitmentStatus.SUPERSEDED,
    CommitmentStatus.EXPIRED,
    CommitmentStatus.TERMINATED,
    CommitmentStatus.NEVER_IN_FORCE,
)
# Only the first names of those who are bound by it.
MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment from one day to another. `fresh`: until when there was news of it of late;
    `mark`: done or ended, where it was."""

    entry: DrawnEntry
    begins: int
    fresh: int
    ends: int
    mark: str
    waits: bool
    height: float


def chains_of(entries: Iterable[DrawnEntry]) -> list[list[DrawnEntry]]:
    """The commitments, those that take up one another together, in order of time."""
    found = {
        entry.document["id"]: entry for entry in entries if entry.document["kind"] == "commitment"
    }
    roots = {key: key for key in found}

    def root(key: str) -> str:
        while roots[key] != key:
            key = roots[key]
        return key

    for key, entry in found.items():
        document = entry.document
        if document["kind"] == "commitment":
            for earlier in document["restates"]:
                if earlier["id"] in found:
                    roots[root(key)] = root(earlier["id"])
    chains: dict[str, list[DrawnEntry]] = {}
    for key, entry in found.items():
        chains.setdefault(root(key), []).append(entry)
    for chain in chains.values():
        chain.sort(key=lambda entry: (entry.stands, -entry.number))
    return list(chains.values())


def promises(
    canvas: Canvas,
    axis: TimeAxis,
    chains: Sequence[list[DrawnEntry]],
    names: ActorNames,
    last: str,
    today: int,
    room: BandRoom,
) -> None:
    """The most important of them, those with a key event first and then the longest chains, with
    their status on the `last` day, as ISO text."""
    order = sorted(chains, key=_by_importance)
    spots = canvas.list_of(_("What came out"))
    drawn = order[:MOST_ROWS]
    drawn.sort(key=lambda chain: (-min(len(chain), 2), chain[0].stands))
    for chain in drawn:
        _row(canvas, axis, chain, names, last, today, room, spots)


def _by_importance(chain: list[DrawnEntry]) -> tuple[bool, int, float]:
    is_key = any(one.is_key for one in chain)
    return not is_key, -len(chain), -sum(one.weight for one in chain)


def _row(
    canvas: Canvas,
    axis: TimeAxis,
    chain: Sequence[DrawnEntry],
    names: ActorNames,
    last: str,
    today: int,
    room: BandRoom,
    spots: MarkList,
) -> None:
    lines = row_name(_parties(chain, names), room.names)
    told = closed_lists.status_of(chain[-1].document, last)
    bars = _bars(chain, today)
    label = told.label if told else ""
    if bars[-1].waits and bars[-1].ends >= today:
        label = _("waits for its condition")
    status = row_name(label, room.told)
    fits = len(chain) == 1 and _fits_before(axis, chain[0])
    above = 0.0 if fits else LINE + 3
    below = LINE + 3 if len(chain) > 1 else 0.0
    high = max(bar.height for bar in bars)
    y = canvas.y + above + max(high, 14) / 2 + 2
    canvas.lines(room.left + room.names, y + 4, lines, "name", "end")
    taken: list[Box] = []
    for bar in bars:
        _bar(canvas, axis, bar, y)
        x = max(axis.middle(bar.begins), axis.left)
        said = f"{bar.entry.when}: {bar.entry.title}"
        spots.spots.append(Spot(x, y, TARGET, TARGET, said, bar.entry.url, bar.entry.number))
    for bar in bars:
        _written(canvas, axis, bar, y, high, fits=fits, taken=taken)
    tone = told.tone if told else Tone.AHEAD
    canvas.lines(room.right, y + 4, status, f"told {tone}")
    used = above + max(high, 14) + 6 + below
    canvas.y += max(used, above + max(len(lines), len(status)) * LINE + 6)


def _parties(chain: Sequence[DrawnEntry], names: ActorNames) -> str:
    """Who is bound by it, those first who are most often."""
    counts = Counter(
        behind(actor)
        for entry in chain
        for actor in entry.document["actors"]
        if actor["role"] == Role.PARTY
    )
    slugs = sorted(counts, key=lambda slug: -counts[slug])
    first, rest = slugs[:MOST_NAMES], len(slugs) - MOST_NAMES
    said = ", ".join(names[slug] for slug in first)
    if rest <= 0:
        return said
    more = ngettext("%(number)s more", "%(number)s more", rest) % {"number": rest}
    return f"{said}, {more}"


def _bars(chain: Sequence[DrawnEntry], today: int) -> list[Promise]:
    found: list[Promise] = []
    height = HIGH
    for place, entry in enumerate(chain):
        document = entry.document
        if document["kind"] != "commitment":
            continue
        hows = {earlier["how"] for earlier in document["restates"]} if place else set()
        if Restatement.STRENGTHENS in hows:
            height = min(height + STEP, HIGHEST)
        elif Restatement.SOFTENS in hows:
            height = max(height - STEP, LOWEST)
        begins = entry.stands
        ends = max(today, begins)
        mark = ""
        news = begins
        for change in document["history"]:
            day = _known(change["date"])
            if day is None or day > today:
                continue
            news = max(news, day)
            if change["status"] in (*DONE, *ENDED):
                ends = max(day, begins)
                mark = "done" if change["status"] in DONE else "ended"
            else:
                ends, mark = max(today, begins), ""
        for stage in document["roll_call"]:
            day = _known(stage["date"]) if stage["date"] else None
            if day is not None and day <= today:
                news = max(news, day)
        if place + 1 < len(chain):
            ends = min(ends, max(chain[place + 1].stands, begins))
            mark = mark if ends < chain[place + 1].stands else ""
        condition = document["condition"]
        waits = condition is not None and condition["state"] in (None, ConditionState.PENDING)
        fresh = ends if waits else min(ends, news + FRESH)
        if condition and condition["state"] == ConditionState.FAILED and not mark:
            # When it failed is not on record.
            mark, ends = "ended", fresh
        found.append(Promise(entry, begins, max(fresh, begins), ends, mark, waits, height))
    return found


def _known(record: Date) -> int | None:
    """The day by which something had come for certain."""
    day = dates.parse(record["edtf"]).latest_start
    return day.toordinal() if day else None


def _bar(canvas: Canvas, axis: TimeAxis, bar: Promise, y: float) -> None:
    left, fresh, right = map(axis.middle, (bar.begins, bar.fresh, bar.ends))
    entry = bar.entry
    if entry.possibly is None:
        canvas.draw(
            f'<rect class="fading commitment" x="{left - TAIL:.1f}" y="{y - bar.height / 2:.1f}"'
            f' width="{TAIL:g}" height="{bar.height:g}" fill="url(#d-in)"/>'
        )
    elif entry.possibly < bar.begins:
        canvas.bar(axis.x(entry.possibly), left, y, bar.height, "pale commitment")
    canvas.bar(left, fresh, y, bar.height, "waiting" if bar.waits else "commitment")
    if right > fresh:
        canvas.line(fresh, y, right, y, "aging commitment")
    if bar.begins < axis.first:
        canvas.draw(f'<path class="beyond" d="M{axis.left + 6:.1f} {y - 5:.1f}l-6 5l6 5"/>')
    else:
        canvas.line(left, y - bar.height / 2 - 3, left, y + bar.height / 2 + 3, "made")
    if bar.mark == "done":
        canvas.draw(f'<path class="done" d="M{right + 2:.1f} {y:.1f}l4 4l7-9"/>')
    elif bar.mark:
        canvas.draw(f'<path class="failed" d="M{right + 3:.1f} {y - 4:.1f}l8 8m0-8l-8 8"/>')


def _from(axis: TimeAxis, entry: DrawnEntry) -> float:
    """Where its bar begins, with what is not certain of it."""
    if entry.possibly is None:
        return axis.middle(entry.stands) - TAIL
    return axis.middle(entry.stands) if entry.exact else axis.x(entry.possibly)


def _fits_before(axis: TimeAxis, entry: DrawnEntry) -> bool:
    begins = _from(axis, entry)
    return axis.holds(entry.stands) and begins - 8 - width_of(entry.title, SIZE) >= axis.left


def _written(
    canvas: Canvas,
    axis: TimeAxis,
    bar: Promise,
    y: float,
    high: float,
    *,
    fits: bool,
    taken: list[Box],
) -> None:
    """What was promised: before the bar if there is room, else above it, or below."""
    entry = bar.entry
    x = max(axis.middle(bar.begins), axis.left)
    width = width_of(entry.title, SIZE)
    if fits:
        begins = _from(axis, entry)
        canvas.text(begins - 8, y + 4, entry.title, "promised", "end", language=entry.language)
        return
    left = max(min(x, axis.right - 4 - width), axis.left)
    if width > axis.right - axis.left - 4:
        return
    for foot in (y - high / 2 - 5, y + high / 2 + 13):
        box = canvas.box_of(left, foot, entry.title, "start", SIZE)
        if not any(box.meets(other, 6) for other in taken) and canvas.is_free(box, 1):
            canvas.text(left, foot, entry.title, "promised", language=entry.language)
            taken.append(box)
            return
