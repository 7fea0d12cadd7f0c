"""From rows to the desk's tables: looked up, validated, and written where they differ."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from events.desk import audit, lookup, saving, snapshots
from events.desk.changes import ABOUT, RecordChanges, RowChanges
from events.desk.plain import as_plain
from events.desk.publication import lacking
from events.desk.questions import questions
from events.desk.records.before import OnDesk
from events.desk.records.comparing import differing, rows_compared, state_of
from events.desk.records.faults import Fault, meant
from events.desk.records.judging import found_links, judge
from events.desk.records.placing import placed
from events.desk.records.rows import Model, Row
from events.desk.rights import By, Right, refusal
from events.desk.structure import (
    LANGUAGES,
    SECTIONS,
    PartList,
    column,
    fields_of,
    group_of,
    parts_of,
    translated,
)
from events.models import Actor, AuditLine, Entry, Snapshot, in_any_case
from events.publishing import Problem, Where
from events.vocabulary import Occasion


class Refused(Exception):
    """Nothing was written; `problems` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(" ".join(map(str, self.problems)))


@dataclass
class Written:
    """What became of the records, by their places in the input."""

    created: list[Where] = field(default_factory=list)
    updated: list[Where] = field(default_factory=list)
    unchanged: list[Where] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    # Why the door would refuse entries, at the place in the input. Filled only if nothing is kept.
    lacking: list[Problem] = field(default_factory=list)
    # What is odd about records that were created or updated, at the place in the input.
    questions: list[Problem] = field(default_factory=list)
    # How often public entries name what was updated, and wait for a worker to be published again.
    renewing: int = 0
    # By primary key, the rows of the entries.
    rows: dict[int, Row] = field(default_factory=dict)

    def refused(self, entry: Entry, problems: Iterable[Problem]) -> list[Problem]:
        """What is wrong with an entry, at the place in the input."""
        return [placed(problem, self.rows[entry.pk], entry) for problem in problems]


def write(
    rows: Iterable[Row],
    *,
    by: By = None,
    problems: Sequence[Problem] = (),
    keep: bool = True,
    ask: bool = True,
    occasion: Occasion = Occasion.SAVED,
    opened_from: int | None = None,
) -> Written:
    """Write rows, each of which comes after those that it names: all of them, or none.

    A record is created or updated by its short name, and the row is the whole of it: what it leaves
    out becomes empty. Each record that changes is one action: its right is checked, its line is
    written, and what names it is published again. Raises `Refused` for what is wrong, including
    `problems` found in reading. With `keep` false nothing is kept in any case; with `ask` false,
    nothing is asked about what is odd. `occasion`: why they are written; `opened_from`: the
    snapshot that whoever writes a record had before them.
    """
    with transaction.atomic():
        writer = _Writer(by, ask, occasion, opened_from)
        writer.write(rows)
        if found := [*problems, *writer.problems]:
            raise Refused(found)
        writer.finish()
        if not keep:
            writer.written.lacking = [
                problem
                for entry, problems in lacking(writer.written.entries)
                for problem in writer.written.refused(entry, problems)
            ]
            transaction.set_rollback(True)
    return writer.written


@dataclass
class _Record:
    """A record on its way to the desk. `fields`: the columns that differ."""

    row: Row
    instance: Any
    is_new: bool
    is_valid: bool
    fields: tuple[str, ...]
    # The rows of its lists, by key.
    lists: dict[str, list[Any]] = field(default_factory=dict)


