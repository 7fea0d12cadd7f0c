"""Who is named although they did not exist then."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from events import dates, languages
from events.desk.questions.doubts import Doubt
from events.models import Actor, Commitment, Entry, ends_before
from events.publishing import Problem, Where

# An actor, the place at which an entry names it, and the date of that.
Named = tuple[Where, Actor, str]


def named_outside(entry: Entry) -> Iterator[Problem]:
    """Actors that for certain were gone by the day of the entry, or were still to come."""
    try:
        dates.parse(entry.date)
    except dates.DateError:
        return  # which the door says
    for where, actor, edtf in _named(entry):
        day = dates.parse(edtf)
        since, until = _read(actor.since), _read(actor.until)
        if until and until.latest and day.earliest and until.latest < day.earliest:
            message = _(
                "The entry is dated after the life span of %(name)s, which ends with %(date)s. "
                "Is it the right actor?"
            )
        elif since and since.earliest and day.latest and day.latest < since.earliest:
            message = _(
                "The entry is dated before the life span of %(name)s, which begins with %(date)s. "
                "Is it the right actor?"
            )
            until = since
        else:
            continue
        label = until.label(languages.active()) if until else ""
        yield Problem(Doubt.OUTSIDE, where, message % {"name": actor, "date": label})


def members_outside(body: Actor) -> Iterator[Problem]:
    """Memberships of a time at which the body or the member did not exist."""
    for number, membership in enumerate(body.memberships.select_related("actor")):
        for actor in (body, membership.actor):
            if ends_before(actor.until, membership.since) or ends_before(
                membership.until, actor.since
            ):
                message = _("A membership lies outside the life span of %(name)s. Is it right?")
                where = ("memberships", number)
                yield Problem(Doubt.MEMBER_OUTSIDE, where, message % {"name": actor})


def _named(entry: Entry) -> Iterable[Named]:
    for number, row in enumerate(entry.participations.all()):
        yield ("participations", number, "actor"), row.actor, entry.date
        if row.represents:
            yield ("participations", number, "represents"), row.represents, entry.date
    if isinstance(entry, Commitment):
        for number, step in enumerate(entry.roll_call.all()):
            yield ("roll_call", number, "actor"), step.actor, step.date or entry.date
        for number, change in enumerate(entry.status_changes.all()):
            if change.by:
                yield ("status_changes", number, "by"), change.by, change.date


def _read(edtf: str) -> dates.EDTF | None:
    return dates.parse(edtf) if edtf else None
