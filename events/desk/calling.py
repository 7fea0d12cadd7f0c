"""How parts of an entry that are redacted call a row of a list: by its short name, when somebody
asks for it; by its number in the table, on record, because the name may be what has to go."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, Q

from events.documents.redacting import EVERY
from events.models import (
    Citation,
    CommitmentPart,
    EarlierDate,
    Entry,
    EntryPicture,
    Figure,
    Medium,
    MeetingPlace,
    RollCallStage,
    StatusChange,
    WalkStep,
)

# The rows of an entry that have texts: by their name in documents, with the column that names the
# entry and those by which a row is called.
ROWS: dict[str, tuple[type[Model], str, tuple[str, ...]]] = {
    "sources": (Citation, "entry", ("source__slug",)),
    "figures": (Figure, "entry", ("measure__slug", "source__slug")),
    "pictures": (EntryPicture, "entry", ()),
    "media": (Medium, "entry", ()),
    "places": (MeetingPlace, "summit", ()),
    "earlier_dates": (EarlierDate, "summit", ()),
    "roll_call": (RollCallStage, "commitment", ("actor__slug",)),
    "parts": (CommitmentPart, "commitment", ("key",)),
    "history": (StatusChange, "commitment", ()),
    "steps": (WalkStep, "walk", ("entry__slug",)),
}
# What a number in the table begins with. No short name does.
ROW = "="


def nameless(entry: Entry, parts: Iterable[str]) -> list[str]:
    """The same parts, as `publishing.in_entry` reads them, in which no row is called by a short
    name: one part for each row that is. Where there is none any more, all rows of the list are
    meant, so that one of an older copy is blanked, too."""
    return [one for part in parts for one in _nameless(entry, part)]


def _nameless(entry: Entry, part: str) -> Iterator[str]:
    name, *path = part.split("/")
    if name not in ROWS or not path or path[0] == EVERY or path[0].isdecimal():
        yield part
        return
    model: Any = ROWS[name][0]
    rows = model._default_manager.filter(called(name, path[0]), **{ROWS[name][1]: entry.pk})
    steps = [f"{ROW}{key}" for key in rows.order_by("pk").values_list("pk", flat=True)]
    for step in steps or [EVERY]:
        yield "/".join([name, step, *path[1:]])


def called(name: str, step: str) -> Q:
    """The rows of a list that are called so."""
    if step.startswith(ROW):
        return Q(pk=step.removeprefix(ROW))
    return Q(*((key, step) for key in ROWS[name][2]), _connector=Q.OR)


def key_of_part(step: str) -> str:
    """By what a change of a status names the part of a commitment that is called so."""
    if not step.startswith(ROW):
        return step
    found = CommitmentPart.objects.filter(called("parts", step)).values_list("key", flat=True)
    return str(found.first() or "")