class _Writer:
    """Writes rows in the open transaction; its owner has to roll back if there are `problems`.

    A record with a problem is not written, and those that name it are judged as if they did not, so
    that one mistake is reported once.
    """

    def __init__(self, by: By, ask: bool, occasion: Occasion, opened_from: int | None) -> None:
        self.by, self.ask = by, ask
        self.occasion, self.opened_from = occasion, opened_from
        self.problems: list[Problem] = []
        self.written = Written()
        # Each record that differs, and what has changed.
        self._changed: list[tuple[_Record, RecordChanges]] = []
        # What a short name of the rows stands for; None if that record has a problem.
        self._written: dict[tuple[Model, str], Any] = {}
        self._found: dict[tuple[Model, str], Any] = {}
        self._before = OnDesk()

    def write(self, rows: Iterable[Row]) -> None:
        rows = list(rows)
        self._before.look_up(rows)
        for group, same in groupby(rows, key=lambda row: group_of(row.model)):
            records: Iterable[_Record] = map(self._record, same)
            if group is Actor:
                # A coalition may come before its members, so all actors are written before any
                # list.
                records = list(records)
            for record in records:
                self._finish(record)

    def finish(self) -> None:
        """Show readers the new names, once all of them are there, write the audit, and ask about
        what is odd."""
        lines: list[AuditLine] = []
        texts: list[Snapshot] = []
        written = [record for record, _changes in self._changed]
        self._before.add_pictures(record.instance for record in written if not record.is_new)
        for record, changes in self._changed:
            instance, is_new = record.instance, record.is_new
            renewal = saving.Renewal() if is_new else saving.republish(instance, self.by)
            lines.append(saving.line(instance, self.by, is_new, changes, renewal))
            lists = record.lists | self._before.pictures_of(instance)
            text = as_plain(instance, record.row.links, lists)
            texts.append(
                snapshots.of(
                    instance,
                    text,
                    self.by,
                    occasion=self.occasion,
                    line=lines[-1],
                    opened_from=self.opened_from,
                )
            )
            self.written.renewing += renewal.renewing
            asked = questions(instance) if self.ask else []
            self.written.questions += [placed(one, record.row, instance) for one in asked]
        lookup.renew(*(record.instance for record, _changes in self._changed))
        audit.write(lines)
        snapshots.write(self._before.texts(record.instance for record in written))
        snapshots.write(texts)

    def _record(self, row: Row) -> _Record:
        manager = row.model._default_manager
        instance = manager.filter(slug=row.slug).first() or row.model(slug=row.slug)
        is_new = instance.pk is None
        self._before.keep(instance)
        before = state_of(instance)
        self._assign(instance, row)
        is_valid = self._judge(instance, row)
        fields = differing(before, state_of(instance))
        if is_valid and (is_new or fields):
            instance.save()
        self._written[group_of(row.model), row.slug] = instance if is_valid else None
        return _Record(row, instance, is_new, is_valid, fields)

    def _finish(self, record: _Record) -> None:
        row, instance = record.row, record.instance
        links = tuple(
            name
            for name, target in fields_of(row.model).items()
            if target.many_to_many and self._several(record, name)
        )
        rows = {part.rows: self._parts(record, part) for part in parts_of(row.model).values()}
        if not record.is_valid:
            return
        changes = RecordChanges((*record.fields, *links), rows)
        if not record.is_new and changes and not record.fields:
            # To update the time of the last edit.
            instance.save()
        if isinstance(instance, Entry):
            self.written.entries.append(instance)
            self.written.rows[instance.pk] = row
        if record.is_new:
            self.written.created.append(row.where)
        elif changes:
            self.written.updated.append(row.where)
        else:
            self.written.unchanged.append(row.where)
            return
        self._changed.append((record, changes))
        right = Right.ADD if record.is_new else Right.CHANGE
        if message := refusal(self.by, right, instance):
            self.problems.append(Problem(Fault.RIGHT, row.where, message))

    def _several(self, record: _Record, name: str) -> bool:
        """Set the targets of a field that has several; return whether that was a change."""
        row = record.row
        target = fields_of(row.model)[name]
        slugs = row.links.get(name, [])
        if not (slugs or target.blank or name in row.spoilt):
            message = _("At least one is missing here.")
            self.problems.append(Problem(Fault.MISSING, (*row.where, name), message))
            row.spoilt.add(name)
        named = [
            self._named(row, name, target.related_model, slug, number)
            for number, slug in enumerate(slugs)
        ]
        if not record.is_valid or name in row.spoilt:
            return False
        related = getattr(record.instance, name)
        keys = {instance.pk for instance in named}
        if keys == set(related.values_list("pk", flat=True)):
            return False
        related.set(keys)
        return True

    def _parts(self, record: _Record, part: PartList) -> RowChanges:
        """Write the rows of one list again, unless the desk has them already; return what that
        changed."""
        rows = record.row.parts.get(part.key, [])
        if part.key in record.row.spoilt:
            return RowChanges()
        items = [(self._part(record, part, number, row), row) for number, row in enumerate(rows)]
        instances = [instance for instance, _row in items]
        record.lists[part.key] = instances
        standing = self._standing(record, part)
        is_sound = record.is_valid and not any(row.spoilt for row in rows)
        states = [state_of(instance, part.owner) for instance in instances]
        if is_sound and states == [state_of(instance, part.owner) for instance in standing]:
            return RowChanges()
        if record.is_valid:
            # Delete before saving: an item may take the place of one that goes.
            keys = [instance.pk for instance in standing]
            part.model._default_manager.filter(pk__in=keys).delete()
        else:
            for row in rows:
                row.spoilt.add(part.owner)
        are_valid = True
        for instance, row in items:
            is_valid = self._judge(instance, row) and record.is_valid
            if is_valid:
                instance.save()
            are_valid &= is_valid
        return rows_compared(standing, instances, part.owner) if are_valid else RowChanges()

    def _standing(self, record: _Record, part: PartList) -> list[Any]:
        if record.is_new:
            return []
        rows = part.model._default_manager.filter(**{part.owner: record.instance})
        if part.model in ABOUT:
            rows = rows.select_related(ABOUT[part.model])
        return list(rows.order_by(*(["order", "pk"] if part.has_order else ["pk"])))

    def _part(self, record: _Record, part: PartList, number: int, row: Row) -> Any:
        instance: Any = part.model(**{part.owner: record.instance})
        if part.has_order:
            instance.order = number
        self._assign(instance, row, part.owner)
        # Only to bring values into the form in which they are stored; `_judge` reports problems.
        with suppress(ValidationError):
            instance.clean_fields(exclude=translated(part.model) | found_links(instance))
        return instance

    def _assign(self, instance: Any, row: Row, owner: str = "") -> None:
        """Give every field what the row says, or its default."""
        for name, target in fields_of(row.model, owner).items():
            if target.many_to_many:
                continue
            if name in translated(row.model):
                for language in LANGUAGES:
                    text = column(name, language)
                    setattr(instance, text, row.values.get(text))
            elif target.is_relation:
                named = [
                    self._named(row, name, target.related_model, slug)
                    for slug in row.links.get(name, [])
                    if name not in row.spoilt
                ]
                setattr(instance, name, named[0] if named else None)
            else:
                setattr(instance, name, row.values.get(name, target.get_default()))

    def _named(
        self, row: Row, name: str, model: Model, slug: str, number: int | None = None
    ) -> Any:
        """What a short name stands for. `number`: its place, if the field names several. If it
        stands for nothing, the field is marked as spoilt."""
        if (group_of(model), slug) in self._written:
            instance = self._written[group_of(model), slug]
        else:
            instance = self._on_desk(model, slug)
        if isinstance(instance, model):
            return instance
        row.spoilt.add(name)
        if instance is not None or (group_of(model), slug) not in self._written:
            message = _("There is no “%(slug)s” among the %(section)s, here or on the desk.")
            params = {"slug": slug, "section": _section(model)}
            message = message % params + self._meant(model, slug)
            self.problems.append(Problem(Fault.NAME, row.place(name, number), message))
        return None

    def _on_desk(self, model: Model, slug: str) -> Any:
        key = (model, slug)
        if key not in self._found:
            self._found[key] = model._default_manager.filter(slug=slug).first()
        return self._found[key]

    def _slugs(self, model: Model) -> set[str]:
        here = {slug for (_group, slug), known in self._written.items() if isinstance(known, model)}
        return here | set(model._default_manager.values_list("slug", flat=True))

    def _meant(self, model: Model, text: str) -> str:
        """A question that suggests the record that is called like this, or has a short name near
        to it; empty if there is none."""
        called = Q(slug__iexact=text)
        for name in {"name", "title"} & translated(model):
            for language in LANGUAGES:
                called |= in_any_case(column(name, language), text)
        same = model._default_manager.filter(called).values_list("slug", flat=True).first()
        return meant(same, [same]) if same else meant(text, self._slugs(model))

    def _judge(self, instance: Any, row: Row) -> bool:
        """Validate a row in full and report what is wrong; return whether nothing is."""
        problems = judge(instance, row)
        self.problems += problems
        return not problems and not row.spoilt


def _section(model: Model) -> str:
    return next((key for key, child in SECTIONS.items() if child is model), "entries")
