"""Taking out of the desk's own tables what was redacted, so that it cannot be published again and
is in no copy of the database."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, count
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    F,
    ForeignKey,
    Model,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.utils import timezone
from modeltranslation.manager import get_translatable_fields_for_model

from events.desk import lookup, open_forms, snapshots
from events.desk.calling import ROWS, called, key_of_part
from events.desk.changes import ABOUT
from events.desk.forgetting import forget_in_snapshots
from events.desk.rights import kind_of
from events.desk.written import DELETED, EMPTIED, PLAIN, ROWS_OF
from events.documents.redacting import EVERY, stub
from events.models import (
    KINDS,
    Actor,
    AuditLine,
    Citation,
    Entry,
    Job,
    RedactedLine,
    Redaction,
    Reference,
    Source,
    StatusChange,
)
from events.publishing import ALL, stand_in
from events.vocabulary import Occasion

# What lines of the audit quote; all else in them is names of fields and numbers.
QUOTED = ("note", "reason", "name", "rows")


def blank(redaction: Redaction) -> None:
    """Blank what the redaction says of the desk, as far as it is there."""
    if not redaction.desk:
        return
    model: Any = apps.get_model("events", redaction.desk["kind"])
    thing = model.objects.filter(pk=redaction.desk["key"]).first()
    if isinstance(thing, Entry):
        blank_entry(thing, redaction.desk["parts"], redaction)
    elif thing is not None:
        blank_reference(thing, redaction)
    else:
        # It was deleted. What is left are lines about it.
        kind, key = redaction.desk["kind"], redaction.desk["key"]
        forget_in_snapshots(kind, key, redaction, [ALL, "slug"], short_names(kind, key))
        _redact_lines(kind, key, redaction, is_renamed=True)
        _forget_log((model,), key)


def is_here(desk: Mapping[str, Any], entries: Collection[str]) -> bool:
    """Does the desk have what a redaction blanks of it? `entries`: the ids of those that it
    concerns, by which an entry is known in another copy, too."""
    if not desk:
        return False
    model: Any = apps.get_model("events", desk["kind"])
    thing = model.objects.filter(pk=desk["key"]).first()
    return str(thing.uid) in entries if isinstance(thing, Entry) else thing is not None


def blank_entry(entry: Entry, parts: Sequence[str], redaction: Redaction) -> None:
    """Blank these parts of an entry, as `publishing.in_entry` reads them."""
    everything = ALL in parts
    own = KINDS[entry.kind]
    for part in [*ROWS] if everything else parts:
        name, *path = part.split("/")
        if name in ROWS:
            _blank_rows(entry, name, path)
    wanted = None if everything else {part.split("/")[0] for part in parts}
    for model in (Entry, own):
        _blank(_plain(model).filter(pk=entry.pk), model, wanted)
    if everything or "date" in (wanted or ()):
        _blank(_plain(Entry).filter(pk=entry.pk), Entry, {"date_label"})
    if "slug" in parts:
        _plain(Entry).filter(pk=entry.pk).update(slug=stand_in(redaction.uid))
    _touch(_plain(Entry).filter(pk=entry.pk))
    slugs = {entry.slug, *short_names(kind_of(entry), entry.pk)} if "slug" in parts else set()
    forget_in_snapshots(kind_of(entry), entry.pk, redaction, parts, slugs)
    lookup.renew(entry)
    _redact_lines(kind_of(entry), entry.pk, redaction, entry.slug, is_renamed="slug" in parts)
    _forget_log((Entry, own), entry.pk)
    _keep([own._default_manager.get(pk=entry.pk)], redaction)


def blank_reference(reference: Reference, redaction: Redaction) -> None:
    """Blank a record of reference data, with its short name."""
    model = type(reference)
    _blank(_plain(model).filter(pk=reference.pk), model, None)
    kind = kind_of(reference)
    for rows in ROWS_OF.get(kind, ()):
        _blank(_plain(rows).filter(**{kind: reference.pk}), rows, None)
    if isinstance(reference, Actor):
        for rows in DELETED:
            _plain(rows).filter(actor=reference.pk).delete()
    entries = _plain(Entry).none()
    if isinstance(reference, Source):
        citing = _plain(Citation).filter(source=reference.pk)
        _blank(citing, Citation, None)
        entries = _plain(Entry).filter(pk__in=citing.values("entry"))
        _touch(entries)
    _plain(model).filter(pk=reference.pk).update(slug=stand_in(redaction.uid))
    slugs = {reference.slug, *short_names(kind, reference.pk)}
    forget_in_snapshots(kind, reference.pk, redaction, [ALL, "slug"], slugs)
    lookup.renew(reference)
    _redact_lines(kind, reference.pk, redaction, reference.slug, is_renamed=True)
    jobs = _plain(Job).filter(kind=kind, key=reference.pk)
    jobs.update(slug=stand_in(redaction.uid))
    _forget_log((model,), reference.pk)
    _forget_changes(redaction.versions.values_list("version__entry", flat=True))
    _keep([model._default_manager.get(pk=reference.pk), *entries], redaction)


def _keep(things: Iterable[Any], redaction: Redaction) -> None:
    """Keep what is left of these records, so that whoever had opened one before is told."""
    open_forms.forget_documents()
    for thing in things:
        open_forms.forget(kind_of(thing), [thing.pk])
        snapshots.keep(thing, redaction.by, occasion=Occasion.REDACTED)


def short_names(kind: str, key: int) -> set[str]:
    """The short names that a record has had, by the lines about it."""
    return set(_plain(AuditLine).filter(kind=kind, key=key).values_list("slug", flat=True))


def _touch(entries: QuerySet[Any]) -> None:
    """A form that was opened before does not put the texts back unnoticed. What readers see of the
    entries is what editors see, or is not, as before."""
    now = timezone.now()
    public = Case(
        When(public_edited_at=F("edited_at"), then=Value(now)), default="public_edited_at"
    )
    entries.update(edited_at=now, public_edited_at=public)


def _blank_rows(entry: Entry, name: str, path: Sequence[str]) -> None:
    """Blank the rows of one list. By which number a document calls one need not be its place here,
    so all rows are meant by any number."""
    model, owner, _names = ROWS[name]
    found = _plain(model).filter(**{owner: entry.pk})
    if name == "history":
        found = found.filter(part="")
    columns = {path[1]} if len(path) > 1 else None
    is_named = bool(path) and path[0] != EVERY and not path[0].isdecimal()
    if is_named:
        found = found.filter(called(name, path[0]))
    if name == "parts" and columns in (None, {"history"}):
        changes = _plain(StatusChange).filter(commitment=entry.pk).exclude(part="")
        changes = changes.filter(part=key_of_part(path[0])) if is_named else changes
        _blank(changes, StatusChange, {path[3]} if len(path) > 3 else None)
    if columns != {"history"}:
        _blank(found, model, columns)


def _blank(rows: QuerySet[Any], model: type[Model], wanted: Iterable[str] | None) -> None:
    """Replace the texts of these rows: all, or those in the columns that are wanted."""
    only = None if wanted is None else set(wanted)
    translated = set(get_translatable_fields_for_model(model) or ())
    changed: dict[str, Any] = {}
    for column in _texts(model):
        language = getattr(column, "language", None)
        name = column.translated_field.name if language else column.name
        if name not in translated and name not in PLAIN.get(model, ()):
            continue
        if only is None or name in only:
            said = stub()
            changed[column.name] = said.get(language or "", next(iter(said.values())))
    for name, value in changed.items():
        # What is empty says nothing.
        filled = rows.exclude(**{name: ""}).exclude(**{name: None})
        if (model, name) == (Citation, "locator"):
            _blank_locators(filled, value)
        else:
            filled.update(**{name: value})
    if only is None and model in EMPTIED:
        rows.update(**EMPTIED[model])


def _blank_locators(citations: QuerySet[Any], said: str) -> None:
    """An entry cites no source twice at the same place."""
    for citation in citations.order_by("pk"):
        others = _plain(Citation).filter(entry=citation.entry_id, source=citation.source_id)
        taken = set(others.exclude(pk=citation.pk).values_list("locator", flat=True))
        numbered = (f"{said} {number}" for number in count(2))
        locator = next(one for one in chain([said], numbered) if one not in taken)
        _plain(Citation).filter(pk=citation.pk).update(locator=locator)


def _texts(model: type[Model]) -> list[Any]:
    return [
        column
        for column in model._meta.local_concrete_fields
        if isinstance(column, CharField | TextField)
    ]


def _redact_lines(kind: str, key: int, redaction: Redaction, *names: str, is_renamed: bool) -> None:
    """What lines of the audit quote of a record goes, and its short name, if that is to go, with
    those that it had, wherever they name it; that something was done, by whom and when, stays.
    Each line is written once, because the database allows a redaction no more."""
    mine = _plain(AuditLine).filter(kind=kind, key=key)
    own = dict(mine.values_list("pk", "slug"))
    slugs = {*names, *own.values()} if is_renamed else set()
    said = stand_in(redaction.uid)
    lines = _plain(AuditLine) if is_renamed else mine
    for line in lines.iterator(500):
        params, name = line.params, line.slug
        if line.pk in own:
            params, name = _unquoted(params), said if is_renamed else name
        params = _renamed(params, kind, slugs, said)
        if (params, name) != (line.params, line.slug):
            left = {"params": params, "slug": name, "redaction": redaction}
            # On record first, which a trigger insists on.
            RedactedLine.objects.create(line=line, **left)
            _plain(AuditLine).filter(pk=line.pk).update(**left)


def _unquoted(params: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in params.items() if key not in QUOTED}
    return kept | {key: stub() for key in ("note", "reason", "name") if key in params}


def _renamed(params: dict[str, Any], kind: str, slugs: set[str], said: str) -> dict[str, Any]:
    """The same with another short name of a record of this kind: as that of what rows are about,
    and in places that were redacted."""
    renamed = dict(params)
    lists = _lists_of(kind)
    if rows := params.get("rows"):
        renamed["rows"] = {
            name: {
                how: [said if slug in slugs else slug for slug in named]
                for how, named in changes.items()
            }
            if name in lists
            else changes
            for name, changes in rows.items()
        }
    if parts := params.get("parts"):
        renamed["parts"] = [
            "/".join(said if step in slugs else step for step in part.split("/")) for part in parts
        ]
    return renamed


def _lists_of(kind: str) -> set[str]:
    """The lists of rows that the audit calls by the short name of a record of this kind."""
    return {
        column.remote_field.get_accessor_name()
        for model, about in ABOUT.items()
        if kind_of(model._meta.get_field(about).related_model) == kind  # type: ignore[arg-type]
        for column in model._meta.local_fields
        if isinstance(column, ForeignKey)
    }


def _forget_log(models: Iterable[type[Model]], key: int) -> None:
    """What the admin of earlier releases wrote about a record."""
    types = ContentType.objects.get_for_models(*models).values()
    said = str(next(iter(stub().values())))
    # By its name: processes for readers, which have no desk, load this module, too.
    lines = apps.get_model("admin", "LogEntry")._default_manager
    found = lines.filter(content_type__in=list(types), object_id=str(key))
    found.update(object_repr=said, change_message="")


def _forget_changes(entries: Iterable[int]) -> None:
    """The same about entries that name a record: by what a row is about, it calls the row."""
    types = ContentType.objects.get_for_models(Entry, *KINDS.values()).values()
    lines = apps.get_model("admin", "LogEntry")._default_manager
    keys = {str(key) for key in entries}
    for line in lines.filter(content_type__in=list(types)).exclude(change_message=""):
        if line.object_id in keys:
            lines.filter(pk=line.pk).update(change_message="")


def _plain(model: type[Model]) -> QuerySet[Any]:
    """Rows by their columns, whatever language is active."""
    return QuerySet(model)
