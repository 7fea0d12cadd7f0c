"""What a database holds, as numbers that can be compared: of each table its rows and a digest.

A digest does not depend on the order of the rows, so that nothing has to be sorted, and is made of
the values as the engine gives them. Those of two engines are not comparable (`events.copies.moving`
compares what the models say).
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson
from django.db.models import Max

from events.log import (
    Derivation,
    MonthCount,
    StanceIndex,
    Tag,
    Version,
    VersionDays,
    VersionIndex,
    VersionText,
    VersionUpgrade,
    Word,
)

LOG = Version._meta.db_table
# What a redaction changes of a version.
REDACTED = {"document", "note", "notes", "published_at", "redaction_id", "slug"}
MIGRATIONS = "django_migrations"
# Models of what can be made again from the log at any time.
DERIVED: tuple[Any, ...] = (
    VersionIndex,
    VersionDays,
    VersionText,
    VersionUpgrade,
    Word,
    Tag,
    StanceIndex,
    MonthCount,
    Derivation,
)
# Numbers that the database gives to derived rows, and that nothing refers to.
NUMBERS = {
    model._meta.db_table: "id"
    for model in DERIVED
    if model in (VersionDays, StanceIndex, MonthCount)
}
CHUNK = 2000
MODULUS = 1 << 256

# Hears how many rows have been read since it heard the last time.
Watch = Callable[[int], None]


def unwatched(number: int) -> None:
    """Nobody looks on."""


class TableDigest(NamedTuple):
    """How many rows a table has, and the digest of their values."""

    rows: int
    digest: str


def digest(rows: Iterable[Sequence[Any]], watch: Watch = unwatched) -> TableDigest:
    """The digest of rows of values, in whatever order they come. `watch` hears of each chunk how
    many rows there were in it."""
    count = total = 0
    for count, row in enumerate(rows, start=1):
        text = orjson.dumps(row, default=_text, option=orjson.OPT_SORT_KEYS)
        total += int.from_bytes(hashlib.sha256(text).digest(), "big")
        if not count % CHUNK:
            watch(CHUNK)
    watch(count % CHUNK)
    return TableDigest(count, f"{total % MODULUS:064x}")


def contents(connection: Any, watch: Watch = unwatched) -> dict[str, TableDigest]:
    """Every table of the database by name, whatever release has made it."""
    return {
        table: digest(rows(connection, table), watch)
        for table in sorted(connection.introspection.table_names())
    }


def derived(connection: Any) -> dict[str, TableDigest]:
    """The tables that a rebuild makes, without numbers that a rebuild gives anew."""
    found = {}
    for model in DERIVED:
        table = model._meta.db_table
        number = NUMBERS.get(table)
        kept = [field.column for field in model._meta.concrete_fields if field.column != number]
        # A month that has lost its last entry is at zero, or not there after a rebuild.
        where = " WHERE number <> 0" if model is MonthCount else ""
        found[table] = digest(rows(connection, table, kept, where))
    return found


def log(
    connection: Any, columns: Collection[str], until: int, redacted: Collection[int] = ()
) -> TableDigest:
    """These columns of the log up to a seq; of versions that were `redacted`, by seq, only those
    that no redaction changes."""
    names = sorted(columns)
    seq = names.index("seq")
    found = rows(connection, LOG, names, f" WHERE seq <= {int(until)}")
    return digest(
        [
            None if name in REDACTED and row[seq] in redacted else value
            for name, value in zip(names, row, strict=True)
        ]
        for row in found
    )


def redactions(connection: Any, until: int) -> dict[int, int]:
    """By seq, up to one, the last redaction that changed a version; none in a database of a release
    that knows of none."""
    if "redaction_id" not in columns(connection, LOG):
        return {}
    where = f" WHERE seq <= {int(until)} AND redaction_id IS NOT NULL"
    changed = rows(connection, LOG, ["seq", "redaction_id"], where)
    return {int(row[0]): int(row[1]) for row in changed}


def end(connection: Any) -> int:
    """The seq of the newest version, 0 if there is none, whoever has derived what from it."""
    versions = Version.objects.using(connection.alias)
    return versions.aggregate(last=Max("seq"))["last"] or 0


def count(connection: Any) -> int:
    """How many rows there are in all tables."""
    with connection.cursor() as cursor:
        total = 0
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
            total += cursor.fetchone()[0]
    return total


def columns(connection: Any, table: str) -> set[str]:
    with connection.cursor() as cursor:
        return {
            column.name for column in connection.introspection.get_table_description(cursor, table)
        }


def rows(
    connection: Any, table: str, names: Sequence[str] = (), where: str = ""
) -> Iterator[Sequence[Any]]:
    """The rows of a table, in chunks: these columns, or all in the order of their names."""
    quote = connection.ops.quote_name
    listed = ", ".join(map(quote, names or sorted(columns(connection, table))))
    statement = f"SELECT {listed} FROM {quote(table)}{where}"  # noqa: S608
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement)
        while chunk := cursor.fetchmany(CHUNK):
            yield from chunk


def _text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes | memoryview) else str(value)
