"""What the amounts of a commitment come to, in words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from events.documents.roll_call import Line
from events.documents.totals import Total, newest, total, totals
from events.presenting.parts import amount_line
from events.presenting.wording import closed_lists, joined
from events.vocabulary import AmountForm


@dataclass(frozen=True, slots=True)
class WordedTotal:
    label: str
    amount: SafeString


def totals_worded(lines: Collection[Line], day: date) -> list[WordedTotal]:
    """The sums of more than one amount; a single one stands with its actor."""
    return [
        WordedTotal(closed_lists.label(AmountForm, one.form) or _("Promised"), _line(one))
        for one in totals(lines, day)
        if one.number > 1
    ]


def amount_of(line: Line, day: date) -> SafeString:
    """What an actor gives, in each unit the amount that was told last, with its corrections."""
    last = {base: (form, amounts) for (form, base), amounts in newest(line, day).items()}
    return joined(
        _line(total(form, amounts)) if base and len(amounts) > 1 else amount_line(amounts[-1])
        for base, (form, amounts) in last.items()
    )


def _line(found: Total) -> SafeString:
    is_exact = found.low == found.high
    return amount_line(
        {
            "value": found.value if is_exact else None,
            "low": None if is_exact else found.low,
            "high": None if is_exact else found.high,
            "unit": found.unit,
            "qualifier": "exactly",
        }
    )
