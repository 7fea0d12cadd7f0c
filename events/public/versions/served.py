"""The documents of versions as served: in today's shape, whatever shape they were published in.

Only this module knows where the text of a document is: what was published or, for a document of an
older shape, the upgraded text beside it.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

import orjson
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from events import log
from events.documents import shapes
from events.documents.shapes import Published, Texts
from events.log import NUMBER, confirm, note_by_language

# The upgraded text of a version; null if there is none. Nothing is looked up for versions after the
# last document of an older shape.
UPGRADED = (
    "CASE WHEN {seq} <= (SELECT MAX(seq) FROM events_versionupgrade)"
    " THEN (SELECT u.document FROM events_versionupgrade u WHERE u.seq = {seq}) END"
)
PUBLISHED = "(SELECT v.document FROM events_version v WHERE v.seq = {seq})"


class Served(NamedTuple):
    """SQL for the text of a version that a query has found. `column`: for its SELECT; `join`: to
    follow the tables that it reads."""

    column: str
    join: str


def served(seq: str) -> Served:
    """How a query gets the text, as served, of the version with this seq (a column of the query).

    Each text is looked up by itself, so that a list of documents of different ages costs about as
    much as one of the same age. As long as there is only one shape, there is nothing to choose.
    """
    if shapes.SHAPE == 1:
        return Served("v.document", f" JOIN events_version v ON v.seq = {seq}")
    upgraded, published = UPGRADED.format(seq=seq), PUBLISHED.format(seq=seq)
    return Served(f"COALESCE({upgraded}, {published})", "")


@dataclass(frozen=True, slots=True)
class ServedVersion:
    """One published state of an entry, or its withdrawal, as readers see it."""

    seq: int
    entry_id: int
    uid: UUID
    number: int
    action: str
    kind: str
    slug: str
    published_at: datetime
    note: Texts


@dataclass(frozen=True, slots=True)
class PublishedVersion(ServedVersion):
    """A version that is not a withdrawal. `text`: its document as JSON, in today's shape unless the
    original was asked for."""

    text: str

    @property
    def document(self) -> Published:
        """The same as data."""
        return decoded(self.text)


# The columns of the facts, in order; `note` is made of the last two.
FACTS = (*(field.name for field in fields(ServedVersion)), "notes")


def facts(versions: QuerySet[log.Version]) -> list[ServedVersion]:
    """These versions, in one query that does not read their documents."""
    return [version_of(*row) for row in versions.values_list(*FACTS)]


def version_of(*row: Any) -> ServedVersion:
    """A version without its document, from the columns of `FACTS`."""
    *rest, note, notes = row
    return ServedVersion(*(*rest, note_by_language(note, notes)))


def read(versions: QuerySet[log.Version], *, original: bool = False) -> list[ServedVersion]:
    """These versions in one query, with their documents unless they are withdrawals. `original`:
    byte for byte as they were published, in whatever shape.

    Raises `WrongDerivation` if there are any and another release has derived their texts.
    """
    table = log.Version._meta.db_table
    text = f"{table}.document"
    if shapes.SHAPE > 1 and not original:
        text = f"COALESCE({UPGRADED.format(seq=f'{table}.seq')}, {text})"
    text_of = RawSQL(text, [])  # noqa: S611 - it is ours
    rows = versions.annotate(served=text_of, derivation=NUMBER)
    found = list(rows.values_list(*FACTS, "served", "derivation"))
    for number in {number for *_row, number in found}:
        confirm(number, empty=False)
    return [_version(*row) for *row, _number in found]


def _version(*row: Any) -> ServedVersion:
    *rest, note, notes, text = row
    facts = (*rest, note_by_language(note, notes))
    return ServedVersion(*facts) if text is None else PublishedVersion(*(*facts, text))


def decoded(text: str | bytes) -> Published:
    """A served text as data."""
    return cast("Published", orjson.loads(text))
