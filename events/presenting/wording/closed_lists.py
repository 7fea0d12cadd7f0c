"""The closed lists of the record as readers see them: a word, with a sign to support its colour."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from babel import Locale
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from events.documents import progress, reading
from events.documents.shapes import Document
from events.presenting.wording.dates import day_worded
from events.vocabulary import TRAITS, Basis, Kind, Stance, SummitStatus, Tone

SIGNS = {
    Stance.SUPPORTS: "+",
    Stance.CONDITIONAL: "±",
    Stance.UNDECIDED: "?",
    Stance.OPPOSES: "−",
    Stance.ABSTAINED: "○",
    Stance.DID_NOT_VOTE: "∅",
    Stance.TAKEN_BACK: "↺",
}


# As they stand beside what is known in this way, within a sentence or after it.
BASES = {
    Basis.STATED: ("“", gettext_lazy("stated by the actor")),
    Basis.REPORTED: ("¶", gettext_lazy("reported by the source")),
    Basis.INFERRED: ("∴", gettext_lazy("inferred by the editors")),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list. `tone`: a class name for its colour."""

    value: str
    label: str
    tone: str = ""
    sign: str = ""


# `reader`: the reader's language, if it is known already: a list asks for a word on every line.
def kind(value: str, reader: str = "") -> Term:
    return _kind(value, reader or get_language())


def status(of_kind: str, value: str | None, reader: str = "") -> Term | None:
    return _status(of_kind, value, reader or get_language()) if value else None


def stance(value: str, reader: str = "") -> Term:
    return _stance(value, reader or get_language())


def basis(value: str | None, reader: str = "") -> Term | None:
    """How it is known; None if that is not recorded."""
    return _basis(value, reader or get_language()) if value else None


# A list uses few words, so each is made once per language, whichever one is active then.
@lru_cache(maxsize=100)
def _kind(value: str, language: str | None) -> Term:
    with override(language):
        return Term(value, str(TRAITS[value].singular), value)


@lru_cache(maxsize=400)
def _status(of_kind: str, value: str, language: str | None) -> Term:
    with override(language):
        traits = TRAITS[of_kind]
        return Term(value, label(traits.statuses, value), traits.tones.get(value, Tone.OVER))


@lru_cache(maxsize=100)
def _stance(value: str, language: str | None) -> Term:
    with override(language):
        return Term(value, label(Stance, value), value, SIGNS.get(Stance(value), ""))


@lru_cache(maxsize=100)
def _basis(value: str, language: str | None) -> Term:
    with override(language):
        sign, words = BASES[Basis(value)]
        return Term(value, str(words), value, sign)


def status_of(document: Document, day: str, reader: str = "") -> Term | None:
    """The status of an entry as it looks on a day, which is ISO text.

    A meeting planned for a day that has passed was held or not: nobody has said so yet.
    """
    if document["kind"] == "commitment":
        return progress_worded(progress.status_on(document, date.fromisoformat(day)), reader)
    found = status(document["kind"], reading.status(document), reader)
    if found and found.value == SummitStatus.PLANNED and (document["date"]["latest"] or day) < day:
        return Term(found.value, _("Planned; outcome not on record"), Tone.MIXED)
    return found


def progress_worded(said: progress.StatusOn, reader: str = "") -> Term:
    """The status of a commitment, or of a part of one: “Open, possibly fulfilled since 1 March
    2026”."""
    known = _progress(said.known, reader)
    if not said.others:
        return known
    others = [_possible(other, reader) for other in said.others]
    worded = {"status": known.label, "others": _(" or ").join(others)}
    return Term(known.value, _("%(status)s, possibly %(others)s") % worded, Tone.MIXED)


def _possible(other: progress.PossibleStatus, reader: str) -> str:
    label = _progress(other.status, reader).label
    # All of them are words that are written small within a sentence.
    said = label[:1].lower() + label[1:]
    if other.since is None:
        return said
    return _("%(status)s since %(day)s") % {"status": said, "day": day_worded(other.since)}


def _progress(value: str, reader: str) -> Term:
    return status(Kind.COMMITMENT, value, reader) or Term(value, value)


def label(choices: Any, value: str | None) -> str:
    """The label of a value; the value itself if a release has dropped it from the list."""
    if not value:
        return ""
    try:
        return str(choices(value).label)
    except ValueError:
        return value


# What newspapers call states that the CLDR calls otherwise.
PRINTED = {"de": {"GB": "Großbritannien", "US": "USA"}}


def country(code: str | None) -> str:
    """The name of a country by its ISO 3166-1 alpha-2 code, in the reader's language."""
    return state(code) or code or ""


def state(code: str | None) -> str:
    """The same for the code of an actor; empty for a part of a state or a former one, whose own
    name stands in the record."""
    reader = get_language() or ""
    printed = PRINTED.get(reader.partition("-")[0], {}).get(code or "")
    return printed or (_locale(reader).territories.get(code, "") if code else "")


def language(code: str) -> str:
    """The name of a language by its tag, in the reader's language."""
    base = code.partition("-")[0]
    return _locale(get_language()).languages.get(base, code)


@lru_cache(maxsize=20)
def _locale(language: str | None) -> Locale:
    return Locale.parse(language or "en", sep="-")
