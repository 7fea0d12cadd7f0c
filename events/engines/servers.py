"""Which of several PostgreSQL servers answers: the primary, or a standby that follows it, and how
closely. SQLite is always its own primary."""

from typing import Any, NamedTuple

from events.engines.index import is_postgresql

# What the comment on the database begins with that names the primary. It goes along to every
# standby, but into no backup, and whoever owns the database may write it.
PRIMARY = "primary_id="
COMMENT = """
    SELECT shobj_description(oid, 'pg_database') FROM pg_database
    WHERE datname = current_database()"""

REPLAY = """
    SELECT CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
           ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END,
           EXISTS (SELECT 1 FROM pg_stat_wal_receiver)"""


class Replay(NamedTuple):
    """How a standby follows. `lag`: the age, in seconds, of the newest change that it has replayed,
    0 if there is no other; None if it has not replayed any since it started. `receiving`: whether
    it is connected to its primary: if not, there may be changes that it has not heard of."""

    lag: float | None
    receiving: bool


def is_standby(connection: Any) -> bool:
    """Does the server follow another one, so that it can only be read from?"""
    if not is_postgresql(connection):
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_is_in_recovery()")
        return bool(cursor.fetchone()[0])


def replay(connection: Any) -> Replay:
    """Of a standby."""
    with connection.cursor() as cursor:
        cursor.execute(REPLAY)
        lag, receiving = cursor.fetchone()
    return Replay(None if lag is None else round(float(lag), 3), receiving)


def primary_id(connection: Any) -> str:
    """The name that the server got when it became the primary; empty if it never got one."""
    if not is_postgresql(connection):
        return ""
    with connection.cursor() as cursor:
        cursor.execute(COMMENT)
        comment = cursor.fetchone()[0] or ""
    return comment.removeprefix(PRIMARY) if comment.startswith(PRIMARY) else ""


def name_primary(connection: Any, name: str) -> None:
    """Give the server's database a name of letters and digits."""
    database = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON DATABASE {database} IS '{PRIMARY}{name}'")
