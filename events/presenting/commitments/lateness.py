"""Whether a commitment is late: worked out from its deadline and the reader's day,
stored nowhere."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.documents import progress
from events.documents.progress import StatusOn
from events.documents.shapes import Commitment, Date, PartOfCommitment
from events.presenting.wording import Term, day_worded, durations
from events.vocabulary import CommitmentStatus, Tone

# A commitment with one of these is over and can no longer become late, or not yet owed.
SETTLED = (
    CommitmentStatus.UNDER_NEGOTIATION,
    CommitmentStatus.FULFILLED,
    CommitmentStatus.BROKEN,
    CommitmentStatus.WITHDRAWN,
    CommitmentStatus.SUPERSEDED,
    CommitmentStatus.EXPIRED,
    CommitmentStatus.TERMINATED,
    CommitmentStatus.NEVER_IN_FORCE,
)
# One with one of these is held up, by its makers or by others, and may go on some day: whether its
# deadline still counts is for nobody here to say.
HELD_UP: dict[str, tuple[Promise, Promise]] = {
    CommitmentStatus.SUSPENDED: (
        gettext_lazy("Suspended; the deadline has passed"),
        gettext_lazy("Suspended; the deadline has not passed yet"),
    ),
    CommitmentStatus.BLOCKED: (
        gettext_lazy("Blocked; the deadline has passed"),
        gettext_lazy("Blocked; the deadline has not passed yet"),
    ),
}


def lateness(document: Commitment, day: date) -> Term | None:
    """How the deadline stands on the day; None if there is none, or if the commitment is over or
    still being negotiated.

    A deadline known to the month has passed when the month has. What may be over by now is nowhere
    said to be late.
    """
    return _told(document["deadline"], progress.status_on(document, day), day)


def part_lateness(part: PartOfCommitment, whole: Commitment, day: date) -> Term | None:
    """How the deadline of a part stands on the day, if it has one of its own: with the whole, its
    parts are over."""
    of_whole, of_part = progress.status_on(whole, day), progress.part_status_on(part, day, whole)
    if of_whole.known in SETTLED:
        return None
    over = tuple(other for other in of_whole.others if other.status in SETTLED)
    return _told(part["deadline"], StatusOn(of_part.known, (*of_part.others, *over)), day)


def _told(deadline: Date | None, status: StatusOn, day: date) -> Term | None:
    earliest, latest = durations.bounds(deadline)
    if deadline is None or latest is None or status.known in SETTLED:
        return None
    held_up = HELD_UP.get(status.known)
    if held_up and not status.others:
        passed, ahead = held_up
        return Term("held-up", str(passed if latest < day else ahead), Tone.MIXED)
    if latest < day and status.is_possibly((*SETTLED, *HELD_UP)):
        label = _("The deadline has passed; whether it was met is not known")
        return Term("perhaps", label, Tone.MIXED)
    if latest < day:
        return Term("late", _late(deadline, earliest, latest, day), Tone.WRONG)
    if deadline["approximate"] and (earliest is None or earliest <= day):
        # “About” has no last day that one could be held to.
        return Term("due", _("Due about now; the deadline is not exact"), Tone.MIXED)
    if earliest == latest == day:
        return Term("due", _("Due today"), Tone.MIXED)
    if earliest is None or earliest <= day:
        label = _("Due by %(day)s at the latest") % {"day": day_worded(latest)}
        return Term("due", label, Tone.MIXED)
    left = durations.lasting((day, earliest), (day, latest))
    return Term("ahead", _("%(time)s left") % {"time": left}, Tone.AHEAD)


def _late(deadline: Date, earliest: date | None, latest: date, day: date) -> str:
    if deadline["approximate"] or deadline["uncertain"]:
        return _("Probably overdue; the deadline is not exact")
    overdue = durations.lasting((latest, day), (earliest or latest, day))
    return _("Overdue for %(time)s") % {"time": overdue}
