"""What is still open: questions as brackets that are open until an entry answers them."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from events.presenting.drawing.chapters.axis import TimeAxis
from events.presenting.drawing.chapters.canvas import LINE, SIZE, TARGET, Canvas, Spot, row_name
from events.presenting.drawing.chapters.entries import DrawnEntry
from events.presenting.drawing.chapters.positions import BandRoom
from events.presenting.drawing.chapters.stances import TAIL
from events.presenting.drawing.letters import width_of
from events.presenting.wording import closed_lists
from events.vocabulary import QuestionStatus

MOST_OPEN = 10
ROW = 19.0


def is_open(entry: DrawnEntry) -> bool:
    document = entry.document
    return document["kind"] == "question" and document["status"] == QuestionStatus.OPEN


def questions(
    canvas: Canvas,
    axis: TimeAxis,
    asked: Sequence[DrawnEntry],
    by_id: Mapping[str, DrawnEntry],
    today: int,
    room: BandRoom,
) -> None:
    """The open ones first, the longest open ones before the others."""
    spots = canvas.list_of(_("What is still open"))
    order = sorted(asked, key=lambda entry: (not is_open(entry), entry.stands))
    for entry in order[:MOST_OPEN]:
        document = entry.document
        name = "open" if is_open(entry) else "answered"
        x = axis.middle(entry.stands)
        answer = None
        if document["kind"] == "question" and document["answered_by"]:
            answer = by_id.get(document["answered_by"]["id"] or "")
        known = answer.stands if answer else today
        if entry.lasts and entry.until is not None:
            known = min(known, entry.until)
        ends = axis.middle(max(known, entry.stands))
        tail = TAIL if entry.possibly is None else 0.0
        begins = x - tail
        if not tail and entry.possibly is not None and entry.possibly < entry.stands:
            begins = axis.x(entry.possibly)
        before = begins - 8 - width_of(entry.title, SIZE) >= room.left
        left = max(min(x, axis.right - 4 - width_of(entry.title, SIZE)), room.left)
        lines = [] if before else row_name(entry.title, axis.right - 4 - left)
        for line in lines:
            canvas.y += LINE
            canvas.text(left, canvas.y, line, language=entry.language)
        y = canvas.y + ROW / 2
        _bracket(canvas, axis, entry, x, begins, ends, y, name, closed=answer is not None)
        if before:
            canvas.text(begins - 8, y + 4, entry.title, "", "end", language=entry.language)
        term = closed_lists.status_of(document, _iso(today))
        said = row_name(term.label if term else "", room.told, bold=True)
        canvas.lines(room.right, y + 4, said, f"told {name}", bold=True)
        spots.spots.append(
            Spot(max(x, axis.left), y, TARGET, TARGET, _said(entry), entry.url, entry.number)
        )
        canvas.y += max(ROW, len(said) * LINE + 5)


def _said(entry: DrawnEntry) -> str:
    return f"{entry.when}: {entry.title}"


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _bracket(
    canvas: Canvas,
    axis: TimeAxis,
    entry: DrawnEntry,
    x: float,
    begins: float,
    ends: float,
    y: float,
    name: str,
    *,
    closed: bool,
) -> None:
    if begins < x:
        canvas.draw(
            f'<rect class="fading question" x="{begins:.1f}" y="{y - 3:.1f}"'
            f' width="{x - begins:.1f}" height="6" fill="url(#d-in)"/>'
        )
    if entry.stands < axis.first:
        canvas.draw(f'<path class="beyond" d="M{axis.left + 6:.1f} {y - 5:.1f}l-6 5l6 5"/>')
        mark = f"M{axis.left:.1f} {y:.1f}"
    else:
        mark = f"M{x + 5:.1f} {y - 5:.1f}h-5v10h5M{x:.1f} {y:.1f}"
    end = "m-5-5h5v10h-5" if closed else ""
    canvas.draw(f'<path class="asked {name}" d="{mark}H{max(ends, x):.1f}{end}"/>')
