"""Whether a commitment is late: worked out from its deadline and the reader's day,
stored nowhere."""

from datetime import date

from django.utils.translation import gettext as _

from events.documents import reading
from events.documents.shapes import Commitment, Date
from events.presenting.wording import Term, day_worded, durations
from events.vocabulary import CommitmentStatus

# A commitment with one of these is over and can no longer become late.
SETTLED = (
    CommitmentStatus.FULFILLED,
    CommitmentStatus.BROKEN,
    CommitmentStatus.WITHDRAWN,
    CommitmentStatus.SUPERSEDED,
)


def lateness(document: Commitment, day: date) -> Term | None:
    """How the deadline stands on the day; None if there is none, or if the commitment is over.

    A deadline known to the month has passed when the month has.
    """
    deadline = document["deadline"]
    earliest, latest = durations.bounds(deadline)
    settled = reading.status_on(document, day.isoformat()) in SETTLED
    if deadline is None or latest is None or settled:
        return None
    if latest < day:
        return Term("late", _late(deadline, earliest, latest, day), "wrong")
    if deadline["approximate"] and (earliest is None or earliest <= day):
        # “About” has no last day that one could be held to.
        return Term("due", _("Due about now; the deadline is not exact"), "mixed")
    if earliest == latest == day:
        return Term("due", _("Due today"), "mixed")
    if earliest is None or earliest <= day:
        label = _("Due by %(day)s at the latest") % {"day": day_worded(latest)}
        return Term("due", label, "mixed")
    left = durations.lasting((earliest - day).days, (latest - day).days)
    return Term("ahead", _("%(time)s left") % {"time": left}, "ahead")


def _late(deadline: Date, earliest: date | None, latest: date, day: date) -> str:
    if deadline["approximate"] or deadline["uncertain"]:
        return _("Probably overdue; the deadline is not exact")
    most = (day - (earliest or latest)).days
    return _("Overdue for %(time)s") % {"time": durations.lasting((day - latest).days, most)}
