"""Dates of documents: the label, and in words how much of the date is known."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import dates, languages
from events.documents import shapes
from events.presenting.wording.texts import Text, text

MARKS = {
    "month": gettext_lazy("day not known"),
    **dict.fromkeys(
        ("season", "quarter", "quadrimester", "half-year", "year"), gettext_lazy("month not known")
    ),
    **dict.fromkeys(("decade", "century", "millennium", "unknown"), gettext_lazy("year not known")),
}
KNOWN = {
    "month": gettext_lazy("Known to the month; the day is not known."),
    "season": gettext_lazy("Known to the season of the year; the month is not known."),
    "quarter": gettext_lazy("Known to the quarter of the year; the month is not known."),
    "quadrimester": gettext_lazy("Known to the third of the year; the month is not known."),
    "half-year": gettext_lazy("Known to the half of the year; the month is not known."),
    "year": gettext_lazy("Known to the year; month and day are not known."),
    "decade": gettext_lazy("Known to the decade; the year is not known."),
    "century": gettext_lazy("Known to the century; the year is not known."),
    "millennium": gettext_lazy("Known to the millennium; the century is not known."),
    "unknown": gettext_lazy("The year is not known."),
}

# Times are given to the minute, unless that would not tell two of them apart.
PRECISIONS = ("%H:%M", "%H:%M:%S", "%H:%M:%S.%f")


@dataclass(frozen=True, slots=True)
class Dated:
    """`mark`: one or two words if the date is not known to the day; `notes`: the same
    in sentences."""

    label: Text
    edtf: str
    mark: str
    notes: list[str]
    machine: str  # for <time datetime>: only what is known exactly


def dated(record: shapes.Date) -> Dated:
    return Dated(
        text(record["label"]), record["edtf"], mark(record), notes(record), _machine(record)
    )


def dated_or_none(record: shapes.Date | None) -> Dated | None:
    return dated(record) if record else None


def mark(record: shapes.Date) -> str:
    """How imprecise a date is, in one or two words; empty if the day is known."""
    edtf = record["edtf"]
    if record["precision"] == "unknown":
        return str(MARKS["unknown"])
    if record["earliest"] is None:
        return _("start not known") if edtf.startswith("/") else str(MARKS["month"])
    if edtf.startswith("["):
        # “Late October” is one day of a stretch.
        return _("one of these dates") if "," in edtf else str(MARKS["month"])
    if record["latest"] is None:
        return _("goes on") if edtf.endswith("..") else _("end not known")
    if record["uncertain"]:
        return _("uncertain")
    if record["approximate"]:
        return _("approximate")
    return str(MARKS.get(record["precision"], ""))


def notes(record: shapes.Date) -> list[str]:
    """What is known of a date and what is not, in sentences."""
    edtf, said = record["edtf"], []
    unknown = record["precision"] == "unknown"
    # One of several dates has the precision that holds all of them; that it is one of them says it.
    # And “about 2025” is not known to the year.
    if record["precision"] in KNOWN and not edtf.startswith("[") and not record["approximate"]:
        said.append(str(KNOWN[record["precision"]]))
    if edtf.startswith("/"):
        said.append(_("When it began is not known."))
    elif record["earliest"] is None and not unknown:
        said.append(_("This is the latest possible date; how much earlier it was is not known."))
    if record["latest"] is None and edtf.endswith(".."):
        said.append(_("It goes on: no end is known."))
    elif record["latest"] is None and not unknown and not edtf.startswith("["):
        said.append(_("When it ended is not known."))
    if edtf.startswith("["):
        said.append(
            _("It is one of these dates; which one is not known.")
            if "," in edtf
            else _("It is one day of this time; which one is not known.")
        )
    if record["approximate"]:
        said.append(_("The date is approximate."))
    if record["uncertain"]:
        said.append(_("The date is uncertain: the sources leave it in doubt."))
    if "T" in edtf and any(at and not at.tzinfo for at in _times(edtf)):
        said.append(_("The time is local; its zone is not on record."))
    return said


def _times(edtf: str) -> tuple[datetime | None, datetime | None]:
    value = dates.parse(edtf)
    return value.begins_at, value.ends_at


def edtf_worded(edtf: str | None) -> str:
    """The EDTF string of a source, worded in the reader's language."""
    if not edtf:
        return ""
    try:
        return dates.parse(edtf).label(languages.active())
    except ValueError:
        return edtf


def sort_day(record: shapes.Date) -> str:
    """The day, as ISO text, at which a date stands in a list: that of the date as written."""
    return dates.parse(record["edtf"]).sort_day.isoformat()


def end_day(record: shapes.Date) -> str:
    """The day, as ISO text, by which a date has passed: its latest, else its earliest; if nothing
    is known of it, the last day there is."""
    return record["latest"] or record["earliest"] or date.max.isoformat()


def month_name(year: int, month: int) -> str:
    return f"{MONTHS[month]} {year}"


def day_worded(day: date) -> str:
    """A day, worded as the record words days."""
    return dates.parse(day.isoformat()).label(languages.active())


def moment_worded(moment: datetime, precision: str = PRECISIONS[0]) -> str:
    """When something was published, in the site's time zone, which is named."""
    local = timezone.localtime(moment)
    return f"{day_worded(local.date())}, {local.strftime(precision)} {local.tzname()}"


def told_apart(*moments: datetime) -> list[str]:
    """Moments in words, precise enough that different ones read differently."""
    told: list[str] = []
    for precision in PRECISIONS:
        told = [moment_worded(moment, precision) for moment in moments]
        if len(set(told)) == len(set(moments)):
            break
    return told


def _machine(record: shapes.Date) -> str:
    """A value for `<time datetime>`, which cannot express doubt: a day that is certain,
    or nothing."""
    earliest, latest = record["earliest"], record["latest"]
    exact = record["precision"] == "day" and earliest == latest
    if not earliest or not exact or record["approximate"] or record["uncertain"]:
        return ""
    return date.fromisoformat(earliest).isoformat()
