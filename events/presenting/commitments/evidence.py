"""How long ago anything was last heard of a commitment."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from events import dates
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

    What has not come by the day for certain is not evidence yet. A date known to the month counts
    as its last day; how long ago it was is counted from there, as the least that it can be.
    """
    found = [
        (change["date"]["edtf"], _label(change["date"]), OF_STATUS)
        for change in reading.status_changes(document)
    ]
    found.append((document["date"]["edtf"], _label(document["date"]), OF_ENTRY))
    published = [source["published_on"] for source in document["sources"]]
    found += [(edtf, Text.of(edtf_worded(edtf)), OF_SOURCE) for edtf in published if edtf]
    past = [
        (heard, label, what) for edtf, label, what in found if (heard := _last_heard(edtf, day))
    ]
    if not past:
        return None
    latest, label, what = max(past, key=lambda item: _place(item[0]))
    return Evidence(label, str(what), durations.ago(latest, day))


def _last_heard(edtf: str, day: date) -> dates.Turn | None:
    """When something of this date ended or, as long as it can go on, began. None if it has not come
    by the day, whatever day it means; and of what no one can read."""
    try:
        value = dates.parse(edtf)
    except ValueError:
        return None
    if dates.certainty.begun(value, day) is not dates.Certainty.CERTAIN:
        return None
    over = dates.certainty.until(value)
    return over if over and (over.certainly or date.max) <= day else dates.certainty.since(value)


def _label(record: Date) -> Text:
    """The date in words. For something that goes on, its beginning, without a “since”."""
    begins, interval, _end = record["edtf"].partition("/")
    if interval and record["latest"] is None:
        return Text.of(edtf_worded(begins))
    return text(record["label"])


def _place(heard: dates.Turn) -> tuple[date, date]:
    """A key that sorts dates by how late they are."""
    return heard.certainly or date.max, heard.possibly or date.min
