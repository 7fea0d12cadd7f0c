"""From rows of a file to rows of the desk: looked up, validated, and written where they differ."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from events.desk import records
from events.importing.problems import Problem, meant
from events.importing.reading import Text
from events.importing.records import LANGUAGES, Row
from events.models import Actor, Entry

Model = type[models.Model]


@dataclass
class Written:
    """What became of the records."""

    # Where they stand in the file: "actors: france".
    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    # What would keep entries from being published: "oslo: A source …". Only where nothing is kept.
    unready: list[str] = field(default_factory=list)
    # Processes, actors, topics … that were there already and now read differently.
    renamed: list[Any] = field(default_factory=list)


@dataclass
class _Record:
    """A record on its way to the desk."""

    row: Row
    instance: Any
    is_new: bool
    is_valid: bool
    differs: bool


class Desk:
    """Writes rows in the transaction that is open; its owner has to roll back if `problems`.

    A record with a problem is not written, and those that name it are judged as if they did not,
    so that one mistake is told once.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.written = Written()
        # What a short name of the file stands for; None where that record has a problem.
        self._written: dict[tuple[Model, str], Any] = {}
        self._found: dict[tuple[Model, str], Any] = {}

    def write(self, rows: Iterable[Row]) -> None:
        """Write the rows, each of which stands after those that it names."""
        for group, same in groupby(rows, key=lambda row: records.group_of(row.model)):
            these: Iterable[_Record] = map(self._record, same)
            if group is Actor:
                # A coalition may stand before its members, so all actors come before any list.
                these = list(these)
            for record in these:
                self._finish(record)

    def _record(self, row: Row) -> _Record:
        manager = row.model._default_manager
        instance = manager.filter(slug=row.slug).first() or row.model(slug=row.slug)
        is_new = instance.pk is None
        before = _state(instance)
        self._assign(instance, row)
        is_valid = self._judge(instance, row)
        differs = is_new or _state(instance) != before
        if is_valid and differs:
            instance.save()
        self._written[records.group_of(row.model), row.slug] = instance if is_valid else None
        return _Record(row, instance, is_new, is_valid, differs)

    def _finish(self, record: _Record) -> None:
        row, instance = record.row, record.instance
        inside = [
            self._several(record, name)
            for name, target in records.fields_of(row.model).items()
            if target.many_to_many
        ]
        inside += [self._parts(record, part) for part in records.parts_of(row.model).values()]
        if not record.is_valid:
            return
        if any(inside) and not record.differs:
            # For the time of the last edit.
            instance.save()
        if isinstance(instance, Entry):
            self.written.entries.append(instance)
        elif (record.differs or any(inside)) and not record.is_new:
            self.written.renamed.append(instance)
        if record.is_new:
            outcome = self.written.created
        elif record.differs or any(inside):
            outcome = self.written.updated
        else:
            outcome = self.written.unchanged
        outcome.append(": ".join(row.where))

    def _several(self, record: _Record, name: str) -> bool:
        """Set what a field with several targets names; says whether that was a change."""
        row = record.row
        target = records.fields_of(row.model)[name].related_model
        named = [self._named(row, name, target, text) for text in row.links.get(name, [])]
        if not record.is_valid or name in row.spoilt:
            return False
        related = getattr(record.instance, name)
        keys = {instance.pk for instance in named}
        if keys == set(related.values_list("pk", flat=True)):
            return False
        related.set(keys)
        return True

    def _parts(self, record: _Record, part: records.Part) -> bool:
        """Write the rows of one list anew, unless they are what stands; says whether they were."""
        rows = record.row.parts.get(part.key, [])
        if part.key in record.row.spoilt:
            return False
        manager = part.model._default_manager
        items = [(self._part(record, part, number, row), row) for number, row in enumerate(rows)]
        standing = []
        if not record.is_new:
            order = ["order", "pk"] if _has_order(part.model) else ["pk"]
            standing = list(manager.filter(**{part.owner: record.instance}).order_by(*order))
        is_sound = record.is_valid and not any(row.spoilt for row in rows)
        states = [_state(instance, part.owner) for instance, _row in items]
        if is_sound and states == [_state(instance, part.owner) for instance in standing]:
            return False
        if record.is_valid:
            # All before any: an item may take the place of one that goes.
            manager.filter(pk__in=[instance.pk for instance in standing]).delete()
        else:
            for row in rows:
                row.spoilt.add(part.owner)
        for instance, row in items:
            if self._judge(instance, row) and record.is_valid:
                instance.save()
        return True

    def _part(self, record: _Record, part: records.Part, number: int, row: Row) -> Any:
        instance = part.model(**{part.owner: record.instance})
        if _has_order(part.model):
            instance.order = number  # type: ignore[attr-defined]
        self._assign(instance, row, part.owner)
        # Only to bring values into the form in which they are stored; `_judge` reports.
        with suppress(ValidationError):
            instance.clean_fields(exclude=records.translated(part.model))
        return instance

    def _assign(self, instance: Any, row: Row, owner: str = "") -> None:
        """Give every field what the file says, or what a new row has."""
        for name, target in records.fields_of(row.model, owner).items():
            if target.many_to_many:
                continue
            if name in records.translated(row.model):
                for language in LANGUAGES:
                    text = records.column(name, language)
                    setattr(instance, text, row.values.get(text))
            elif target.is_relation:
                named = [
                    self._named(row, name, target.related_model, text)
                    for text in row.links.get(name, [])
                    if name not in row.spoilt
                ]
                setattr(instance, name, named[0] if named else None)
            else:
                setattr(instance, name, row.values.get(name, target.get_default()))

    def _named(self, row: Row, name: str, model: Model, text: Text) -> Any:
        """What a short name stands for. Where it is nothing, the field is marked as spoilt."""
        slug = text.value or ""
        if (records.group_of(model), slug) in self._written:
            instance = self._written[records.group_of(model), slug]
        else:
            instance = self._on_desk(model, slug)
        if isinstance(instance, model):
            return instance
        row.spoilt.add(name)
        if instance is not None or (records.group_of(model), slug) not in self._written:
            message = _("There is no “%(slug)s” among the %(section)s, here or on the desk.")
            params = {"slug": slug, "section": _section(model)}
            self._report(row, name, message % params + meant(slug, self._slugs(model)), text.line)
        return None

    def _on_desk(self, model: Model, slug: str) -> Any:
        key = (model, slug)
        if key not in self._found:
            self._found[key] = model._default_manager.filter(slug=slug).first()
        return self._found[key]

    def _slugs(self, model: Model) -> set[str]:
        here = {slug for (_group, slug), known in self._written.items() if isinstance(known, model)}
        return here | set(model._default_manager.values_list("slug", flat=True))

    def _judge(self, instance: Any, row: Row) -> bool:
        """Validate a row in full and report what is wrong; says whether nothing is."""
        texts = records.translated(row.model)
        # A text in the language of whoever is loading stands for all of them in Django's eyes, and
        # would be written into that language: the columns are judged one by one instead.
        exclude = set(texts) | row.spoilt
        exclude |= {records.column(name, code) for name in row.spoilt & texts for code in LANGUAGES}
        errors: dict[str, list[str]] = {}
        try:
            instance.full_clean(exclude=exclude)
        except ValidationError as error:
            errors = {
                name: list(messages)
                for name, messages in error.message_dict.items()
                if name not in exclude
            }
        for name in texts - row.spoilt:
            needed = not instance._meta.get_field(name).blank
            if needed and not any(
                getattr(instance, records.column(name, code)) for code in LANGUAGES
            ):
                errors[name] = [_("This text is missing.")]
        for name, messages in errors.items():
            for message in messages:
                self._report(row, name, message)
        return not errors and not row.spoilt

    def _report(self, row: Row, name: str, message: str, line: int | None = None) -> None:
        where = row.where
        if name != NON_FIELD_ERRORS:
            where = (*where, *_key(row.model, name))
        self.problems.append(Problem(message, line or row.lines.get(name, row.line), where))


def _state(instance: Any, owner: str = "") -> dict[str, Any]:
    """The values of the fields that a file fills. An empty text and none are the same."""
    model: Model = type(instance)
    columns = []
    for name, target in records.fields_of(model, owner).items():
        if name in records.translated(model):
            columns += [records.column(name, language) for language in LANGUAGES]
        elif not target.many_to_many:
            columns.append(target.attname)
    values = {name: getattr(instance, name) for name in columns}
    return {name: None if value == "" else value for name, value in values.items()}


def _key(model: Model, name: str) -> tuple[str, ...]:
    """The keys of the file that lead to a field: `title_de` → `title`, `de`."""
    for text in records.translated(model):
        for language in LANGUAGES:
            if name == records.column(text, language):
                return text, language
    return (name,)


def _section(model: Model) -> str:
    return next((key for key, child in records.SECTIONS.items() if child is model), "entries")


def _has_order(model: Model) -> bool:
    return any(target.name == "order" for target in model._meta.fields)
