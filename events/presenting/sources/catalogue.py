"""The list of all sources: by who published them, and those that cannot be found again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.presenting.parts import state_worded
from events.presenting.wording import Links, Term, Text, edtf_worded, joined, text_in
from events.public import CataloguedSource
from events.vocabulary import SourceState
from events.words import normalise

# What a source can lack, by the values that the address of the list takes.
MISSING = {
    "address": gettext_lazy("Without an address"),
    "archive": gettext_lazy("Without an archived copy"),
    "both": gettext_lazy("Without both"),
}


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """`about`: when it was published, and what is not known of it; `entries`: how many cite it, if
    they are counted; `state`: that it was corrected or retracted."""

    title: Text
    url: str
    outlet: Text
    about: SafeString
    state: Term | None
    entries: int | None


def narrowed(
    found: Iterable[CataloguedSource], outlet: str, missing: str
) -> list[CataloguedSource]:
    """Those whose publisher has these words, or the beginning of them, and that lack this."""
    words = normalise(outlet).split()
    return [
        one for one in found if _has(one.shown["publisher"] or "", words) and _lacks(one, missing)
    ]


def ordered(found: Iterable[CataloguedSource]) -> list[CataloguedSource]:
    """By publisher, those of nobody known last; of one publisher, the newest first."""
    by_date = sorted(found, key=lambda one: one.shown["published_on"] or "", reverse=True)
    return sorted(by_date, key=_outlet)


def rows(found: Sequence[CataloguedSource], links: Links) -> list[CatalogueRow]:
    return [_row(one, links) for one in found]


def _outlet(one: CataloguedSource) -> tuple[bool, str]:
    publisher = one.shown["publisher"] or ""
    return not publisher, normalise(publisher)


def _has(publisher: str, words: Sequence[str]) -> bool:
    names = normalise(publisher).split()
    return all(any(name.startswith(word) for name in names) for word in words)


def _lacks(one: CataloguedSource, missing: str) -> bool:
    shown = one.shown
    if missing == "address":
        return not shown["addressed"]
    if missing == "archive":
        return not shown["archived"]
    return missing != "both" or not (shown["addressed"] or shown["archived"])


def _row(one: CataloguedSource, links: Links) -> CatalogueRow:
    shown = one.shown
    about = [
        edtf_worded(shown["published_on"]) or _("no date given"),
        "" if shown["addressed"] else _("no address"),
        "" if shown["archived"] else _("no archived copy"),
    ]
    return CatalogueRow(
        text_in(shown["title"], shown["language"]),
        links.source(one.slug),
        text_in(shown["publisher"], shown["language"]),
        joined((Text.of(part) for part in about if part), " · "),
        None if shown["state"] == SourceState.PUBLISHED else state_worded(shown["state"]),
        one.entries,
    )
