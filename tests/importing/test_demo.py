"""`manage.py demo`: what an empty site starts with, and that any other is left alone."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

from events import importing
from events.desk import roles
from events.management.commands import demo
from events.models import Entry, Process, Version

pytestmark = pytest.mark.django_db

SMALL = """
processes:
  talks: {name: {en: Talks, de: Gespräche}}
sources:
  report: {title: A report, language: en}
developments:
  rain: {process: talks, title: {en: It rained, de: Es regnete}, date: "2025", sources: [report]}
"""
STEP = """
steps:
  - {file: small.yaml, published_at: "2025-03-05T08:00:00Z"}
"""
PLAN = demo.PLAN
KEPT = "The data that is here already is kept.\n"


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record that is brought in quickly; `tests/fixtures/test_record.py` tests the real one."""
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text(STEP, "utf-8")
    monkeypatch.setattr(demo, "PLAN", path)
    return path


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("demo", *arguments, stdout=out)
    return out.getvalue()


def test_an_empty_site_gets_a_process_and_an_editor(settings: Any) -> None:
    settings.PORT = 8123
    lines = [line.split() for line in run().splitlines()]
    assert lines[1:4] == [
        ["Page", "http://localhost:8123/"],
        ["Admin", "http://localhost:8123/admin/"],
        ["API", "http://localhost:8123/api/v1/"],
    ]
    assert Process.objects.get().slug == "talks"
    assert Version.objects.get().published_at == datetime(2025, 3, 5, 8, tzinfo=UTC)

    said = dict(line for line in lines if len(line) == 2)
    editor = authenticate(username=said["Account"], password=said["Password"])
    assert editor == get_user_model().objects.get()
    assert (editor.is_staff, editor.is_superuser) == (True, False)
    assert [group.name for group in editor.groups.all()] == [roles.EDITORS]
    assert editor.has_perm("events.publish_entry")


def test_the_second_run_changes_nothing_and_says_so_in_one_line() -> None:
    run()
    password = get_user_model().objects.get().password
    assert run() == KEPT
    assert get_user_model().objects.get().password == password
    assert Version.objects.count() == Entry.objects.count()


def test_every_site_has_a_password_of_its_own() -> None:
    first = run()
    get_user_model().objects.all().delete()
    assert run() == KEPT
    assert len(first.split("Password")[1].split()[0]) >= 16


def test_a_site_with_a_process_is_left_alone() -> None:
    Process.objects.create(slug="talks", name_en="Talks")
    assert run() == KEPT
    assert (Process.objects.count(), get_user_model().objects.count()) == (1, 0)


def test_a_site_with_an_account_is_left_alone() -> None:
    get_user_model().objects.create_superuser("somebody")
    assert run() == KEPT
    assert (Process.objects.count(), get_user_model().objects.count()) == (0, 1)


@pytest.mark.parametrize("broken", ["bring_in", "load", "publish"])
def test_a_start_that_is_broken_off_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, broken: str
) -> None:
    file = [] if broken == "bring_in" else [str(tmp_path / "small.yaml")]

    def stop(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(importing, broken, stop)
        with pytest.raises(KeyboardInterrupt):
            run(*file)
    assert not Process.objects.exists()
    assert not Version.objects.exists()
    assert not get_user_model().objects.exists()
    assert "Password" in run()


def test_no_account_is_kept_whose_password_was_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        call_command("demo", stdout=Closed())
    assert not get_user_model().objects.exists()
    assert not Process.objects.exists()


def test_a_plan_with_a_mistake_is_one_line(plan: Path) -> None:
    plan.write_text(STEP.replace("small.yaml", "absent.yaml"), "utf-8")
    with pytest.raises(CommandError, match=r"plan\.yaml: absent\.yaml: There is no such file"):
        run()
    assert not Process.objects.exists()


def test_a_site_begins_with_a_file_of_its_own(tmp_path: Path) -> None:
    run(str(tmp_path / "small.yaml"))
    version = Version.objects.get()
    assert (version.slug, version.loaded_at) == ("rain", None)
    assert get_user_model().objects.count() == 1


def test_a_file_with_a_mistake_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "records.yaml"
    with pytest.raises(CommandError, match="There is no such file"):
        run(str(path))
    path.write_text("topics:\n  truce:\n    nmae: {en: Truce}\n", "utf-8")
    with pytest.raises(CommandError, match="topics: truce: nmae: There is no such key"):
        run(str(path))


def test_a_file_without_a_source_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "records.yaml"
    path.write_text(
        "processes:\n  talks: {name: {en: Talks}}\n"
        "developments:\n  rain: {process: talks, title: {en: It rained}, date: 2025}\n",
        "utf-8",
    )
    with pytest.raises(CommandError, match="rain: A source is missing"):
        run(str(path))
    assert not Process.objects.exists()


def test_the_record_is_where_the_project_is() -> None:
    assert PLAN.is_relative_to(settings.BASE_DIR)
    assert PLAN.is_file()
