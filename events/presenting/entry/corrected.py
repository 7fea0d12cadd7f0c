"""An entry that was corrected: what it said, struck, and what it says now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from events.presenting.entry.differences import FieldChange, between, replaced
from events.presenting.wording import Links, Text, day_worded, text
from events.public import Correction

# Whose change corrects the wording, or the record about an entry, rather than what it says.
NOT_A_VALUE = ("title", "summary", "slug", "rank", "source", "process", "topic")


@dataclass(frozen=True, slots=True)
class CorrectedEntry:
    """`label`: of the first value that was changed; `html`: that value, old and new. `more`: how
    many others were changed with it. `note`: why, as readers were told."""

    title: Text
    url: str
    label: str
    html: SafeString
    more: int
    note: Text
    day: str


def corrected(found: Iterable[Correction], links: Links, limit: int) -> list[CorrectedEntry]:
    """The newest corrections that changed a value; changes of wording alone are passed over."""
    rows: list[CorrectedEntry] = []
    for correction in found:
        if len(rows) == limit:
            break
        values = [
            change
            for change in between(correction.before, correction.document)
            if change.how == "changed" and change.key.split(".")[0] not in NOT_A_VALUE
        ]
        if values:
            html = _value(correction, values[0])
            rows.append(_row(correction, values[0].label, html, len(values) - 1, links))
    return rows


def _value(correction: Correction, change: FieldChange) -> SafeString:
    """The old value and the new one; of a date, as the reader's language words it."""
    if change.key != "date":
        return change.html
    before, after = (text(d["date"]["label"]) for d in (correction.before, correction.document))
    return replaced(before, after)


def _row(
    correction: Correction, label: str, html: SafeString, more: int, links: Links
) -> CorrectedEntry:
    document, version = correction.document, correction.document["version"]
    pair = f"?from={version['number'] - 1}&to={version['number']}"
    published = date.fromisoformat(version["published_at"][:10])
    return CorrectedEntry(
        text(document["title"]),
        links.page("history", document["slug"]) + pair,
        label,
        html,
        more,
        text(version["note"]),
        day_worded(published),
    )
