"""The whole record in another database, of either engine, with every byte of its log."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection

from events import copies, desk
from events.copies.contents import DERIVED, digest
from events.copies.moving import _values as values
from events.copies.moving import facts
from events.engines import another, last_number, plain, scratch
from events.log import MonthCount, Version
from events.models import AuditLine, Entry
from tests.record import Record


@pytest.fixture
def accounts(some_record):
    desk.roles.ensure()
    user = User.objects.create_user("ines", password="a long one", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    # Its number must not be given again.
    Entry.objects.create(slug="gone-for-good", kind="development").delete()
    return last_number(connection, "events_entry", "id")


def all_of(alias):
    return {model._meta.label: digest(values(model, alias)) for model in facts()}


def migrated(settings):
    with another(settings, "default"):
        call_command("migrate", interactive=False, verbosity=0)
    return settings


@pytest.fixture
def file(tmp_path):
    """Settings of a migrated SQLite file."""
    engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "moved.sqlite3"}
    return migrated(plain(engine))


def confirm_same(before, last_entry):
    """In the database that was moved to."""
    assert all_of("default") == before
    with pytest.raises(Exception, match="never changed or deleted"):
        Version.objects.filter(seq=1).update(slug="x")
    with pytest.raises(Exception, match="never changed or deleted"):
        AuditLine.objects.all().delete()
    assert User.objects.get(username="ines").has_perm("events.change_entry")
    assert User.objects.get(username="ines").check_password("a long one")
    made = Record().development("after-the-move")
    assert made.pk == last_entry + 1
    assert (
        Version.objects.order_by("seq").last().seq == len(Version.objects.exclude(entry=made)) + 1
    )


def test_every_row_and_every_byte_arrives(accounts, file):
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq, document, published_at FROM events_version ORDER BY seq")
        documents = [(seq, document) for seq, document, _at in cursor.fetchall()]
    times = list(Version.objects.order_by("seq").values_list("published_at", flat=True))
    before = all_of("default")
    seen: list[int] = []

    moved = copies.move(file, seen.append)

    assert moved == copies.Arrived(sum(table.rows for table in before.values()), 4, 0)
    assert sum(seen) == moved.rows
    assert any(time.microsecond % 1000 for time in times) or connection.vendor == "sqlite"
    with another(file, "default"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq, document FROM events_version ORDER BY seq")
            assert cursor.fetchall() == documents
        assert list(Version.objects.order_by("seq").values_list("published_at", flat=True)) == times
        confirm_same(before, accounts)
    assert all_of("default") == before


def test_to_postgresql_and_back(accounts, file, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("needs a server")
    before = all_of("default")
    server = plain(connection.settings_dict)
    copies.move(file)

    with scratch(server) as settings:
        migrated(settings)
        with another(file, "default"):
            copies.move(settings)
        with another(settings, "default"):
            confirm_same(before, accounts)


def test_what_is_derived_is_made_anew(accounts, file):
    # A month that has lost its last entry is at zero, or not there after a rebuild.
    MonthCount.objects.filter(number=0).delete()
    counted = {model: model.objects.count() for model in DERIVED}

    copies.move(file)

    with another(file, "default"):
        assert {model: model.objects.count() for model in DERIVED} == counted


def test_a_database_that_holds_something_is_left_alone(accounts, file):
    with another(file, "default"):
        User.objects.create_user("somebody")
        before = all_of("default")

    with pytest.raises(copies.BackupError, match=r"is not empty: auth_user has rows"):
        copies.move(file)
    with another(file, "default"):
        assert all_of("default") == before


def test_one_that_is_not_migrated(accounts, tmp_path):
    engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "new.sqlite3"}

    with pytest.raises(copies.BackupError, match="The other database lacks migrations"):
        copies.move(plain(engine))


def test_a_move_that_breaks_off_leaves_nothing(accounts, file):
    with another(file, "default"):
        before = all_of("default")

    def break_off(number):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copies.move(file, break_off)
    with another(file, "default"):
        assert all_of("default") == before


def run(*arguments):
    out = StringIO()
    call_command("move", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_says_what_was_moved(accounts, file):
    told = run("--to", f"sqlite:///{file['NAME']}")

    assert "4 versions among them" in told
    assert told.endswith("Set DATABASE_URL to the new address.\n")


def test_the_command_knows_where_the_record_is(accounts, monkeypatch):
    here = {"ENGINE": "django.db.backends.sqlite3", "NAME": Path("/srv/record.sqlite3")}
    monkeypatch.setattr(settings, "DATABASES", {"default": here | {"HOST": "", "PORT": ""}})

    with pytest.raises(CommandError, match="is in already"):
        run("--to", "sqlite:////srv/record.sqlite3")


def test_an_address_of_no_database(accounts):
    with pytest.raises(CommandError, match="--to is not the address of a database"):
        run("--to", "mysql://user:secret@host/name")
