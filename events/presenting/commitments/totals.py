"""What the amounts of a commitment come to, in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.documents.roll_call import Line
from events.documents.totals import Total, totals
from events.presenting.parts import amount_line
from events.presenting.wording import closed_lists
from events.vocabulary import AmountForm


@dataclass(frozen=True, slots=True)
class WordedTotal:
    label: str
    amount: SafeString


def totals_worded(lines: Collection[Line], day: date) -> list[WordedTotal]:
    """The sums of more than one amount; a single one stands with its actor."""
    return [
        WordedTotal(closed_lists.label(AmountForm, total.form) or _("Promised"), _line(total))
        for total in totals(lines, day)
        if total.number > 1
    ]


def _line(total: Total) -> SafeString:
    is_exact = total.low == total.high
    return amount_line(
        {
            "value": total.value if is_exact else None,
            "low": None if is_exact else total.low,
            "high": None if is_exact else total.high,
            "unit": total.unit,
            "qualifier": "exactly",
        }
    )
