"""Who was in the room: the actors most often named at the meetings, and at which they were."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.presenting.drawing.chapters.axis import TimeAxis
from events.presenting.drawing.chapters.canvas import LINE, TARGET, Canvas, Spot, row_name
from events.presenting.drawing.chapters.entries import ActorNames, DrawnEntry, behind
from events.presenting.drawing.chapters.positions import BandRoom
from events.presenting.drawing.chapters.spine import at
from events.presenting.parts import AWAY
from events.presenting.wording import Links
from events.vocabulary import Attendance, SummitStatus

MOST = 6
ROW = 17.0
FEW = 2
OVER = (SummitStatus.CANCELLED, SummitStatus.POSTPONED)


def present(entry: DrawnEntry) -> dict[str, str]:
    """Of each actor of a meeting, or of whom it is there for: there, away or expected."""
    found: dict[str, str] = {}
    document = entry.document
    if document["kind"] != "summit":
        return found
    for actor in document["actors"]:
        slug = behind(actor)
        if actor["status"] in AWAY:
            found.setdefault(slug, "away")
        elif actor["status"] == Attendance.EXPECTED or document["status"] != SummitStatus.HELD:
            found[slug] = "there" if found.get(slug) == "there" else "expected"
        else:
            found[slug] = "there"
    return found


def most_present(meetings: Sequence[DrawnEntry], most: int = MOST) -> list[str]:
    """The actors named at most meetings, those most often first."""
    counts: Counter[str] = Counter()
    for entry in meetings:
        counts.update(present(entry).keys())
    return [slug for slug, _number in sorted(counts.items(), key=lambda one: (-one[1], one[0]))][
        :most
    ]


def room(
    canvas: Canvas,
    axis: TimeAxis,
    meetings: Sequence[DrawnEntry],
    names: ActorNames,
    links: Links,
    space: BandRoom,
) -> None:
    """A row for each, a dot for each meeting at which it was; lines join who was there together."""
    rows = most_present(meetings)
    held = sum(
        entry.document["kind"] == "summit" and entry.document["status"] == SummitStatus.HELD
        for entry in meetings
    )
    present_at = [present(entry) for entry in meetings]
    spots = canvas.list_of(_("Who was in the room"))
    places: dict[str, float] = {}
    for slug in rows:
        number = sum(there.get(slug) == "there" for there in present_at)
        told = ngettext(
            "%(there)s of %(number)s meeting", "%(there)s of %(number)s meetings", held
        ) % {"there": number, "number": held}
        lines, said = row_name(names[slug], space.names), row_name(told, space.told)
        y = canvas.y + ROW / 2
        places[slug] = y
        canvas.lines(space.left + space.names, y + 4, lines, "name", "end")
        if number:
            canvas.lines(space.right, y + 4, said, "soft")
        canvas.line(axis.left, y, axis.right, y, "level")
        x = space.left + space.names / 2
        name = f"{names[slug]}: {told}"
        spots.spots.append(Spot(x, y, space.names, TARGET, name, links.actor(slug)))
        canvas.y += max(ROW, max(len(lines), len(said) if number else 0) * LINE + 3)
    for entry, there in zip(meetings, present_at, strict=True):
        x = at(axis, entry)
        joined = [places[slug] for slug in rows if there.get(slug) == "there"]
        if len(joined) >= FEW:
            canvas.line(x, joined[0], x, joined[-1], "joined")
        for slug in rows:
            y = places[slug]
            state = there.get(slug)
            if state == "there":
                canvas.draw(f'<circle class="there" cx="{x:.1f}" cy="{y:g}" r="4.2"/>')
            elif state == "away":
                canvas.draw(f'<path class="away" d="M{x - 3:.1f} {y - 3:g}l6 6m0-6l-6 6"/>')
            elif state:
                canvas.draw(f'<circle class="expected" cx="{x:.1f}" cy="{y:g}" r="3.4"/>')
