"""Putting a backup back, and drilling it: what does it hold, and is that the record?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from events import publishing
from events.copies import contents
from events.copies.backing_up import listed_beside
from events.copies.contents import LOG, MIGRATIONS
from events.engines import (
    BackupError,
    another,
    backed_up_rows,
    check_backup,
    is_empty,
    plain,
    restore_backup,
    scratch,
)
from events.log import DERIVATION, Derivation


class Finding(NamedTuple):
    """One thing that was compared. `differences`: what is not as it should be; empty if all is."""

    subject: str
    compared: str
    differences: list[str]


def restore(file: Path) -> list[str]:
    """Put a backup into the site's database, which has to be empty, and compare it with the list
    beside it. Returns what is left to do, as commands.

    Raises `BackupError` and leaves the database empty if the file is none of this engine's, is
    damaged or is of a newer release than this.
    """
    check(file)
    try:
        empty = is_empty(connection)
    except DatabaseError as error:
        raise BackupError(f"The database does not answer: {error}") from error
    if not empty:
        raise BackupError(
            "The database that DATABASE_URL names has tables already. A backup is only put into "
            "an empty one; nothing was changed."
        )
    listed = listed_beside(file)
    restore_backup(connection, file)
    if listed and (differences := _differences(listed.tables, contents.contents(connection))):
        raise BackupError(f"What was restored is not what was backed up: {'; '.join(differences)}.")
    return ["migrate", "rebuild --if-needed"] if _is_older() else []


def check(file: Path) -> None:
    """Raise `BackupError` unless this release can take over what the file holds."""
    check_backup(connection, file)
    applied = backed_up_rows(connection, file, MIGRATIONS, ["app", "name"])
    if not any(app == "events" for app, _name in applied):
        raise BackupError(f"{file} is no backup of a record: it has none of its migrations.")
    known = MigrationLoader(None).disk_migrations
    apps = {app for app, _name in known}
    if newer := sorted(
        f"{app}.{name}" for app, name in applied if app in apps and (app, name) not in known
    ):
        raise BackupError(
            f"{file} is of a newer release: it has the migration {newer[0]}, which this one does "
            "not know. Install that release to restore it."
        )
    for (number,) in backed_up_rows(connection, file, Derivation._meta.db_table, ["number"]):
        if int(number) > DERIVATION:
            raise BackupError(
                f"{file} is of a newer release: its tables are of derivation {number}, and this "
                f"one knows those up to {DERIVATION}. Install that release to restore it."
            )


def drill(file: Path) -> Iterator[Finding]:
    """Restore a backup into a database of its own, which is gone afterwards, and compare what it
    holds with its list, with the site's log as far as it goes, and with a rebuild.

    Raises `BackupError` if it could not be restored.
    """
    check(file)
    listed = listed_beside(file)
    site = plain(connection.settings_dict)
    try:
        with scratch(site) as settings, another(settings, "default") as restored:
            restore_backup(restored, file)
            if listed:
                yield _with_list(listed.tables, restored)
            with another(site, "site") as running:
                yield _with_site(running, restored)
            yield _with_rebuild()
    except DatabaseError as error:
        raise BackupError(f"The database could not do it: {error}".strip()) from error


def _with_list(listed: dict[str, contents.TableDigest], restored: Any) -> Finding:
    rows = sum(table.rows for table in listed.values())
    told = f"{len(listed)} tables, {rows:,} rows"
    differences = _differences(listed, contents.contents(restored))
    return Finding("What was backed up", told, differences)


def _with_site(site: Any, restored: Any) -> Finding:
    """The log only grows, so what the backup has of it is still there, unless it was redacted
    since."""
    last = contents.end(restored)
    told = f"the log up to version {last:,}"
    if LOG not in site.introspection.table_names():
        return Finding("The site", told, ["the site's database has no log to compare with"])
    shared = contents.columns(site, LOG) & contents.columns(restored, LOG)
    ours, theirs = contents.redactions(site, last), contents.redactions(restored, last)
    redacted = {seq for seq, last_one in ours.items() if theirs.get(seq) != last_one}
    if redacted:
        told += f"; redacted since: {len(redacted)}"
    there, here = (contents.log(database, shared, last, redacted) for database in (site, restored))
    differences = _differences({LOG: there}, {LOG: here})
    return Finding("The site", told, differences)


def _with_rebuild() -> Finding:
    """In the backup's database, which is `connection` meanwhile."""
    if older := _is_older():
        call_command("migrate", interactive=False, verbosity=0)
    before = contents.derived(connection)
    for _done in publishing.rebuild():
        pass
    after = contents.derived(connection)
    if older:
        return Finding("A rebuild", "of an earlier release: migrated and derived anew", [])
    if not contents.end(connection):
        # Whichever release has derived nothing so far, nothing is what it has derived.
        for tables in (before, after):
            del tables[Derivation._meta.db_table]
    rows = sum(table.rows for table in after.values())
    told = f"{len(after)} derived tables, {rows:,} rows"
    return Finding("A rebuild", told, _differences(after, before))


def _differences(
    expected: dict[str, contents.TableDigest], found: dict[str, contents.TableDigest]
) -> list[str]:
    told = []
    for name in sorted(expected.keys() | found.keys()):
        there, here = expected.get(name), found.get(name)
        if there == here:
            continue
        if not there or not here:
            told.append(f"the table {name} is only in one of the two")
        elif there.rows != here.rows:
            told.append(f"{name} has {here.rows:,} rows rather than {there.rows:,}")
        else:
            told.append(f"{name} has other values in its {there.rows:,} rows")
    return told


def _is_older() -> bool:
    """Is what was restored of an earlier release than this?"""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return True
    return publishing.rebuild_needed()
