"""What lines of the audit say, in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model
from django.utils.text import capfirst
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from events import languages
from events.models import AuditLine
from events.vocabulary import DeskAction, Ground

Params = Mapping[str, Any]


def sentence(line: AuditLine) -> str:
    """What was done, in one or more sentences."""
    said = FORMATS[DeskAction(line.action)](line)
    if others := line.params.get("selected", 1) - 1:
        return f"{said} {_selected(others)}"
    return said


def _selected(others: int) -> str:
    return ngettext(
        "Selected together with %(count)s other record.",
        "Selected together with %(count)s other records.",
        others,
    ) % {"count": others}


def label(column: Any) -> str:
    """What a field is called: “Title (German)” for `title_de`."""
    if not hasattr(column, "language"):
        return str(capfirst(column.verbose_name))
    language = get_language_info(column.language)["name_translated"]
    return f"{capfirst(column.translated_field.verbose_name)} ({language})"


def _added(_line: AuditLine) -> str:
    return _("Added.")


def _changed(line: AuditLine) -> str:
    model = _model(line.kind)
    said = []
    if fields := line.params.get("fields"):
        names = ", ".join(_label(model, name) for name in fields)
        said.append(_("Changed: %(fields)s.") % {"fields": names})
    for name, rows in line.params.get("rows", {}).items():
        said.append(f"{_list(model, name)}: {_rows(rows)}.")
    if count := line.params.get("republished"):
        said.append(republished(count))
    if count := line.params.get("renewing"):
        said.append(renewing(count))
    return " ".join(said)


def republished(count: int) -> str:
    """A sentence: this many public entries show a record of reference data as it is now."""
    return ngettext(
        "%(count)s public entry names this and was published again.",
        "%(count)s public entries name this and were published again.",
        count,
    ) % {"count": count}


def renewing(count: int) -> str:
    """A sentence: so many public entries are to show the record as it is now, before long."""
    return ngettext(
        "%(count)s public entry names this and is being published again in the background.",
        "%(count)s public entries name this and are being published again in the background.",
        count,
    ) % {"count": count}


def _rows(rows: Params) -> str:
    """What became of the rows of a list: “added france; removed poland”."""
    texts = {
        "added": _("added %(names)s"),
        "changed": _("changed %(names)s"),
        "removed": _("removed %(names)s"),
    }
    return "; ".join(
        text % {"names": ", ".join(rows[how])} for how, text in texts.items() if rows.get(how)
    )


def _deleted(line: AuditLine) -> str:
    return _("Deleted: “%(name)s”.") % {"name": name(line)}


def _published(line: AuditLine) -> str:
    said = _("Published: readers now see version %(number)s.") % {"number": line.params["number"]}
    if note := _told(line.params.get("note")):
        return " ".join([said, _("Note for readers: “%(note)s”.") % {"note": note}])
    return said


def _told(note: str | Mapping[str, str] | None) -> str:
    """What readers were told, in the language of whoever reads the line, if it was written in it;
    lines of before notes had a language have one text."""
    if not note:
        return ""
    if isinstance(note, str):
        return note
    return note.get(languages.active()) or next(iter(note.values()))


def _withdrawn(line: AuditLine) -> str:
    if reason := _told(line.params.get("reason")):
        return _("Withdrawn. Reason: “%(reason)s”.") % {"reason": reason}
    return _("Withdrawn.")


def _redacted(line: AuditLine) -> str:
    values = {
        "parts": ", ".join(line.params["parts"]),
        "ground": Ground(line.params["ground"]).label,
        "reason": _told(line.params["reason"]),
    }
    return _("Redacted: %(parts)s. Ground: %(ground)s. Reason: “%(reason)s”.") % values


def _anonymised(_line: AuditLine) -> str:
    return _("Anonymised.")


FORMATS: dict[DeskAction, Callable[[AuditLine], str]] = {
    DeskAction.ADDED: _added,
    DeskAction.CHANGED: _changed,
    DeskAction.DELETED: _deleted,
    DeskAction.PUBLISHED: _published,
    DeskAction.WITHDRAWN: _withdrawn,
    DeskAction.REDACTED: _redacted,
    DeskAction.ANONYMISED: _anonymised,
}


def name(line: AuditLine) -> str:
    """The name that a record had, in the reader's language if it had one."""
    names = line.params.get("name") or {}
    return str(names.get(languages.active()) or next(iter(names.values()), line.slug))


def _model(kind: str) -> type[Model]:
    return apps.get_model("events", kind)


def _label(model: type[Model], name: str) -> str:
    """What a field is called; if it no longer exists, its old name is all that is left."""
    try:
        column = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    return label(column) if isinstance(column, Field) else name


def _list(model: type[Model], name: str) -> str:
    try:
        rows: Any = model._meta.get_field(name).related_model
    except FieldDoesNotExist:
        return name
    return str(capfirst(rows._meta.verbose_name_plural))
