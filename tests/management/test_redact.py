"""The commands that redact, take redactions along, prove them, repair times, and end accounts."""

import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from events import desk, public, publishing
from events.log import ClockBehindLog, VersionUpgrade, clock
from events.models import AuditLine, Entry, Redaction, Version
from tests.desk.accounts import account
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
WHY = ("--ground", "mistake", "--reason", "A slip.", "--reason", "de=Ein Versehen.", "--yes")


def run(name: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(name, *arguments, stdout=out, stderr=out)
    return out.getvalue()


@pytest.fixture
def stand() -> Entry:
    return record.position("stand", title_en=f"The {SECRET}")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What is given on standard input."""

    def give(text: str, *, at_a_terminal: bool = False) -> None:
        given = io.StringIO(text)
        monkeypatch.setattr(given, "isatty", lambda: at_a_terminal)
        monkeypatch.setattr("sys.stdin", given)

    return give


def test_it_says_what_will_change_and_changes_nothing(stand: Entry) -> None:
    said = run("redact", "stand", "--part", "title", "--dry-run")

    assert said == "stand v1 (seq 1): title\n"
    assert (Redaction.objects.count(), public.last_seq()) == (0, 1)


def test_it_asks_before_it_does_it(stand: Entry, asked: Any) -> None:
    asked("n\n", at_a_terminal=True)
    with pytest.raises(CommandError, match=r"Nothing was changed."):
        run("redact", "stand", *WHY[:-1])
    assert Redaction.objects.count() == 0
    asked("y\n", at_a_terminal=True)
    said = run("redact", "stand", *WHY[:-1])
    done = Redaction.objects.get()
    assert said == (
        "stand v1 (seq 1): all\nReplace all of that for good? [y/N] "
        f"Redaction {done.uid} is done; version 2 tells of it.\n"
    )


def test_whoever_closes_a_text_is_told_that_the_desk_has_it(stand: Entry) -> None:
    said = run("redact", "stand", "--part", "title", "--close", *WHY)

    assert "The desk still has the text" in said
    with pytest.raises(CommandError, match="All of that has been redacted already"):
        run("redact", "stand", "--part", "title", "--close", *WHY)


def test_where_nobody_can_be_asked_it_does_nothing(stand: Entry, asked: Any) -> None:
    asked("")
    with pytest.raises(CommandError, match="say --yes, or --dry-run"):
        run("redact", "stand", *WHY[:-1])
    assert Redaction.objects.count() == 0


def test_who_did_it_is_on_record(stand: Entry) -> None:
    editor = account("editor")
    assert isinstance(editor, User)
    with pytest.raises(CommandError, match=r"This account may not redact “The Quastenflosser”."):
        run("redact", "stand", "--by", "editor", *WHY)
    editor.groups.add(Group.objects.get(name="Redactors"))

    run("redact", "stand", "--by", "editor", *WHY)

    done = Redaction.objects.get()
    assert (done.by, done.told) == (editor, {"en": "A slip.", "de": "Ein Versehen."})
    line = AuditLine.objects.get(action="redacted")
    assert (line.by, line.slug, line.params["parts"]) == (editor, "stand", ["all"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing", *WHY], "There is no record “nothing”."),
        (["actor/nobody", *WHY], "There is no record “actor/nobody”."),
        (["ghost/x", *WHY], "There is no sort of records “ghost”. There are: actor, "),
        (["stand", "--by", "nobody", *WHY], "There is no account “nobody”."),
        (["stand", "--yes"], "“” is no ground of a redaction."),
        (["stand", "--ground", "mistake", "--yes"], "Readers need a reason."),
        (["stand", "--part", "titel", *WHY], "No version has anything at “titel”."),
        (["stand", "--version-number", "7", *WHY], "has no version 7; it has versions 1 to 1."),
        (["topic/topic", "--part", "name", *WHY], "There is no record “topic/topic”."),
        (["actor/france", "--close", *WHY], "A record of reference data is redacted as a whole."),
    ],
)
def test_what_is_wrong_is_said(stand: Entry, arguments: list[str], message: str) -> None:
    record.actor("france")
    with pytest.raises(CommandError) as refusal:
        run("redact", *arguments)
    assert message in str(refusal.value)
    assert Redaction.objects.count() == 0


def test_an_entry_is_found_by_its_id_and_by_an_address_of_before(stand: Entry) -> None:
    stand.slug = "stance"
    stand.save()
    publishing.publish(stand)
    for name in ("stand", "stance", str(stand.uid)):
        assert "stance v2 (seq 2): all\n" in run("redact", name, "--dry-run")


def test_a_redaction_is_proven(stand: Entry, asked: Any) -> None:
    run("redact", "stand", "--part", "title", "--keep-desk", *WHY)
    done = Redaction.objects.get()

    asked(f"{SECRET}\n")
    with pytest.raises(CommandError, match=r"The redaction is not proven."):
        run("redactions", "prove", str(done.uid))
    Entry.objects.update(title_en="-", title_de="-")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE events_entry SET title = '-'")
    asked(f"{SECRET}\n")
    assert run("redactions", "prove", str(done.uid)) == (
        "Versions that say what was left of them: 1.\n"
        "No table of the database has what was looked for.\n"
    )


def test_a_version_that_says_something_else_is_told(stand: Entry, asked: Any) -> None:
    run("redact", "stand", "--part", "title", "--close", *WHY)
    first = Redaction.objects.get()
    VersionUpgrade.objects.filter(pk=1).update(document="{}")
    asked("")

    out = io.StringIO()
    with pytest.raises(CommandError, match="not proven"):
        call_command("redactions", "prove", str(first.uid), stdout=out)
    assert out.getvalue() == "Says something else than was left: stand v1\n"


def test_redactions_are_taken_along_and_done_once(stand: Entry, tmp_path: Path) -> None:
    run("redact", "stand", "--part", "title", *WHY)
    done = Redaction.objects.get()
    file = tmp_path / "redactions.json"

    assert run("redactions", "export", str(file)) == "Redactions written: 1.\n"
    assert run("redactions", "replay", str(file)) == f"{done.uid}: was done already\n"
    listed = json.loads(file.read_text())
    assert SECRET not in file.read_text()
    listed[0]["uid"] = str(stand.uid)
    listed[0]["versions"][0]["entry"] = str(done.uid)
    file.write_text(json.dumps(listed))
    assert run("redactions", "replay", str(file)) == (
        f"{stand.uid}: this copy of the record has nothing of it\n"
    )
    listed[0]["versions"][0] |= {"entry": str(stand.uid), "places": [["synopsis"]]}
    file.write_text(json.dumps(listed))
    with pytest.raises(CommandError, match=r"Redactions that are not done here: 1\."):
        run("redactions", "replay", str(file))
    file.write_text("[{}]")
    with pytest.raises(CommandError, match="has no list of redactions: 'uid'"):
        run("redactions", "replay", str(file))
    assert f"{done.uid} " in run("redactions", "list")


def test_caches_are_told(settings: Any, stand: Entry) -> None:
    settings.PURGE_URLS = ["http://127.0.0.1:9"]
    with pytest.raises(CommandError, match=r"http://127.0.0.1:9: .*refused"):
        run("redactions", "purge")


@pytest.fixture
def fast_clock(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Three versions, of which the last two were published with a clock thirty days ahead."""
    right = record.development("right")
    future = timezone.now() + timedelta(days=30)
    monkeypatch.setattr(
        "events.publishing.appending.next_time",
        lambda last, now: clock.next_time(last, max(now, future)),
    )
    wrong = [record.development("first"), record.development("second")]
    monkeypatch.undo()
    return [right, *wrong]


def test_times_ahead_of_the_clock_are_put_right_and_on_record(fast_clock: list[Entry]) -> None:
    right, first, _second = fast_clock
    before = dict(Version.objects.values_list("pk", "published_at"))
    with pytest.raises(ClockBehindLog):
        record.development("refused")
    said = run("repair_times")
    assert said.count("\n") == 3
    assert said.endswith("Nothing was changed. --apply does it.\n")
    assert dict(Version.objects.values_list("pk", "published_at")) == before

    run("repair_times", "--apply", "--yes", "--reason", "The clock ran fast.")

    times = list(Version.objects.order_by("pk").values_list("published_at", flat=True))
    assert times == sorted(times)
    assert len(set(times)) == len(times) - 1  # the two that tell of it are of one transaction
    assert times[0] == before[1]
    assert all(time <= timezone.now() for time in times)
    done = Redaction.objects.get()
    assert (done.ground, done.told) == ("clock", {"en": "The clock ran fast."})
    rows = [(row.version_id, row.time_before, row.time_after) for row in done.versions.all()]
    assert rows == [(2, before[2], times[1]), (3, before[3], times[2])]
    version = public.version("first", 1)
    assert isinstance(version, public.PublishedVersion)
    assert version.document["version"]["published_at"] == public.timestamp(times[1])
    assert (
        version.document["title"] == {"en": "first", "de": "first (de)"}
        or version.document["title"]
    )
    assert public.entry("first", public.Moment.parse(public.present())).number == 2
    assert publishing.publish(record.development("later", publish=False)).number == 1
    assert run("repair_times") == "No time of the log lies ahead of the server's clock.\n"
    assert right.pk != first.pk


def test_an_account_is_anonymised_and_what_it_did_stays(client: Any) -> None:
    user = User.objects.create_superuser(
        "jane.quasten", "jane@quasten.example", "pw", first_name="Jane", last_name="Quasten"
    )
    entry = record.development("event", publish=False)
    desk.publish(entry, by=user)
    client.force_login(user)
    client.get("/admin/")

    said = run("anonymise", "jane.quasten", "--yes")

    user.refresh_from_db()
    assert said == f"It is “anonymised-{user.pk}” from now on. 1 session was ended.\n"
    assert desk.where_is(["quasten", "jane"]) == []
    assert (user.is_active, user.is_staff, user.is_superuser) == (False, False, False)
    assert not user.has_usable_password()
    assert Version.objects.get().published_by == user
    assert [(one.action, one.by) for one in AuditLine.objects.all()] == [
        ("published", user),
        ("anonymised", None),
    ]
    assert client.get("/admin/").status_code == 302
    with pytest.raises(CommandError, match="is anonymised already"):
        run("anonymise", user.username, "--yes")
    with pytest.raises(CommandError, match=r"There is no account “nobody”."):
        run("anonymise", "nobody", "--yes")


def test_sessions_that_are_over_are_deleted(client: Any) -> None:
    user = User.objects.create_superuser("jane", password="pw")
    client.force_login(user)
    session = client.session
    session.set_expiry(timezone.now() - timedelta(seconds=1))
    session.save()

    none = "Sizes of unused pictures deleted: 0.\nForms that were left open, deleted: 0.\n"
    assert run("retention") == f"Sessions deleted: 1.\n{none}"
    assert run("retention") == f"Sessions deleted: 0.\n{none}"
