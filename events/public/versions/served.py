"""The documents of versions as served: in today's shape, whatever shape they were published in.

Only this module knows where the text of a document is: what was published or, for a document of an
older shape, the upgraded text beside it.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

import orjson
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.db.models.expressions import RawSQL

from events import log
from events.documents import shapes
from events.documents.shapes import Published, Texts
from events.log import LAST_REDACTION, NUMBER, confirm, note_by_language, since_redaction

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
    """One published state of an entry, or its end, as readers see it. `redaction_id`: of the last
    redaction that changed it; `last_redaction`: of the last one of all when this was read;
    `has_document`: whether the entry stood with it; `loaded_at`: when it really was loaded, if its
    time was brought in."""

    seq: int
    entry_id: int
    uid: UUID
    number: int
    action: str
    kind: str
    slug: str
    published_at: datetime
    loaded_at: datetime | None
    redaction_id: int | None
    last_redaction: UUID | None
    has_document: bool
    note: Texts

    @property
    def state(self) -> str:
        """What names this state of the entry for good."""
        return since_redaction(f"{self.uid}.{self.number}", self.last_redaction)


@dataclass(frozen=True, slots=True)
class PublishedVersion(ServedVersion):
    """A version with which the entry stood. `text`: its document as JSON, in today's shape
    unless the original was asked for."""

    text: str

    @property
    def document(self) -> Published:
        """The same as data."""
        return decoded(self.text)


# The columns of the facts, in order; `note` is made of the last two.
FACTS = (*(field.name for field in fields(ServedVersion)), "notes")


def facts(versions: QuerySet[log.Version]) -> list[ServedVersion]:
    """These versions, in one query that does not read their documents."""
    return [version_of(*row) for row in told(versions).values_list(*FACTS)]


def told(versions: QuerySet[log.Version]) -> QuerySet[log.Version]:
    """The versions with what `FACTS` reads of them."""
    is_there = ExpressionWrapper(Q(document__isnull=False), BooleanField())
    return versions.annotate(has_document=is_there, last_redaction=LAST_REDACTION)


def version_of(*row: Any) -> ServedVersion:
    """A version without its document, from the columns of `FACTS`."""
    *rest, note, notes = row
    return ServedVersion(*(*rest, note_by_language(note, notes)))


def read(versions: QuerySet[log.Version], *, original: bool = False) -> list[ServedVersion]:
    """These versions in one query, with their documents if they have one. `original`: byte for byte
    as they were published, in whatever shape, but for what was redacted.

    Raises `WrongDerivation` if there are any and another release has derived their texts.
    """
    table = log.Version._meta.db_table
    text = f"{table}.document"
    upgraded = f"COALESCE({UPGRADED.format(seq=f'{table}.seq')}, {text})"
    if original:
        # What is closed to readers is still in the log, and what they are shown beside it.
        text = f"CASE WHEN {table}.redaction_id IS NULL THEN {text} ELSE {upgraded} END"
    elif shapes.SHAPE > 1:
        text = upgraded
    text_of = RawSQL(text, [])  # noqa: S611 - it is ours
    rows = told(versions).annotate(served=text_of, derivation=NUMBER)
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
