"""That a position has ended, or may have: only one whose date has an end does."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from events import dates
from events.documents import shapes
from events.presenting.wording import Term, day_worded
from events.vocabulary import Stance, Tone


def ending(record: shapes.Date, stance: str, day: date) -> Term | None:
    """What is to be said of the end of a position of this date on a day; None before it can have
    ended. What is taken back stays so, whatever end its date has."""
    until = dates.certainty.until(dates.parse(record["edtf"]))
    if until is None or stance == Stance.TAKEN_BACK:
        return None
    last = until.certainly
    if last and last < day:
        said = _("ended on %(day)s") if last == until.possibly else _("ended by %(day)s")
        return Term("ended", said % {"day": day_worded(last)}, Tone.OVER)
    if until.possibly and until.possibly >= day:
        return None
    return Term("perhaps-ended", _perhaps(until), Tone.MIXED)


def _perhaps(until: dates.Turn) -> str:
    """“possibly ended since 2 September 2023, by 30 September 2023 for certain”"""
    since = day_worded(until.possibly + timedelta(1)) if until.possibly else ""
    if until.certainly is None:
        if not since:
            return _("possibly ended; when is not known")
        return _("possibly ended since %(since)s; when is not known") % {"since": since}
    last = day_worded(until.certainly)
    if not since:
        return _("possibly ended, by %(last)s for certain") % {"last": last}
    worded = {"since": since, "last": last}
    return _("possibly ended since %(since)s, by %(last)s for certain") % worded
