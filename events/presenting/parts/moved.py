"""For when a meeting had been planned before it was moved."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.documents import shapes
from events.documents.shapes import Document
from events.presenting.wording import Dated, Term, Text, dated, text
from events.vocabulary import SummitStatus, Tone


@dataclass(frozen=True, slots=True)
class WordedEarlierDate:
    date: Dated
    moved_on: str
    source: str  # its short name
    note: Text


def is_moved(document: Document) -> bool:
    """Whether it is a meeting with another date than before: one that was put off for good, or is
    without a new date, is not."""
    if document["kind"] != "summit" or not document["earlier_dates"]:
        return False
    return document["status"] in (SummitStatus.PLANNED, SummitStatus.HELD)


def badge(document: Document) -> Term | None:
    """The word for it beside its status."""
    return Term("moved", _("Moved"), Tone.MIXED) if is_moved(document) else None


def earlier_dates(document: shapes.Summit) -> list[WordedEarlierDate]:
    return [
        WordedEarlierDate(
            dated(earlier["date"]),
            _moved_on(earlier["moved_on"]) if earlier["moved_on"] else "",
            earlier["source"] or "",
            text(earlier["note"]),
        )
        for earlier in document["earlier_dates"]
    ]


def first_planned(document: shapes.Summit) -> SafeString:
    """“first planned for 4 November 2021, then for 10 November 2021”; empty if it never was for
    another day."""
    planned = [_for(earlier["date"]) for earlier in document["earlier_dates"]]
    if not planned:
        return SafeString()
    first, *others = planned
    if not others:
        return SafeString(_("first planned %(first)s") % {"first": first})
    said = {"first": first, "others": _(", then ").join(others)}
    return SafeString(_("first planned %(first)s, then %(others)s") % said)


def _moved_on(record: shapes.Date) -> str:
    label = {"date": text(record["label"]).plain}
    if _is_day(record):
        return _("moved on %(date)s") % label
    return _("moved: %(date)s") % label


def _for(record: shapes.Date) -> str:
    """“for 4 November 2021”. Languages put an article before a day and none before a month; before
    “by 6 January” and “about 6 January” nothing fits."""
    label = {"date": text(record["label"])}
    if record["approximate"] or not _is_bounded(record):
        return str(label["date"])
    if _is_day(record):
        return pgettext("a day", "for %(date)s") % label
    return pgettext("a month or a year", "for %(date)s") % label


def _is_day(record: shapes.Date) -> bool:
    vague = record["approximate"] or record["uncertain"] or record["edtf"].startswith(("[", "{"))
    return record["precision"] in ("day", "time") and _is_bounded(record) and not vague


def _is_bounded(record: shapes.Date) -> bool:
    return record["earliest"] is not None and record["latest"] is not None
