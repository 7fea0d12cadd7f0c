"""What a page says if it was asked for as of a time at which its subject was not on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest
from django.utils import timezone

from events import public
from events.presenting.wording import Text, day_worded, moment_worded, text, told_apart
from events.views.asking import Query, as_of
from events.views.frame.frame import Frame
from events.views.frame.page import Page


@dataclass(frozen=True)
class NotYetRecorded:
    """What was not on record. `since`: when it was first put on record; `stands`: whether it is on
    record today."""

    name: Text
    since: datetime
    stands: bool


@dataclass(frozen=True)
class RecordedSince:
    """`when`: since when it has been on record; empty if it had been there before, and was not
    then."""

    name: Text
    when: str


def missing_entry(versions: Sequence[public.ServedVersion]) -> NotYetRecorded:
    """An entry, from all its versions (`public.history`)."""
    last = [version for version in versions if version.has_document][-1]
    return NotYetRecorded(
        text(public.with_document(last).document["title"]),
        versions[0].published_at,
        versions[-1] is last,
    )


def missing_name(facet: str, slug: str) -> NotYetRecorded:
    """An actor (`Facet.RECORD`) or a topic. 404 for what nothing has ever named."""
    try:
        begun = public.beginning(facet, slug)
    except public.Missing as missing:
        raise Http404(slug) from missing
    return NotYetRecorded(text(begun.name), begun.since, begun.stands)


def not_yet(request: HttpRequest, asked: as_of.RequestedMoment, *missing: NotYetRecorded) -> Page:
    """A 404, with what there is to read instead. `asked` must have a moment."""
    assert asked.moment is not None
    assert asked.banner is not None
    until = asked.moment.until
    later = [one for one in missing if one.since > until]
    day, whens = asked.banner.label, [moment_worded(one.since) for one in later]
    if asked.moment.is_time:
        day, *whens = told_apart(until, *(one.since for one in later))
    worded = iter(whens)
    first, first_label = _beginning(later)
    content = {
        "day": day,
        "missing": [
            RecordedSince(one.name, next(worded) if one in later else "") for one in missing
        ],
        "first_day": first_label,
        "first_url": Query(request.path, ()).plus("as_of", first).url if first else "",
        "today_url": asked.banner.url if all(one.stands for one in missing) else "",
    }
    return Page("site/not_yet.html", Frame.of_nothing(404, asked.banner), content)


def _beginning(later: Sequence[NotYetRecorded]) -> tuple[str, str]:
    """From when on all of these are on record, for an address and in words: the end of the day or,
    if one of them is no longer there, the very moment, because it may have gone on the same day."""
    if not later:
        return "", ""
    since = max(one.since for one in later)
    if not all(one.stands for one in later):
        return since.isoformat(), moment_worded(since)
    day = timezone.localdate(since)
    return day.isoformat(), day_worded(day)
