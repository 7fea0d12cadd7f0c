"""Taking out of snapshots what was redacted. That there was a text, whose, and when it was saved,
stays."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from events.desk.plain import PlainRecord, lists_of
from events.desk.structure import fields_of, group_of, translated
from events.desk.written import DELETED, EMPTIED, PLAIN
from events.documents.redacting import stub
from events.models import Citation, RedactedSnapshot, Redaction, Snapshot, Source, as_text
from events.publishing import ALL, digest, stand_in

SLUG = "slug"


def forget_in_snapshots(
    kind: str, key: int, redaction: Redaction, parts: Sequence[str], slugs: Collection[str]
) -> None:
    """Blank these parts in every text that a record has had or might have had. `slugs`: the short
    names that go with it, wherever texts name the record.

    In texts of before, a row may have stood elsewhere: so a part that names one means all rows of
    its list. Each snapshot is written once, because the database allows a redaction no more.
    """
    model: Any = apps.get_model("events", kind)
    said = stand_in(redaction.uid)
    for snapshot in _concerned(kind, key, slugs).iterator(500):
        record = snapshot.record
        if (snapshot.kind, snapshot.key) == (kind, key):
            for part in parts:
                _blank_part(record, model, part, said)
        if slugs:
            _rename(record, apps.get_model("events", snapshot.kind), model, slugs, said)
        text = as_text(record)
        if text != snapshot.text:
            # On record first, which a trigger insists on.
            RedactedSnapshot.objects.create(
                redaction=redaction, snapshot=snapshot, after=digest(text)
            )
            Snapshot.objects.filter(pk=snapshot.pk).update(text=text, redaction=redaction)


def _concerned(kind: str, key: int, slugs: Collection[str]) -> QuerySet[Snapshot]:
    wanted = Q(kind=kind, key=key)
    for slug in slugs:
        wanted |= Q(text__contains=f'"{slug}"')
    return Snapshot.objects.filter(wanted)


def _blank_part(record: PlainRecord, model: type[Model], part: str, said: str) -> None:
    name, *path = part.split("/")
    lists = lists_of(model)
    if part == SLUG:
        record[SLUG] = said
    elif part == ALL:
        _blank(record, model, None)
        for key, listed in lists.items():
            if listed.model in DELETED:
                record.pop(key, None)
            for row in record.get(key, []):
                _blank(row, listed.model, None)
    elif name in lists:
        columns = {path[1]} if len(path) > 1 else None
        if name == "parts" and columns == {"history"}:
            name, columns = "history", {path[3]} if len(path) > 3 else None
        for row in record.get(name, []):
            _blank(row, lists[name].model, columns)
    else:
        _blank(record, model, {"date_label"} if name == "date" else {name})


def _blank(values: PlainRecord, model: type[Model], wanted: Collection[str] | None) -> None:
    """Replace the texts of a record or of a row: all, or those of the columns that are wanted."""
    for name in list(values):
        if wanted is not None and name not in wanted:
            continue
        if name in translated(model):
            values[name] = {code: stub()[code] for code in values[name]}
        elif name in PLAIN.get(model, ()):
            values[name] = next(iter(stub().values()))
        elif wanted is None and name in EMPTIED.get(model, {}):
            del values[name]


def _rename(
    record: PlainRecord,
    model: type[Model],
    of: type[Model],
    slugs: Collection[str],
    said: str,
) -> None:
    """Give a record another short name wherever a text names it; of a source, what is quoted from
    it goes, too."""
    for values, row_model in _all_rows(record, model):
        for name, target in fields_of(row_model).items():
            if not target.is_relation or group_of(target.related_model) is not group_of(of):
                continue
            named = values.get(name)
            if isinstance(named, list):
                values[name] = [said if slug in slugs else slug for slug in named]
            elif named in slugs:
                values[name] = said
                if of is Source and row_model is Citation:
                    _blank(values, Citation, None)


def _all_rows(record: PlainRecord, model: type[Model]) -> Iterator[tuple[PlainRecord, type[Model]]]:
    yield record, model
    for key, part in lists_of(model).items():
        for row in record.get(key, []):
            yield row, part.model
