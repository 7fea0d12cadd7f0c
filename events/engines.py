"""Where SQLite and PostgreSQL differ in how the log is indexed: two column types, a little SQL.

PostgreSQL keeps tags as `integer[]` and words as `tsvector`, each with a GIN index, and spans of
days in a GiST index. SQLite keeps tags as `,3,17,` and words as ` air land `, and scans, which is
fine up to about 100,000 entries. Each function below answers for one connection; nothing else in
the project asks which engine it runs on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import models
from django.db.migrations.operations import RunSQL
from psycopg.adapt import Loader

# Any constant will do, as long as nothing else on the server locks on the same number.
LOG_LOCK = 0x7265636F7264

# The log is divided into stretches of 32,768 versions: few enough, even in a large record, to look
# into each, and each short enough to be walked to its end.
STRETCH_BITS = 15

# The first condition has an index; the second is the exact one.
WORDS_INSIDE = (
    "SELECT array_agg(text) FROM events_word"
    " WHERE events_word_parts(text) @> events_word_parts(%s) AND text LIKE %s"
)

SQLCondition = tuple[str, list[Any]]


def is_postgresql(connection: Any) -> bool:
    return bool(connection.vendor == "postgresql")


class TagsField(models.Field):
    """A set of whole numbers."""

    def db_type(self, connection: Any) -> str:
        return "integer[]" if is_postgresql(connection) else "text"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> list[int]:
        if isinstance(value, str):
            return [int(tag) for tag in value.split(",") if tag]
        return list(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        tags = sorted(set(value))
        return tags if is_postgresql(connection) else f",{','.join(map(str, tags))},"


class WordsField(models.Field):
    """A set of normalised words (`events.words`). Written and searched, never read."""

    def db_type(self, connection: Any) -> str:
        return "tsvector" if is_postgresql(connection) else "text"

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        return "array_to_tsvector(%s::text[])" if is_postgresql(connection) else "%s"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        words = sorted(set(value))
        return words if is_postgresql(connection) else f" {' '.join(words)} "


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


def count_tags(
    connection: Any, column: str, source: str, where: str, params: Sequence[Any]
) -> dict[int, int]:
    """How many of the rows that `where` describes have each tag. Looks at every one of them."""
    with connection.cursor() as cursor:
        if is_postgresql(connection):
            tags = f"SELECT unnest({column}) AS tag FROM {source} WHERE {where}"  # noqa: S608
            cursor.execute(f"SELECT tag, COUNT(*) FROM ({tags}) tags GROUP BY tag", params)  # noqa: S608
            return dict(cursor.fetchall())
        cursor.execute(f"SELECT {column} FROM {source} WHERE {where}", params)  # noqa: S608
        return Counter(int(tag) for (tags,) in cursor for tag in tags.split(",") if tag)


def holds_words(
    connection: Any, column: str, terms: Sequence[str], inside_from: int
) -> SQLCondition | None:
    """The rows that have every term: inside a word if it has `inside_from` letters, else at the
    beginning of one. None if a term is known to be in no row. Terms must be normalised.
    """
    if not is_postgresql(connection):
        likes = [f"%{term}%" if len(term) >= inside_from else f"% {term}%" for term in terms]
        return " AND ".join([f"{column} LIKE %s"] * len(likes)), likes
    # The words that contain a term are looked up first, so that the planner sees which ones it has
    # to find. Words that begin with a term are found by the index itself.
    inside = [term for term in terms if len(term) >= inside_from]
    found: dict[str, list[str]] = {}
    if inside:
        lookup = " UNION ALL ".join([WORDS_INSIDE] * len(inside))
        with connection.cursor() as cursor:
            cursor.execute(lookup, [param for term in inside for param in (term, f"%{term}%")])
            found = dict(zip(inside, (words for (words,) in cursor.fetchall()), strict=True))
    if None in found.values():
        return None
    choices = [
        " | ".join(f"'{word}'" for word in found[term]) if term in found else f"'{term}':*"
        for term in terms
    ]
    return f"{column} @@ %s::tsquery", [" & ".join(f"({choice})" for choice in choices)]


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


def lock_log(cursor: Any, connection: Any) -> None:
    """Keep others from appending to the log until this transaction ends.

    SQLite has only one writer at a time anyway: its transactions begin IMMEDIATE (settings).
    """
    if is_postgresql(connection):
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOG_LOCK])


def let_go(connection: Any) -> None:
    """Close the connection and all pooled ones: before a process forks, because parent and child
    cannot share one."""
    connection.close()
    if is_postgresql(connection):
        connection.close_pool()


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
