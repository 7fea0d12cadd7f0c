"""Up to when the record is kept, in words."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from events import dates
from events.presenting.wording import ago, day_worded
from events.public import Kept


def kept_up_to(kept: Kept) -> list[str]:
    """Sentences for the foot of every page; none while nothing has been published."""
    return told(kept.last_event, kept.published_at)


def told(event: date | None, published_at: datetime | None) -> list[str]:
    sentences = []
    if event:
        when = ago(dates.Turn(event, event), timezone.localdate())
        sentences.append(
            _("Last event on record: %(day)s, %(ago)s.") % {"day": day_worded(event), "ago": when}
        )
    if published_at:
        day = timezone.localtime(published_at).date()
        sentences.append(_("Last publication: %(day)s.") % {"day": day_worded(day)})
    return sentences
