"""How many take part in a commitment: numbers that add up, and what they mean in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from events.documents import shapes
from events.presenting.parts.figures import amount, number_worded
from events.vocabulary import Qualifier

# In the order in which they are told.
LABELS: dict[shapes.Counted, str | Promise] = {
    "named": pgettext_lazy("count", "named"),
    "confirmed": pgettext_lazy("count", "confirmed"),
    "suspended": pgettext_lazy("count", "suspended"),
    "left": pgettext_lazy("count", "no longer taking part"),
    "declined": pgettext_lazy("count", "declined"),
}


@dataclass(frozen=True, slots=True)
class WordedCount:
    """One number: “9 named (possibly 2 more)”. `key`: of the rows behind it; empty for none."""

    key: str
    worded: str
    label: str
    more: str

    @property
    def line(self) -> str:
        return " ".join(filter(None, [self.worded, self.label, self.more]))


@dataclass(frozen=True, slots=True)
class WordedCounts:
    numbers: list[WordedCount]
    explanation: str


def counts_worded(record: shapes.Counts) -> WordedCounts:
    """The counts of a commitment, and what they mean."""
    return WordedCounts(_numbers(record), " ".join(_explained(record)))


def counts_line(record: shapes.Counts) -> str:
    """The counts in one line: “26 reported · 9 named · 6 confirmed · 2 declined · 11 unknown”."""
    return " · ".join(number.line for number in _numbers(record))


def count_worded(key: shapes.Counted, record: shapes.Counts) -> WordedCount:
    more = _possibly_more(record["possible"][key])
    rows = key if record[key] or more else ""
    return WordedCount(rows, number_worded(record[key]), str(LABELS[key]), more)


def _possibly_more(number: int) -> str:
    """How many more there can be, if there can."""
    return _("(possibly %(number)s more)") % {"number": number_worded(number)} if number else ""


def _numbers(record: shapes.Counts) -> list[WordedCount]:
    reported, unknown = _reported(record), number_worded(record["unknown"])
    claim = pgettext("count", "reported") if reported else pgettext("count", "no number reported")
    return [
        WordedCount("", reported, claim, ""),
        *(count_worded(key, record) for key in LABELS if _is_told(key, record)),
        *([WordedCount("", unknown, pgettext("count", "unknown"), "")] if unknown else []),
    ]


def _is_told(key: shapes.Counted, record: shapes.Counts) -> bool:
    """That nobody is named, or none of them has confirmed it, is worth telling; “0 named” beside
    others who are known by name is not."""
    if record[key] or record["possible"][key] or key == "confirmed":
        return True
    return key == "named" and not record["confirmed"]


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


def _explained(record: shapes.Counts) -> Iterator[str]:
    reported, unknown = record["reported"], record["unknown"]
    if reported is None:
        yield _("No source gives a number of those who take part.")
    else:
        message = ngettext(
            "A source speaks of %(number)s that takes part.",
            "A source speaks of %(number)s that take part.",
            int(reported),
        )
        yield message % {"number": number_worded(reported)}
    if known := list(_known(record)):
        yield from known
        if unknown:
            yield _others(record) % {"number": number_worded(unknown)}
    elif not any(record["possible"].values()):
        yield _("Which ones is not on record: nobody is named.")
    if number := record["declined"]:
        message = ngettext(
            "%(number)s has declined and counts apart.",
            "%(number)s have declined and count apart.",
            number,
        )
        yield message % {"number": number_worded(number)}


def _others(record: shapes.Counts) -> str:
    """Those whom a source names are among those of whom it speaks; of who has said something itself
    nobody knows that."""
    if record["confirmed"] or record["suspended"] or record["left"]:
        return _(
            "Nothing certain is on record of at least %(number)s: whoever has spoken for itself "
            "need not be one of those the source meant."
        )
    return _("Nothing certain is on record of the other %(number)s.")


def _known(record: shapes.Counts) -> Iterator[str]:
    """Of those who take part, or did, how many are known as what."""
    if confirmed := record["confirmed"]:
        message = ngettext(
            "%(number)s has confirmed it.", "%(number)s have confirmed it.", confirmed
        )
        yield message % {"number": number_worded(confirmed)}
    if named := record["named"]:
        message = ngettext("%(number)s is known by name.", "%(number)s are known by name.", named)
        if confirmed:
            message = ngettext(
                "%(number)s more is known by name.", "%(number)s more are known by name.", named
            )
        yield message % {"number": number_worded(named)}
        if not confirmed and not record["possible"]["confirmed"]:
            yield _("None of them has confirmed it.")
    if suspended := record["suspended"]:
        message = ngettext(
            "%(number)s has suspended it.", "%(number)s have suspended it.", suspended
        )
        yield message % {"number": number_worded(suspended)}
    if left := record["left"]:
        message = ngettext(
            "%(number)s takes part no longer.", "%(number)s take part no longer.", left
        )
        yield message % {"number": number_worded(left)}
