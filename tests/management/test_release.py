"""The command that freezes the record under a name."""

import io
from datetime import date
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from events import public
from events.models import ReleasePiece
from events.vocabulary import Ground
from tests.desk.accounts import account
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("release", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def _named(role: str) -> str:
    by = account(role)
    assert by is not None
    return by.get_username()


def test_it_says_what_it_has_released() -> None:
    record.position("stand")

    told = run("v1")

    size = sum(file["bytes"] for file in public.release("v1").files)
    assert told == f"Released v1: the record up to version 1, 19 files with {size:,} bytes.\n"
    record.question("new")
    assert run("v2").endswith("; since v1: 1 added, 0 changed, 0 withdrawn.\n")


def test_without_a_name_it_is_called_after_the_day(monkeypatch: Any) -> None:
    record.position("stand")
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: date(2026, 11, 27))

    run()

    assert public.release("latest").name == "2026-11-27"


def test_who_may_publish_may_release() -> None:
    record.position("stand")
    with pytest.raises(CommandError, match="may not publish"):
        run("v1", "--by", _named("contributor"))

    run("v1", "--by", _named("editor"))

    assert public.release("v1").made_by.username == "editor"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["No Name"], "cannot be the name of a release"),
        (["v1", "--remake"], "takes no name"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: list[str], message: str) -> None:
    record.position("stand")
    with pytest.raises(CommandError, match=message):
        run(*arguments)


def test_a_redaction_by_command_makes_the_files_anew() -> None:
    secret = record.position("secret", title_en="The Quastenflosser")
    run("v1")

    why = ("--ground", Ground.MISTAKE, "--reason", "A slip.", "--reason", "de=Ein Versehen.")
    call_command("redact", secret.slug, *why, "--yes", stdout=io.StringIO(), stderr=io.StringIO())

    release = public.release("v1")
    assert release.remade_at is not None
    assert b"Quastenflosser" not in b"".join(public.release_file(release, "entries.ndjson"))
    assert run("--remake") == "No files are missing.\n"
    ReleasePiece.objects.all().delete()
    assert run("--remake").startswith("Released v1: ")
