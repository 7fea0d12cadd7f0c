"""Where in a database a text is, whatever holds it."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from events.engines.index import is_postgresql

ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def words_in_use(connection: Any, words: Iterable[str]) -> set[str]:
    """Those of these words that are in the text of some version."""
    wanted = set(words)
    with connection.cursor() as cursor:
        if is_postgresql(connection):
            cursor.execute(
                "SELECT word FROM unnest(%s::text[]) word WHERE EXISTS (SELECT 1"
                " FROM events_versiontext t WHERE t.words @@ quote_literal(word)::tsquery)",
                [sorted(wanted)],
            )
            return {word for (word,) in cursor.fetchall()}
        cursor.execute("SELECT words FROM events_versiontext")
        return {word for (words,) in cursor for word in wanted.intersection(words.split())}


def count_texts(connection: Any, texts: Sequence[str]) -> list[tuple[str, str, int]]:
    """How many rows of each table have one of these texts, in lower case, in each column."""
    found = []
    with connection.cursor() as cursor:
        if not is_postgresql(connection):
            # LOWER of SQLite knows the letters of English only.
            connection.connection.create_function("lowered", 1, _lowered, deterministic=True)
        for table in sorted(connection.introspection.table_names(cursor)):
            columns = connection.introspection.get_table_description(cursor, table)
            quote = connection.ops.quote_name
            finds, lowered = (
                ("strpos", "LOWER(CAST({} AS text))")
                if is_postgresql(connection)
                else ("instr", "lowered({})")
            )
            counts: list[str] = []
            params: list[str] = []
            for column in columns:
                text = lowered.format(quote(column.name))
                has = " OR ".join([f"{finds}({text}, %s) > 0"] * len(texts))
                counts.append(f"COALESCE(SUM(CASE WHEN {has} THEN 1 ELSE 0 END), 0)")
                params += texts
            cursor.execute(f"SELECT {', '.join(counts)} FROM {quote(table)}", params)  # noqa: S608
            rows = cursor.fetchone()
            found += [(table, c.name, int(n)) for c, n in zip(columns, rows, strict=True)]
    return found


def _lowered(value: object) -> str:
    """Of texts and of JSON, in which letters that English does not have are escaped."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), "" if text is None else str(text))
    # Two escapes can be of one letter.
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace").lower()


def words_of_no_text(connection: Any) -> list[str]:
    """The words that no version has. Looks at every text."""
    with connection.cursor() as cursor:
        if is_postgresql(connection):
            cursor.execute(
                "SELECT text FROM events_word"
                " EXCEPT SELECT word FROM ts_stat('SELECT words FROM events_versiontext')"
            )
            return [word for (word,) in cursor.fetchall()]
        cursor.execute("SELECT text FROM events_word")
        words = {word for (word,) in cursor.fetchall()}
        cursor.execute("SELECT words FROM events_versiontext")
        for (text,) in cursor:
            words.difference_update(text.split())
        return list(words)
