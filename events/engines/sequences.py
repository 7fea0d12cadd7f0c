"""The numbers that a database gives to new rows, which go on where they were when rows move."""

from typing import Any

from events.engines.index import is_postgresql


def last_number(connection: Any, table: str, column: str) -> int:
    """The last number that the database has given to a row of the table, be it gone since; 0 if
    none yet."""
    with connection.cursor() as cursor:
        if not is_postgresql(connection):
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            row = cursor.fetchone()
            return int(row[0]) if row else 0
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table}"', column])
        (sequence,) = cursor.fetchone()
        cursor.execute(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608
        value, is_called = cursor.fetchone()
    return int(value) if is_called else 0


def go_on_after(connection: Any, table: str, column: str, number: int) -> None:
    """Let the next row of the table get the number after this one."""
    with connection.cursor() as cursor:
        if is_postgresql(connection):
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s)::regclass, %s, %s)",
                [f'"{table}"', column, max(number, 1), number > 0],
            )
            return
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
