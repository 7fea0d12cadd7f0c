"""What is odd about the date of a meeting: where it changed, and by which clock it is told."""

from collections.abc import Iterator

import orjson
from django.db.models import Prefetch
from django.utils.translation import gettext as _

from events import dates, languages
from events.desk.questions.doubts import Doubt
from events.log import STANDS
from events.models import Summit, Version, ends_before
from events.publishing import Problem
from events.vocabulary import MeetingMode

# What readers see of meetings, to be fetched for all of them at once.
SEEN = "standing_versions"
PUBLIC = Prefetch("versions", Version.objects.filter(index__superseded_by=STANDS), to_attr=SEEN)


def moved(meeting: Summit) -> Iterator[Problem]:
    """A date that is another one than readers see, without the earlier one; and an earlier date
    that is the same."""
    rows = [dates.parse(meeting.by_clocks_there(row.date)) for row in meeting.earlier_dates.all()]
    value = dates.parse(meeting.date_there)
    for number, earlier in enumerate(rows):
        if earlier == value:
            message = _("This earlier date is the date of the meeting. For when was it planned?")
            yield Problem(Doubt.EARLIER_IS_DATE, ("earlier_dates", number, "date"), message)
    public = _public_date(meeting)
    if public and _is_another(public, value) and public not in rows:
        message = _(
            "The date of a public meeting changed. If it was moved, add %(date)s to its earlier "
            "dates, so that readers see for when it was planned."
        )
        params = {"date": public.edtf}
        yield Problem(Doubt.MOVED, ("earlier_dates",), message % params)


def moved_afterwards(meeting: Summit) -> Iterator[Problem]:
    """A meeting that was moved when it, or what was planned, had been."""
    for number, earlier in enumerate(meeting.earlier_dates.all()):
        if any(ends_before(day, earlier.moved_on) for day in (meeting.date, earlier.date)):
            message = _("On this day, the date had passed already. When was the meeting moved?")
            where = ("earlier_dates", number, "moved_on")
            yield Problem(Doubt.MOVED_AFTERWARDS, where, message)


def clock(meeting: Summit) -> Iterator[Problem]:
    """A time of which nobody can say when it was, or that is not by the clocks of the place."""
    value = dates.parse(meeting.date)
    times = [at for at in (value.begins_at, value.ends_at) if at]
    zone = meeting.zone
    if not zone:
        if any(at.tzinfo is None for at in times):
            message = _(
                "By which clock is this time? Name the time zone of the first place, or write it "
                "with the time, as in “14:30 UTC+02”."
            )
            yield Problem(Doubt.NO_ZONE, ("date",), message)
    elif any(dates.zones.clocks_change(at, zone) for at in times):
        message = _(
            "Clocks are changed at the place in this hour, so that it is left out or comes twice. "
            "Write the time with its offset, as in “02:30 UTC+02”."
        )
        yield Problem(Doubt.CLOCKS_CHANGE, ("date",), message)
    elif any(dates.zones.is_elsewhere(at, zone) for at in times):
        there = dates.zones.at_place(value, zone).label(languages.active())
        said = {"date": there, "zone": zone}
        message = _("By the clocks of the place (%(zone)s), this is %(date)s. Is that right?")
        yield Problem(Doubt.OTHER_CLOCK, ("date",), message % said)


def call_in_person(meeting: Summit) -> Iterator[Problem]:
    if meeting.is_call and meeting.mode == MeetingMode.IN_PERSON:
        message = _("A call or video conference in person: is that right?")
        yield Problem(Doubt.CALL_IN_PERSON, ("mode",), message)


def _public_date(meeting: Summit) -> dates.EDTF | None:
    """The date that readers see; None if the meeting is not public."""
    [standing] = getattr(meeting, SEEN) or [None]
    return dates.parse(orjson.loads(standing.document)["date"]["edtf"]) if standing else None


def _is_another(before: dates.EDTF, after: dates.EDTF) -> bool:
    """Whether it cannot be the same date, known better or told by another clock."""
    times = before.begins_at, after.begins_at
    if all(times):
        return before.instant != after.instant
    started = after.earliest is None or before.latest is None or after.earliest <= before.latest
    ended = after.latest is None or before.earliest is None or after.latest >= before.earliest
    return not (started and ended)
