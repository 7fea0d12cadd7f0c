"""Making a backup: the file, and beside it a list of what it has to hold."""

import hashlib
import os
from pathlib import Path
from typing import Any, NamedTuple

import orjson
from django.db import connection

from events.copies.contents import LOG, MIGRATIONS, TableDigest, Watch, contents, end, unwatched
from events.engines import (
    BackupError,
    another,
    is_postgresql,
    one_state,
    plain,
    save_backup,
)


class BackupList(NamedTuple):
    """What is listed beside a backup. `end`: the seq of its newest version. `sha256`: of the
    file."""

    end: int
    sha256: str
    tables: dict[str, TableDigest]


def list_of(file: Path) -> Path:
    """Where the list of a backup is."""
    return file.with_name(f"{file.name}.json")


def back_up(file: Path, watch: Watch = unwatched) -> BackupList:
    """Back up the site's database while it goes on serving and publishing.

    Both files appear whole or not at all. Raises `BackupError` if there is a file already, or no
    record, or the engine cannot.
    """
    for taken in (file, list_of(file)):
        if taken.exists():
            raise BackupError(f"{taken} is there already. Nothing is ever written over a backup.")
    if not file.absolute().parent.is_dir():
        raise BackupError(f"There is no folder {file.absolute().parent}.")
    if not {LOG, MIGRATIONS} <= set(connection.introspection.table_names()):
        raise BackupError("The database that DATABASE_URL names has no record to back up.")
    partial = file.with_name(f"{file.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        listed = _save(partial, watch)
        _write(list_of(file), listed)
        partial.replace(file)
        _settle(file.absolute().parent)
    except OSError as error:
        raise BackupError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        partial.unlink(missing_ok=True)
        if not file.exists():
            list_of(file).unlink(missing_ok=True)
    return listed


def listed_beside(file: Path) -> BackupList | None:
    """The list of a backup; None if there is none. Raises `BackupError` if it is no list, or the
    file is not the one that it was written for."""
    if not list_of(file).exists():
        return None
    try:
        read = orjson.loads(list_of(file).read_bytes())
        tables = {name: TableDigest(**values) for name, values in read["tables"].items()}
        listed = BackupList(read["end"], read["sha256"], tables)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(f"{list_of(file)} cannot be read as the list of a backup.") from error
    if checksum(file) != listed.sha256:
        raise BackupError(f"{file} is damaged: it is not what {list_of(file)} was written for.")
    return listed


def _save(file: Path, watch: Watch) -> BackupList:
    """Both kinds are read in one state: PostgreSQL's from the database, SQLite's from the copy."""
    if is_postgresql(connection):
        with (
            another(plain(connection.settings_dict), "source") as source,
            one_state(source) as state,
        ):
            save_backup(source, file, state)
            return BackupList(end(source), checksum(file), contents(source, watch))
    save_backup(connection, file, "")
    with another(plain(connection.settings_dict, file), "source") as source:
        found = end(source), contents(source, watch)
    return BackupList(found[0], checksum(file), found[1])


def checksum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write(file: Path, listed: BackupList) -> None:
    tables = {name: table._asdict() for name, table in listed.tables.items()}
    content: dict[str, Any] = listed._asdict() | {"tables": tables}
    file.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n")


def _settle(folder: Path) -> None:
    """Let the names of files in it survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
