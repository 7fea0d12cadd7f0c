"""Commands that change something say who did it: in versions, in the audit, in the log."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from events.models import AuditLine, Version
from tests.desk.accounts import account
from tests.record import Record

pytestmark = pytest.mark.django_db

RECORDS = """
sources:
  report: {title: A report, language: en, published_on: 2026-01-06}
processes:
  talks: {name: {en: Talks, de: Gespräche}}
developments:
  rain:
    process: talks
    title: {en: Rain, de: Regen}
    summary: {en: It rains., de: Es regnet.}
    date: 2026-01-06
    sources: [report]
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "records.yaml"
    path.write_text(RECORDS)
    return str(path)


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def told() -> list[tuple[str, str, str | None, str]]:
    return [
        (line.action, line.slug, line.by.username if line.by else None, line.params["command"])
        for line in AuditLine.objects.order_by("pk")
    ]


@pytest.mark.parametrize("by", [None, "editor"])
def test_what_is_loaded_says_by_whom(file, by):
    account("editor")

    run("load", file, *(("--by", by) if by else ()))

    assert sorted(told()) == [
        ("added", "rain", by, "load"),
        ("added", "report", by, "load"),
        ("added", "talks", by, "load"),
        ("published", "rain", by, "load"),
    ]
    publisher = Version.objects.get().published_by
    assert (publisher and publisher.username) == by


def test_many_that_are_published_are_one_action_of_somebody():
    record = Record()
    account("editor")
    for number in range(2):
        record.development(f"e{number}", publish=False)

    run("publish", "peace", "--by", "editor")

    assert told() == [
        (action, slug, "editor", "publish")
        for action, slug in (
            ("published", "e0"),
            ("published", "e1"),
        )
    ]
    assert len({line.params["together"] for line in AuditLine.objects.all()}) == 1
    assert {v.published_by.username for v in Version.objects.all()} == {"editor"}


COMMANDS = {
    "load": ["records.yaml"],
    "publish": ["peace"],
    "redact": ["event", "--ground", "law", "--reason", "en=x", "--reason", "de=x", "--yes"],
    "redactions": ["replay", "list.json"],
    "anonymise": ["editor", "--yes"],
    "unlock": ["editor"],
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nobody", "There is no account “nobody”."),
        ("former", "The account “former” is not active, so nothing can be done by it."),
    ],
)
def test_whoever_is_not_there_does_nothing(command, name, message):
    Record().development("event")
    account("editor")
    account("former")

    with pytest.raises(CommandError) as refusal:
        run(command, *COMMANDS[command], "--by", name)

    assert str(refusal.value) == message
    assert AuditLine.objects.count() == 0


def test_an_account_does_no_more_than_it_may(file):
    account("contributor")

    with pytest.raises(CommandError, match="This account may not publish"):
        run("load", file, "--by", "contributor")

    assert {line[0] for line in told()} == {"added"}
    assert not Version.objects.exists()


def test_a_command_that_only_looks_leaves_nothing(file):
    run("load", file, "--check", "--by", str(account("editor")))

    assert not AuditLine.objects.exists()


def test_the_log_says_who_lifted_a_lock(caplog):
    caplog.set_level("INFO", "events.management.commands.unlock")

    run("unlock", "editor", "--by", str(account("superuser")))
    run("unlock", "--all")

    assert [line.getMessage() for line in caplog.records] == [
        "Locks lifted by superuser: 0, editor",
        "Locks lifted by the system: 0, everywhere",
    ]
