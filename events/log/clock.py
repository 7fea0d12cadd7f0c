"""The clock of the log: that of the database's server, because there is only one of it.

Web servers have clocks of their own, which may be wrong by seconds or by days. No version gets its
time from one of them, and what is asked about the log's end goes by the log's own times.
"""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from events.engines import ServerTime
from events.log.not_now import NotNow
from events.log.versions import Version

# The time by the server's clock, in statements that read the log anyway.
NOW = ServerTime()
# So far the log's last time may lie ahead of the clock: clocks are set right in small steps.
TOLERANCE = timedelta(seconds=5)
# The smallest step of time that the log keeps apart.
TICK = timedelta(microseconds=1)

AHEAD = gettext_noop(
    "The last version of the record says that it was published at %(last)s, and the clock of the "
    "database's server says %(now)s. Nothing can be published until one of them is put right."
)


class CannotBringIn(Exception):
    """A version cannot be given this time of its own. The message says why."""


class ClockBehindLog(NotNow):
    """The log has a time that lies ahead of the server's clock: one of the two is wrong, and what
    is published now would have a wrong time for good."""

    def __init__(self, last: datetime, now: datetime) -> None:
        super().__init__(_(AHEAD) % {"last": _worded(last), "now": _worded(now)})

    @property
    def for_readers(self) -> str:
        return _("Nothing can be published at the moment, because the site's clock is wrong.")


def next_time(last: datetime | None, now: datetime) -> datetime:
    """The time of what is appended now: later than all before it. Raises `ClockBehindLog`."""
    if last is None:
        return now
    if last > now + TOLERANCE:
        raise ClockBehindLog(last, now)
    return max(now, last + TICK)


def brought_in(
    moment: datetime, end: tuple[datetime, datetime | None] | None, now: datetime
) -> None:
    """Raise `CannotBringIn` unless what is appended may say that it was published at `moment`:
    nothing that is older than it has a time by the clock, or a later one, and it is not to come.

    `end`: when the last version was published and loaded; None if there is none.
    """
    if moment > now:
        message = _("%(moment)s is still to come; what was published has a time that has passed.")
        raise CannotBringIn(message % {"moment": _worded(moment)})
    if end is None:
        return
    last, loaded = end
    if loaded is None:
        raise CannotBringIn(
            _("The log has versions already. Times are brought in only into one that is empty.")
        )
    if moment < last:
        message = _("%(moment)s is before %(last)s, at which a version before it was published.")
        raise CannotBringIn(message % {"moment": _worded(moment), "last": _worded(last)})


def confirm_time() -> None:
    """Raise `ClockBehindLog` if nothing can be appended now for the time that it would have."""
    found = Version.objects.order_by("-seq").annotate(now=NOW).values_list("published_at", "now")
    for last, now in found[:1]:
        next_time(last, now)


def end_time() -> datetime | None:
    """When the newest version was published; None if there is none."""
    return Version.objects.order_by("-seq").values_list("published_at", flat=True).first()


def _worded(moment: datetime) -> str:
    local = timezone.localtime(moment)
    # To the second, because clocks that differ by some of them are told from each other by these.
    return f"{date_format(local, 'DATE_FORMAT')}, {local:%H:%M:%S %Z}"
