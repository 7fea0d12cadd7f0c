"""What is odd about the status of a commitment and its deadlines."""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from events import dates
from events.desk.questions.doubts import Doubt
from events.models import Commitment, ends_before, read_date
from events.publishing import Problem, Where


def changes(commitment: Commitment) -> Iterator[Problem]:
    """Changes from before there was anything to change, and several on one day."""
    made = read_date(commitment.date)
    rows = list(enumerate(commitment.status_changes.all()))
    for number, row in rows:
        when = read_date(row.date)
        if made and when and dates.certainty.precedes(when, made):
            message = _("“%(status)s” is dated before the commitment itself. Are both dates right?")
            params = {"status": row.get_status_display()}
            where: Where = ("status_changes", number, "date")
            yield Problem(Doubt.CHANGE_BEFORE_ALL, where, message % params)
    for (_first, one), (number, other) in combinations(rows, 2):
        if one.date and (one.part, one.date) == (other.part, other.date):
            message = _("Two changes of status on one day: %(one)s, %(other)s. Is that right?")
            params = {"one": one.get_status_display(), "other": other.get_status_display()}
            where = ("status_changes", number, "status")
            yield Problem(Doubt.CHANGES_OF_ONE_DAY, where, message % params)


def deadlines(commitment: Commitment) -> Iterator[Problem]:
    """Deadlines that had passed when the commitment was made."""
    places: list[tuple[Where, str]] = [(("deadline",), commitment.deadline)]
    for number, part in enumerate(commitment.parts.all()):
        places.append((("parts", number, "deadline"), part.deadline))
    for where, deadline in places:
        if ends_before(deadline, commitment.date):
            message = _("This deadline had passed when the commitment was made. Is it right?")
            yield Problem(Doubt.DEADLINE_PASSED, where, message)
