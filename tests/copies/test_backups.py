"""A backup holds the whole record, says so, and is put back as it was or not at all."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from events import copies, desk
from events.copies.contents import contents
from events.engines import another, last_number, plain, scratch
from events.log import DERIVATION, Derivation, MonthCount, Version
from events.models import AuditLine, Entry


def run(command, *arguments):
    out = StringIO()
    call_command(command, *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def backup(some_record, tmp_path):
    file = tmp_path / "record.backup"
    run("backup", file)
    return file


def relist(file):
    """Let the list be right about the file as it is now."""
    listed = json.loads(copies.list_of(file).read_text())
    listed["sha256"] = copies.backing_up.checksum(file)
    copies.list_of(file).write_text(json.dumps(listed))


def differently(backup, statement):
    """A backup of the record after a statement, with the list of before."""
    with scratch(plain(connection.settings_dict)) as settings, another(settings, "default"):
        copies.restore(backup)
        with connection.cursor() as cursor:
            cursor.execute(statement)
        changed = backup.with_name("changed.backup")
        copies.back_up(changed)
    copies.list_of(backup).replace(copies.list_of(changed))
    relist(changed)
    return changed


def test_what_is_backed_up_is_told_and_listed(some_record, tmp_path):
    file = tmp_path / "record.backup"

    told = run("backup", file)

    held = contents(connection)
    listed = json.loads(copies.list_of(file).read_text())
    rows = sum(table.rows for table in held.values())
    assert told == (
        f"Backed up {len(held)} tables with {rows:,} rows, the log up to version 4: {file} "
        f"({file.stat().st_size:,} bytes), and {file}.json.\n"
    )
    assert listed["end"] == 4
    assert listed["tables"] == {name: table._asdict() for name, table in held.items()}
    assert file.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == [file.name, f"{file.name}.json"]


def test_progress_is_shown_where_it_is_asked_for(some_record, tmp_path, capsys):
    run("backup", tmp_path / "record.backup", "--progress")

    assert "Backing up: 100%" in capsys.readouterr().err


def test_nothing_is_written_over_a_backup(backup):
    before = backup.read_bytes()

    with pytest.raises(CommandError, match="is there already"):
        run("backup", backup)
    assert backup.read_bytes() == before


def test_a_folder_that_is_not_there(some_record, tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        run("backup", tmp_path / "none" / "record.backup")


def test_a_database_without_a_record(empty_database, tmp_path):
    with pytest.raises(CommandError, match="has no record to back up"):
        run("backup", tmp_path / "record.backup")
    assert list(tmp_path.iterdir()) == []


def test_what_is_restored_is_what_was_backed_up(backup):
    before = contents(connection)
    versions = list(Version.objects.values_list())
    last = last_number(connection, "events_entry", "id")

    with scratch(plain(connection.settings_dict)) as settings, another(settings, "default"):
        assert run("restore", backup) == f"Restored {backup}.\n"
        assert contents(connection) == before
        assert list(Version.objects.values_list()) == versions
        # The log is as append-only as before.
        with pytest.raises(Exception, match="never changed or deleted"):
            Version.objects.filter(seq=1).update(slug="x")
        with pytest.raises(Exception, match="never changed or deleted"):
            AuditLine.objects.all().delete()
        # New rows get numbers that no row has had.
        assert Entry.objects.create(slug="new", kind="development").pk == last + 1


def test_a_database_with_tables_is_left_alone(backup):
    before = contents(connection)

    with pytest.raises(CommandError, match="has tables already"):
        run("restore", backup)
    assert contents(connection) == before


def refusal(file):
    """What `restore` says where it leaves the empty database empty."""
    with scratch(plain(connection.settings_dict)) as settings, another(settings, "default"):
        with pytest.raises(CommandError) as refused:
            run("restore", file)
        assert connection.introspection.table_names() == []
    return str(refused.value)


def test_a_backup_of_a_newer_release_by_its_migrations(backup):
    later = differently(
        backup,
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('events', '9999_of_tomorrow', '2026-01-01')",
    )

    assert refusal(later) == (
        f"{later} is of a newer release: it has the migration events.9999_of_tomorrow, which this "
        "one does not know. Install that release to restore it."
    )


def test_a_backup_of_a_newer_release_by_its_derivation(backup):
    table = Derivation._meta.db_table
    later = differently(backup, f"UPDATE {table} SET number = {DERIVATION + 1}")

    assert refusal(later) == (
        f"{later} is of a newer release: its tables are of derivation {DERIVATION + 1}, and this "
        f"one knows those up to {DERIVATION}. Install that release to restore it."
    )


def test_a_backup_of_an_earlier_release_says_what_is_to_do(backup):
    earlier = differently(backup, f"UPDATE {Derivation._meta.db_table} SET number = 1")
    copies.list_of(earlier).unlink()

    with scratch(plain(connection.settings_dict)) as settings, another(settings, "default"):
        assert run("restore", earlier) == (
            f"Restored {earlier}, with no list to compare it with.\n"
            "It is of an earlier release. Run `manage.py migrate` and "
            "`manage.py rebuild --if-needed`.\n"
        )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read: No such file or directory."),
        (b"", "is no backup: neither SQLite nor pg_dump has written it."),
        (b"some text", "is no backup: neither SQLite nor pg_dump has written it."),
    ],
)
def test_a_file_that_is_no_backup(some_record, tmp_path, content, told):
    file = tmp_path / "some.file"
    if content is not None:
        file.write_bytes(content)

    assert refusal(file) == f"{file} {told}"


def test_a_backup_of_the_other_engine(some_record, tmp_path):
    file = tmp_path / "some.file"
    file.write_bytes(b"PGDMP" if connection.vendor == "sqlite" else b"SQLite format 3\0")

    assert "and DATABASE_URL names a database of" in refusal(file)


def test_a_file_that_was_damaged(backup):
    content = bytearray(backup.read_bytes())
    content[-100] ^= 0xFF
    backup.write_bytes(content)

    assert refusal(backup).startswith(f"{backup} is damaged: ")


def test_a_drill_compares_all_there_is(backup):
    rows = sum(table.rows for table in contents(connection).values())
    before = contents(connection)

    told = run("drill", backup).splitlines()

    assert told[0] == f"What was backed up  equal      {len(before)} tables, {rows:,} rows"
    assert told[1] == "The site            equal      the log up to version 4"
    assert told[2].startswith("A rebuild           equal      9 derived tables, ")
    assert contents(connection) == before


def test_a_drill_of_a_site_that_has_published_nothing(programs_of_the_server, tmp_path):
    Derivation.objects.update(number=1)
    file = tmp_path / "empty.backup"
    run("backup", file)

    told = run("drill", file).splitlines()

    assert told[2] == "A rebuild           equal      8 derived tables, 0 rows"


def test_a_drill_goes_on_when_the_site_has_published_since(backup, some_record):
    some_record.development("since")

    assert "The site            equal      the log up to version 4" in run("drill", backup)


def test_a_drill_goes_on_when_the_site_has_redacted_since(backup, some_record):
    why: Any = {"ground": "mistake", "reason": {"en": "A slip."}}
    desk.redact(Version.objects.get(pk=1).entry, parts=["title"], numbers=[1], **why)

    assert "equal      the log up to version 4; redacted since: 1\n" in run("drill", backup)


def test_a_drill_names_what_is_missing(backup):
    table = MonthCount._meta.db_table
    changed = differently(backup, f"UPDATE {table} SET number = number + 1")

    with pytest.raises(CommandError) as refused:
        run("drill", changed)

    listed, standing = MonthCount.objects.count(), MonthCount.objects.exclude(number=0).count()
    assert str(refused.value) == (
        f"The backup is not the record:\n  {table} has other values in its {listed} rows\n"
        f"  {table} has {listed} rows rather than {standing}"
    )


def test_a_drill_notices_another_log(backup):
    changed = differently(
        backup,
        "INSERT INTO events_version (seq, entry_id, uid, number, action, kind, slug, published_at,"
        " note) SELECT seq + 4, entry_id, uid, number + 9, 'withdrawn', kind, slug, published_at,"
        " note FROM events_version WHERE seq = 4",
    )

    with pytest.raises(CommandError, match="events_version has 5 rows rather than 4"):
        run("drill", changed)


def test_a_list_that_is_none_and_no_database_is_left_behind(backup):
    copies.list_of(backup).write_text("{}")

    with pytest.raises(CommandError, match="cannot be read as the list of a backup"):
        run("drill", backup)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            name = f"{connection.settings_dict['NAME']}%scratch%"
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [name])
            assert cursor.fetchall() == []
