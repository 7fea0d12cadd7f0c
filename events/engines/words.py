"""The words of the log: PostgreSQL keeps those of a text as a `tsvector` with a GIN index, SQLite
as ` air land `, which it scans."""

from collections.abc import Sequence
from typing import Any

from django.db import models

from events.engines.index import SQLCondition, is_postgresql

# The first condition has an index; the second is the exact one.
WORDS_INSIDE = (
    "SELECT array_agg(text) FROM events_word"
    " WHERE events_word_parts(text) @> events_word_parts(%s) AND text LIKE %s"
)


class WordsField(models.Field):
    """A set of normalised words (`events.words`). Written and searched, never read."""

    def db_type(self, connection: Any) -> str:
        return "tsvector" if is_postgresql(connection) else "text"

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        return "array_to_tsvector(%s::text[])" if is_postgresql(connection) else "%s"

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        words = sorted(set(value))
        return words if is_postgresql(connection) else f" {' '.join(words)} "


def holds_words(
    connection: Any,
    column: str,
    terms: Sequence[str],
    inside_from: int,
    begins_from: int,
    whole: Sequence[str] = (),
) -> SQLCondition | None:
    """The rows that have every term: inside a word if it has `inside_from` letters, at the
    beginning of one if it has `begins_from`, else as a word; and all those words that are `whole`.
    None if a term is known to be in no row. Terms must be normalised.
    """
    if not is_postgresql(connection):
        likes = [*_likes(terms, inside_from, begins_from), *(f"% {word} %" for word in whole)]
        return " AND ".join([f"{column} LIKE %s"] * len(likes)), likes
    found = _choices(connection, terms, inside_from, begins_from)
    if None in found:
        return None
    choices = [*found, *(f"'{word}'" for word in whole)]
    return f"{column} @@ %s::tsquery", [" & ".join(f"({choice})" for choice in choices)]


def lacks_words(
    connection: Any, column: str, terms: Sequence[str], inside_from: int, begins_from: int
) -> SQLCondition | None:
    """The rows that have none of these terms, each found as in `holds_words`. None if that is so of
    every row."""
    if not is_postgresql(connection):
        likes = _likes(terms, inside_from, begins_from)
        return " AND ".join([f"{column} NOT LIKE %s"] * len(likes)), likes
    found = filter(None, _choices(connection, terms, inside_from, begins_from))
    query = " | ".join(f"({choice})" for choice in found)
    return (f"NOT {column} @@ %s::tsquery", [query]) if query else None


def _likes(terms: Sequence[str], inside_from: int, begins_from: int) -> list[str]:
    begins = [("" if len(term) >= inside_from else " ") + term for term in terms]
    return [f"%{text}{'' if len(text.strip()) >= begins_from else ' '}%" for text in begins]


def _choices(
    connection: Any, terms: Sequence[str], inside_from: int, begins_from: int
) -> list[str | None]:
    """What to ask a `tsvector` for each term; None where no text has it.

    The words that contain a term are looked up first, so that the planner sees which ones it has to
    find. Words that begin with a term are found by the index itself.
    """
    inside = [term for term in terms if len(term) >= inside_from]
    found: dict[str, list[str] | None] = {}
    if inside:
        lookup = " UNION ALL ".join([WORDS_INSIDE] * len(inside))
        with connection.cursor() as cursor:
            cursor.execute(lookup, [param for term in inside for param in (term, f"%{term}%")])
            found = dict(zip(inside, (words for (words,) in cursor.fetchall()), strict=True))
    choices: list[str | None] = []
    for term in terms:
        if term not in found:
            choices.append(f"'{term}'{':*' if len(term) >= begins_from else ''}")
        else:
            held = found[term]
            choices.append(None if held is None else " | ".join(f"'{word}'" for word in held))
    return choices
