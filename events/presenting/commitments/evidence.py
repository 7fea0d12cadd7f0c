"""How long ago anything was last heard of a commitment."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from events.documents import reading
from events.documents.shapes import Commitment, Date
from events.presenting.wording import Text, durations, edtf_worded, text

OF_STATUS = _("change of status")
OF_SOURCE = _("source")
OF_ENTRY = _("date of the entry")


@dataclass(frozen=True, slots=True)
class Evidence:
    """`what`: what the date is of; `ago`: empty if the date is too vague to tell."""

    label: Text
    what: str
    ago: str


def last_evidence(document: Commitment, day: date) -> Evidence | None:
    """The latest of what the document dates: a change of status, a source, the entry itself.

    Anything dated after the day is not evidence yet. A date known to the month counts as its last
    day; how long ago it was is counted from there, as the least that it can be.
    """
    found = [
        (durations.bounds(change["date"]), _label(change["date"]), OF_STATUS)
        for change in reading.status_changes(document)
    ]
    found.append((durations.bounds(document["date"]), _label(document["date"]), OF_ENTRY))
    published = [source["published_on"] for source in document["sources"]]
    found += [
        (durations.bounds_of(edtf), Text.of(edtf_worded(edtf)), OF_SOURCE) for edtf in published
    ]
    past = [item for item in found if (item[0][0] or item[0][1] or date.max) <= day]
    if not past:
        return None
    latest, label, what = max(past, key=lambda item: _place(item[0], day))
    return Evidence(label, str(what), durations.ago(latest, day))


def _label(record: Date) -> Text:
    """The date in words. For something that goes on, its beginning, without a “since”."""
    begins, interval, _end = record["edtf"].partition("/")
    if interval and record["latest"] is None:
        return Text.of(edtf_worded(begins))
    return text(record["label"])


def _place(of: durations.Bounds, day: date) -> tuple[date, date]:
    """A key that sorts dates by how late they are. For something that goes on, the last day known
    is its beginning."""
    earliest, latest = of
    begins = earliest or latest or date.min
    return min(latest or begins, day), begins
