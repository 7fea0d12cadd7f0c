"""Who is named although they did not exist then."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from events import dates, languages
from events.desk.questions.doubts import Doubt
from events.models import Actor, Commitment, Entry, Succession, ends_before, read_date
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
        since, until = read_date(actor.since), read_date(actor.until)
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


def facts_outside(actor: Actor) -> Iterator[Problem]:
    """Offices and names of a time at which the actor did not exist, or whom it spoke for."""
    for number, office in enumerate(actor.offices.select_related("represents")):
        for one in filter(None, (actor, office.represents)):
            if ends_before(one.until, office.since) or ends_before(office.until, one.since):
                message = _("This office lies outside the life span of %(name)s. Is it right?")
                where: Where = ("offices", number)
                yield Problem(Doubt.FACT_OUTSIDE, where, message % {"name": one})
    for number, former in enumerate(actor.former_names.all()):
        if ends_before(actor.until, former.until) or ends_before(former.until, actor.since):
            message = _("This name ended outside the life span of %(name)s. Is the day right?")
            where = ("former_names", number, "until")
            yield Problem(Doubt.FACT_OUTSIDE, where, message % {"name": actor})


def successors_outside(actor: Actor) -> Iterator[Problem]:
    """Successions of a day on which one of the two was gone or still to come."""
    for number, row in enumerate(actor.successors.select_related("actor")):
        where: Where = ("successors", number, "date")
        if ends_before(row.actor.until, actor.since):
            message = _("%(later)s had ended before %(earlier)s began. Is it the right successor?")
        elif _is_outside(row):
            message = _(
                "%(later)s came after %(earlier)s on a day outside the life span of one of them. "
                "Is the day right?"
            )
        else:
            continue
        params = {"later": row.actor, "earlier": actor}
        yield Problem(Doubt.SUCCESSOR_OUTSIDE, where, message % params)


def _is_outside(row: Succession) -> bool:
    """Whether the day is before either began, after the successor ended, or later than the day
    after the last one of the predecessor."""
    ended = read_date(row.predecessor.until)
    if ended and ended.latest and ended.latest < date.max:
        day_after = (ended.latest + timedelta(days=1)).isoformat()
        if ends_before(day_after, row.date):
            return True
    begins = (row.predecessor.since, row.actor.since)
    return ends_before(row.actor.until, row.date) or any(ends_before(row.date, d) for d in begins)


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
