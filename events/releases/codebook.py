"""The codebook of a release: what each column is, in every language of the site, in the words that
the desk has for its fields, and with the values that a closed list has."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.documents.shapes import KINDS as DOCUMENTS
from events.feeds import tables
from events.models import (
    KINDS,
    Actor,
    Alias,
    Citation,
    CommitmentPart,
    EarlierDate,
    Entry,
    EntryPicture,
    Figure,
    FormerName,
    Identifier,
    Measure,
    Medium,
    MeetingPlace,
    Membership,
    Office,
    Participation,
    Process,
    RollCallStage,
    Source,
    StatusChange,
    Topic,
    WalkStep,
)
from events.releases.meanings import DERIVED
from events.vocabulary import CommitmentStatus, QuestionStatus

# By the first member of a column: the tables of the desk that have what stands below it.
BELOW: dict[str, tuple[type[models.Model], ...]] = {
    "actors": (Participation, Actor),
    "aliases": (Alias,),
    "amount": (RollCallStage,),
    "earlier_dates": (EarlierDate,),
    "figures": (Figure, Measure),
    "former_names": (FormerName,),
    "history": (StatusChange,),
    "identifiers": (Identifier,),
    "media": (Medium,),
    "members": (Membership, Actor),
    "offices": (Office,),
    "parts": (CommitmentPart,),
    "pictures": (EntryPicture,),
    "places": (MeetingPlace,),
    "sources": (Citation, Source),
    "steps": (WalkStep,),
    "topics": (Topic,),
    "wider": (Topic,),
}
# By the table: that of the desk which its rows are from.
OF_TABLE: dict[str, tuple[type[models.Model], ...]] = {
    "actors": (Actor,),
    "topics": (Topic,),
    "processes": (Process,),
    "sources": (Source,),
    "roll-call": (RollCallStage, Entry),
    "matrix": (KINDS["position"], Entry),
    **{tables.entries.entries(kind).name: (KINDS[kind], Entry) for kind in DOCUMENTS},
}
# Lists of values of columns that follow from several fields.
LISTS: dict[tuple[str, str], type[models.TextChoices]] = {
    ("commitments", "status"): CommitmentStatus,
    ("questions", "status"): QuestionStatus,
}


def every_language(of: Sequence[tables.DataTable]) -> Iterator[tuple[str, str]]:
    """The codes of the languages, each with the codebook of these tables in it (Markdown)."""
    for code, _name in settings.LANGUAGES:
        with override(code):
            yield code, "\n".join(_lines(of, code)) + "\n"


def explained(table: tables.DataTable, column: str) -> str:
    """What stands in a column, in the language of now; empty if nothing is known of it."""
    path = _without_language(column)
    field = _field(table, path)
    if field is None:
        return _derived(path)
    label = capfirst(str(field.verbose_name))
    told = str(field.help_text) if path == _own(path) else _derived(path)
    return f"{label}. {told}" if told else label


def values_of(table: tables.DataTable, column: str) -> list[tuple[str, str]]:
    """The values of a closed list, each in words."""
    path = _without_language(column)
    if listed := LISTS.get((table.name, column)):
        return [(one.value, str(one.label)) for one in listed]
    field = _field(table, path) if path == _own(path) else None
    choices = getattr(field, "flatchoices", None) or []
    return [(str(value), str(label)) for value, label in choices if value != ""]


def _lines(of: Sequence[tables.DataTable], language: str) -> Iterator[str]:
    yield "# " + _("Codebook")
    yield ""
    yield _(
        "Each file has a header and a row for each record. What is not on record is an empty cell. "
        "Where a record has several of something, each has a line of the cell. An apostrophe "
        "before =, +, - or @ keeps spreadsheets from running a text as a formula."
    )
    for table in of:
        yield ""
        yield f"## {table.name}.csv"
        yield ""
        for column in table.header:
            yield f"- `{column}`: {explained(table, column)}"
            for value, worded in values_of(table, column):
                yield f"  - `{value}`: {worded}"


def _without_language(column: str) -> list[str]:
    path = column.split(".")
    return path[:-1] if path[-1] in dict(settings.LANGUAGES) else path


def _own(path: list[str]) -> list[str]:
    """The path as far as the desk has a field of its own for it."""
    return path[:2] if path[0] in BELOW else path[:1]


def _field(table: tables.DataTable, path: list[str]) -> Any:
    """The field of the desk that the column is about, if there is one."""
    own = _own(path)
    tables_of = BELOW[path[0]] if path[0] in BELOW and own[1:] else OF_TABLE[table.name]
    for model in tables_of:
        try:
            field = model._meta.get_field(own[-1])
        except FieldDoesNotExist:
            continue
        if field.concrete and not field.primary_key:
            return field
    return None


def _derived(path: list[str]) -> str:
    """What is said of a column that is more, or other, than a field of the desk."""
    for start in range(len(path)):
        if told := DERIVED.get(".".join(path[start:])):
            return str(told)
    return str(DERIVED.get(path[0], ""))
