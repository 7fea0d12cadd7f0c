"""Whether what is to be written differs from what the desk has already, and in what."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from events.desk.changes import RowChanges, about
from events.desk.structure import LANGUAGES, column, fields_of, translated

State = dict[str, Any]


def state_of(instance: Model, owner: str = "") -> State:
    """The values of the columns that can be written. An empty text is the same as none."""
    model = type(instance)
    columns = []
    for name, target in fields_of(model, owner).items():
        if name in translated(model):
            columns += [column(name, language) for language in LANGUAGES]
        elif not target.many_to_many:
            columns.append(target.attname)
    values = {name: getattr(instance, name) for name in columns}
    return {name: None if value == "" else value for name, value in values.items()}


def differing(before: State, after: State) -> tuple[str, ...]:
    """The columns in which two states differ; a link by its name without the `_id`."""
    return tuple(name.removesuffix("_id") for name in after if before[name] != after[name])


def rows_compared(before: Sequence[Model], after: Sequence[Model], owner: str) -> RowChanges:
    """What becomes of the rows of a list. Rows that only change places count as changed."""
    old, new = _by_subject(before, owner), _by_subject(after, owner)
    counts = {name: len(new.get(name, [])) - len(old.get(name, [])) for name in {**old, **new}}
    changed = [name for name, rows in new.items() if not counts[name] and rows != old[name]]
    if not changed and not any(counts.values()):
        places = zip(map(about, before), map(about, after), strict=True)
        changed = [name for was, name in places if was != name]
    return RowChanges(
        tuple(name for name, count in counts.items() if count > 0),
        tuple(changed),
        tuple(name for name, count in counts.items() if count < 0),
    )


def _by_subject(rows: Sequence[Model], owner: str) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {}
    for row in rows:
        found.setdefault(about(row), []).append(state_of(row, owner))
    return found
