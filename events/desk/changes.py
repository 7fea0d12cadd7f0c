"""What a save did to a record: which of its fields, and which rows of its lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from events.models import (
    ActorPicture,
    Alias,
    Citation,
    CommitmentPart,
    Contradiction,
    EarlierDate,
    EntryPicture,
    Figure,
    FormerName,
    Identifier,
    Medium,
    MeetingPlace,
    Membership,
    Office,
    Participation,
    ProcessPicture,
    Restated,
    RollCallStage,
    StatusChange,
    Succession,
    WalkStep,
)

# What a row of a list is about, and so what the audit calls it.
ABOUT: dict[type[Model], str] = {
    Participation: "actor",
    Citation: "source",
    Figure: "measure",
    RollCallStage: "actor",
    Membership: "actor",
    Restated: "commitment",
    Contradiction: "contradicted",
    Succession: "actor",
    WalkStep: "entry",
}

# Those that are about nothing else, and are called by what they say.
NAMED_BY_THEMSELVES = (
    *(Office, FormerName, Alias, Identifier),
    *(MeetingPlace, Medium, EntryPicture, ActorPicture, ProcessPicture),
)


@dataclass(frozen=True)
class RowChanges:
    """What became of the rows of one list: the short names of what they are about."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class RecordChanges:
    """`fields`: columns and links, as `title_de`, `topics`; `rows`: by list, as `citations`."""

    fields: tuple[str, ...] = ()
    rows: Mapping[str, RowChanges] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or any(self.rows.values()))

    def params(self) -> dict[str, Any]:
        """The same as plain data, as a line of the audit keeps it."""
        rows = {
            name: {how: list(slugs) for how, slugs in vars(changes).items() if slugs}
            for name, changes in self.rows.items()
            if changes
        }
        return {"fields": list(self.fields), "rows": rows}


def rows_changed(
    added: Iterable[Model] = (), changed: Iterable[Model] = (), removed: Iterable[Model] = ()
) -> RowChanges:
    return RowChanges(*(tuple(map(about, rows)) for rows in (added, changed, removed)))


def about(row: Model) -> str:
    """The short name of what a row is about, or of the row itself; for a change of status or an
    earlier date, its date; for an office, a name, an identifier, a place, a picture or a
    video, how it is called."""
    if isinstance(row, NAMED_BY_THEMSELVES):
        return str(row)
    if isinstance(row, StatusChange | EarlierDate):
        return row.date
    if isinstance(row, CommitmentPart):
        return row.key
    slug: str = getattr(row, ABOUT[type(row)]).slug
    return slug
