"""Reported quantities: what a source says, with how firmly it says so."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
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


@dataclass(frozen=True, slots=True)
class WordedCounts:
    """Who is said to take part in a commitment, who is named, who has confirmed it and who has
    declined. `reported` and `unknown` are empty if no source gives a number."""

    reported: str
    named: str
    confirmed: str
    declined: str
    unknown: str
    explanation: str


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
    return number_format(value, use_l10n=True, force_grouping=True)


def counts(record: shapes.Counts) -> WordedCounts:
    """The counts of a commitment, and a sentence that says what they mean."""
    return WordedCounts(
        _reported(record),
        number_worded(record["named"]),
        number_worded(record["confirmed"]),
        number_worded(record["declined"]),
        number_worded(record["unknown"]),
        _explained(record),
    )


def counts_line(record: shapes.Counts) -> str:
    """The counts in one line: “26 reported · 9 named · 6 confirmed · 2 declined · 17 unknown”."""
    reported = _reported(record)
    claim = pgettext("count", "%(number)s reported")
    said = [claim % {"number": reported} if reported else pgettext("count", "no number reported")]
    wordings: dict[shapes.Counted, str] = {
        "named": pgettext("count", "%(number)s named"),
        "confirmed": pgettext("count", "%(number)s confirmed"),
        "declined": pgettext("count", "%(number)s declined"),
        "left": pgettext("count", "%(number)s no longer"),
    }
    for key, wording in wordings.items():
        number = record[key]
        more = possibly_more(record["possible"][key])
        if number or more or key in ("named", "confirmed"):
            said.append(" ".join(filter(None, [wording % {"number": number_worded(number)}, more])))
    if record["unknown"] is not None:
        said.append(
            pgettext("count", "%(number)s unknown") % {"number": number_worded(record["unknown"])}
        )
    return " · ".join(said)


def possibly_more(number: int) -> str:
    """How many more there can be, if there can."""
    return _("(possibly %(number)s more)") % {"number": number_worded(number)} if number else ""


def _reported(record: shapes.Counts) -> str:
    low, high = record["reported_low"], record["reported_high"]
    said: shapes.Quantity = {
        "value": record["reported"],
        "low": None if low == record["reported"] else low,
        "high": high,
        "unit": None,
        "qualifier": Qualifier.EXACTLY.value,
    }
    return amount(said)


def _explained(record: shapes.Counts) -> str:
    reported, named, confirmed = record["reported"], record["named"], record["confirmed"]
    if reported is None:
        said = [_("No source gives a number of those who take part.")]
    else:
        said = [
            ngettext(
                "A source speaks of %(number)s that takes part.",
                "A source speaks of %(number)s that take part.",
                int(reported),
            )
            % {"number": number_worded(reported)}
        ]
    if not named:
        said.append(_("Which ones is not on record: nobody is named."))
    else:
        said.append(
            ngettext("%(number)s is known by name.", "%(number)s are known by name.", named)
            % {"number": number_worded(named)}
        )
        said.append(
            ngettext("%(number)s has confirmed it.", "%(number)s have confirmed it.", confirmed)
            % {"number": number_worded(confirmed)}
            if confirmed
            else _("None of them has confirmed it.")
        )
    if declined := record["declined"]:
        said.append(
            ngettext("%(number)s has declined.", "%(number)s have declined.", declined)
            % {"number": number_worded(declined)}
        )
    return " ".join(said)


def _qualified(qualifier: str, amount: str) -> str:
    wording = {
        Qualifier.ABOUT: _("about %(number)s"),
        Qualifier.AT_LEAST: _("at least %(number)s"),
        Qualifier.AT_MOST: _("at most %(number)s"),
    }.get(Qualifier(qualifier), "%(number)s")
    return wording % {"number": amount}
