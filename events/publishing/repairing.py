"""Times of the log that lie ahead of the clock, because it was wrong when they were written."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from events.log import NOW, TICK, Redaction, Version
from events.publishing.redacting import CannotRedact, Places, Why, redact
from events.vocabulary import Ground

# Where a document says when it was published.
TIME = ("version", "published_at")


class Repair(NamedTuple):
    """The right time of a version, beside the one that it has."""

    version: Version
    time: datetime


def repairs() -> list[Repair]:
    """The versions whose times lie ahead of the server's clock, each with the latest time that is
    not and still grows with `seq`. Raises `CannotRedact` if there is no room for them."""
    log = Version.objects.order_by("-seq").annotate(now=NOW).defer("document")
    ahead: list[Version] = []
    last: datetime | None = None
    now: datetime | None = None
    for version in log.iterator(500):
        now = now or version.now
        if version.published_at <= now:
            last = version.published_at
            break
        ahead.append(version)
    if not ahead or now is None:
        return []
    found = [Repair(version, now - TICK * number) for number, version in enumerate(ahead)][::-1]
    if last is not None and found[0].time <= last:
        lacking = last - found[0].time + TICK
        message = _("There is no room for so many times before now. Try again in %(seconds)d s.")
        raise CannotRedact(message % {"seconds": lacking / timedelta(seconds=1) + 1})
    return found


def repair_times(reason: dict[str, str], *, by: Any = None) -> Redaction:
    """Put those times right, and on record. Raises `CannotRedact` if there are none."""
    found = repairs()
    if not found:
        raise CannotRedact(_("No time of the log lies ahead of the server's clock."))
    times = {one.version.pk: one.time for one in found}

    def find() -> Places:
        return {key: [TIME] for key in times}

    return redact(find, Why(Ground.CLOCK, reason), by=by, times=times)
