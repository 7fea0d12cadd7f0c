"""How SQLite and PostgreSQL keep the log: column types, its lock and its clock, a little SQL.

PostgreSQL keeps tags as `integer[]` with a GIN index, and spans of days in a GiST index. SQLite
keeps tags as `,3,17,`, and scans, which is fine up to about 100,000 entries. Each function below
answers for one connection.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.db.migrations.operations import RunSQL
from django.db.models import Func
from psycopg.adapt import Loader

# Any constant will do, as long as nothing else on the server locks on the same number.
LOG_LOCK = 0x7265636F7264
NAMES_LOCK = 0x6E616D6573

# The log is divided into stretches of 32,768 versions: few enough, even in a large record, to look
# into each, and each short enough to be walked to its end.
STRETCH_BITS = 15

# A lock on one large number is kept as its two halves. What sessions of another role do is told to
# nobody, but that they are there is.
HOLDER = """
    SELECT l.pid, COALESCE(a.application_name, ''), COALESCE(a.state, ''),
           COALESCE(EXTRACT(EPOCH FROM clock_timestamp() - a.xact_start), 0)::float
    FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
      AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND l.classid::bigint = %s AND l.objid::bigint = %s LIMIT 1"""

SQLCondition = tuple[str, list[Any]]


def is_postgresql(connection: Any) -> bool:
    return bool(connection.vendor == "postgresql")


class TagsField(models.Field):
    """A set of whole numbers."""

    def db_type(self, connection: Any) -> str:
        return "integer[]" if is_postgresql(connection) else "text"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> list[int]:
        return list(tags_in(value))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        tags = sorted(set(value))
        return tags if is_postgresql(connection) else f",{','.join(map(str, tags))},"


def tags_in(value: str | list[int]) -> Sequence[int]:
    """The tags of a row, as either engine gives its column."""
    if isinstance(value, str):
        return [int(tag) for tag in value.split(",") if tag]
    return value


def holds_tags(connection: Any, column: str, tags: Sequence[int]) -> SQLCondition:
    """The rows whose tags include all of these."""
    if is_postgresql(connection):
        return f"{column} @> %s::integer[]", [list(tags)]
    likes = " AND ".join([f"{column} LIKE %s"] * len(tags))
    return f"({likes})", [f"%,{tag},%" for tag in tags]


def holds_any_tag(connection: Any, column: str, tags: Sequence[int]) -> SQLCondition:
    """The rows whose tags include one of these at least."""
    if is_postgresql(connection):
        return f"{column} && %s::integer[]", [list(tags)]
    likes = " OR ".join([f"{column} LIKE %s"] * len(tags))
    return f"({likes})", [f"%,{tag},%" for tag in tags]


def number_of_tags(connection: Any, column: str) -> str:
    """An expression that grows with the number of tags of a row."""
    return f"cardinality({column})" if is_postgresql(connection) else f"length({column})"


class CountedTag(NamedTuple):
    """How many rows have a tag, and the largest place in the list of one that has it."""

    number: int
    latest: int


def count_tags(
    connection: Any, columns: tuple[str, str], source: str, where: str, params: Sequence[Any]
) -> dict[int, CountedTag]:
    """By tag, the rows that `where` describes. Looks at every one of them. `columns`: that of the
    tags and that of the place."""
    tags, place = columns
    with connection.cursor() as cursor:
        if is_postgresql(connection):
            rows = f"SELECT unnest({tags}) AS tag, {place} AS place FROM {source} WHERE {where}"  # noqa: S608
            counted = f"SELECT tag, COUNT(*), MAX(place) FROM ({rows}) tags GROUP BY tag"  # noqa: S608
            cursor.execute(counted, params)
            return {tag: CountedTag(*found) for tag, *found in cursor.fetchall()}
        cursor.execute(f"SELECT {tags}, {place} FROM {source} WHERE {where} ORDER BY 2", params)  # noqa: S608
        numbers: Counter[str] = Counter()
        latest: dict[str, int] = {}
        for texts, at in cursor:
            own = texts.strip(",").split(",")
            numbers.update(own)
            latest |= dict.fromkeys(own, at)
        return {int(tag): CountedTag(numbers[tag], latest[tag]) for tag in numbers if tag}


def tags_of_rows(connection: Any, stands: int) -> str:
    """A query for each tag that some row of the index has: `tag`, and how many rows have it that
    are `standing`: superseded by `stands`. Looks at every row."""
    if is_postgresql(connection):
        rows = "SELECT unnest(tags) AS tag, superseded_by FROM events_versionindex"
    else:
        listed = "json_each('[' || trim(tags, ',') || ']')"
        rows = f"SELECT value AS tag, superseded_by FROM events_versionindex, {listed}"  # noqa: S608
    standing = f"SUM(CASE WHEN superseded_by = {stands} THEN 1 ELSE 0 END) AS standing"
    return f"SELECT tag, {standing} FROM ({rows}) AS tags GROUP BY tag"  # noqa: S608


def spans_day(connection: Any, table: str, day: date) -> SQLCondition:
    """The rows whose span covers the day; an open or unknown end has no limit."""
    if is_postgresql(connection):
        # The expression is the one that the GiST index is on.
        return f"daterange({table}.earliest, {table}.latest, '[]') @> %s::date", [day]
    return (
        (
            f"({table}.earliest IS NULL OR {table}.earliest <= %s)"
            f" AND ({table}.latest IS NULL OR {table}.latest >= %s)"
        ),
        [day, day],
    )


def places_first(
    connection: Any, source: str, where: str, direction: str, limit: int, *, few: bool
) -> str:
    """A query for the seq and sort of the first `limit` rows that `where` describes, in the order
    of the list. `few`: there are no more than can be found first and then be ordered.

    PostgreSQL takes the rows with a tag to be spread evenly, so that walking down the list until
    there are enough of them looks cheap even if a few hundred of 100,000 have it. `OFFSET 0` keeps
    it from considering that.
    """
    first = f"ORDER BY {{}}sort {direction} LIMIT {limit}"
    found = f"SELECT i.seq, i.sort FROM {source} WHERE {where}"  # noqa: S608
    if few and is_postgresql(connection):
        return f"SELECT seq, sort FROM ({found} OFFSET 0) found {first.format('')}"  # noqa: S608
    return f"{found} {first.format('i.')}"


def places_as_of(
    connection: Any, where: str, params: list[Any], seq: int, direction: str, limit: int
) -> SQLCondition:
    """A query for the seq and sort of the first `limit` index rows that `where` describes, in the
    order of the list, among those that stood after `seq`.

    What was published later is mostly at the top of the list, so walking down the list would pass
    all of it before reaching what stood then. PostgreSQL walks down each stretch of the log up to
    `seq` instead (`index_stretch`), and merges what it finds.
    """
    first = f"ORDER BY sort {direction} LIMIT {limit}"
    found = f"SELECT i.seq, i.sort FROM events_versionindex i WHERE {where}"  # noqa: S608
    if not is_postgresql(connection):
        return f"{found} {first}", params
    stretches = "generate_series(0, %s) stretch"
    walked = f"{found} AND i.seq >> {STRETCH_BITS} = stretch {first}"
    merged = f"SELECT seq, sort FROM {stretches} CROSS JOIN LATERAL ({walked}) found {first}"  # noqa: S608
    return merged, [seq >> STRETCH_BITS, *params]


class _Undecoded(Loader):
    def load(self, data: Any) -> bytes:
        return bytes(data)


@contextmanager
def bytes_cursor(connection: Any) -> Iterator[Any]:
    """A cursor that gives texts as the UTF-8 that the database stores. A page of documents goes to
    the reader as it is; decoding it would take a quarter of the time."""
    with connection.cursor() as cursor:
        if is_postgresql(connection):
            cursor.cursor.adapters.register_loader("text", _Undecoded)
            yield cursor
            return
        connection.connection.text_factory = bytes
        try:
            yield cursor
        finally:
            connection.connection.text_factory = str


def copied(connection: Any, query: str, params: Sequence[Any]) -> Iterator[Sequence[bytes]]:
    """The rows of a query of numbers and texts without line breaks and tabs, which JSON has none
    of, as bytes. PostgreSQL sends them in its `COPY`: a row then costs a third of what it does
    otherwise, and is read while the next one is made."""
    if not is_postgresql(connection):
        with bytes_cursor(connection) as cursor:
            for row in cursor.execute(query, params):
                yield [one if isinstance(one, bytes) else str(one).encode() for one in row]
        return
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.cursor.copy(f"COPY ({query}) TO STDOUT", params) as copy,
    ):
        for line in copy:
            row = bytes(line)[:-1]
            # A backslash is written twice there.
            yield (row.replace(b"\\\\", b"\\") if b"\\" in row else row).split(b"\t")


class ServerTime(Func):
    """The time by the clock of the database's server: now, and not when the transaction began.

    With SQLite the server is this program; its times are kept to the millisecond.
    """

    output_field = models.DateTimeField()

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, tuple[()]]:
        return "clock_timestamp()", ()

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, tuple[()]]:
        return "strftime('%%Y-%%m-%%d %%H:%%M:%%f', 'now')", ()


def lock_log(cursor: Any, connection: Any) -> None:
    """Keep others from appending to the log until this transaction ends.

    SQLite has only one writer at a time anyway: its transactions begin IMMEDIATE (settings).
    """
    if is_postgresql(connection):
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOG_LOCK])


class LogHolder(NamedTuple):
    """Who keeps others from appending to the log: the session's process on the server, what it is
    called (`application_name`), what it does (`state`), and for how many seconds its transaction
    has lasted."""

    pid: int
    application: str
    state: str
    seconds: float


def log_holder(connection: Any) -> LogHolder | None:
    """Who has locked the log now; None if nobody has, and on SQLite, which cannot tell."""
    if not is_postgresql(connection):
        return None
    with connection.cursor() as cursor:
        cursor.execute(HOLDER, [LOG_LOCK >> 32, LOG_LOCK & 0xFFFFFFFF])
        row = cursor.fetchone()
    return LogHolder(*row) if row else None


def lock_names(cursor: Any, connection: Any, *, shared: bool) -> None:
    """Keep others from changing reference data until this transaction ends; unless `shared`, keep
    them from publishing, too, so that nobody publishes names of before the change."""
    if is_postgresql(connection):
        way = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
        cursor.execute(f"SELECT {way}(%s)", [NAMES_LOCK])


class EngineSQL(RunSQL):
    """A migration step with statements per engine. It cannot be reversed: the log is not undone."""

    def __init__(self, *, postgresql: Iterable[str] = (), sqlite: Iterable[str] = ()) -> None:
        self.texts = {"postgresql": list(postgresql), "sqlite": list(sqlite)}
        super().__init__(RunSQL.noop)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], self.texts

    def database_forwards(self, app_label: str, schema_editor: Any, *states: Any) -> None:
        for statement in self.texts[schema_editor.connection.vendor]:
            schema_editor.execute(statement, params=None)
