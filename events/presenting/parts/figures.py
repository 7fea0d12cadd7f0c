"""Reported quantities: what a source says, with how firmly it says so."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents import shapes
from events.documents.shapes import Document
from events.presenting.parts.units import unit_worded
from events.presenting.wording import Text, joined, text
from events.vocabulary import Qualifier


@dataclass(frozen=True, slots=True)
class WordedFigure:
    amount: str
    label: Text
    unit: Text
    preferred: bool
    reason: Text
    source: str | None  # the slug of one of the entry's sources

    @property
    def line(self) -> SafeString:
        unit = [self.unit] if self.unit else []
        return joined([Text.of(self.amount), *unit, self.label], " ")


def figures(document: Document) -> list[WordedFigure]:
    measures = [figure["measure"] for figure in document["figures"]]
    return [
        WordedFigure(
            amount(figure),
            text(figure["label"]),
            unit_worded(figure),
            # The only figure of a measure needs no preference.
            figure["preferred"] and measures.count(figure["measure"]) > 1,
            text(figure["reason"]),
            figure["source"],
        )
        for figure in document["figures"]
    ]


def amount(figure: shapes.Quantity) -> str:
    """The number as it was reported: “about 30”, “30–35”, “about 32 (30–35)”."""
    value, low, high = (
        number_worded(figure["value"]),
        number_worded(figure["low"]),
        number_worded(figure["high"]),
    )
    if low and high:
        span = f"{low}–{high}"
    elif low:
        span = _("at least %(number)s") % {"number": low}
    else:
        span = _("at most %(number)s") % {"number": high} if high else ""
    if value:
        value = _qualified(figure["qualifier"], value)
        return f"{value} ({span})" if span else value
    return _qualified(figure["qualifier"], span) if low and high else span


def amount_line(quantity: shapes.Quantity) -> SafeString:
    """The number with its unit, as HTML."""
    said: list[str] = [Text.of(amount(quantity))]
    if unit := unit_worded(quantity):
        said.append(unit)
    return joined(said, " ")


def number_worded(value: float | None) -> str:
    return "" if value is None else _number(value, get_language())


# Most numbers of the record are small, and finding out how a language writes one takes longer than
# everything else about it.
@lru_cache(maxsize=4096, typed=True)
def _number(value: float, language: str | None) -> str:
    return number_format(value, use_l10n=True, force_grouping=True).replace("-", "−")


def _qualified(qualifier: str, amount: str) -> str:
    wording = {
        Qualifier.ABOUT: _("about %(number)s"),
        Qualifier.AT_LEAST: _("at least %(number)s"),
        Qualifier.AT_MOST: _("at most %(number)s"),
    }.get(Qualifier(qualifier), "%(number)s")
    return wording % {"number": amount}
