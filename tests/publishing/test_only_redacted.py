"""What the database refuses past the program: every change that is not on record as a redaction."""

from hashlib import sha256
from typing import Any

import pytest
from django.db import connection

from events import desk, publishing
from events.log import RedactedVersion, Redaction, Version
from events.models import AuditLine, Entry, RedactedAddress, RedactedLine
from events.publishing import Why
from events.vocabulary import Ground
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
WHY = Why(Ground.PERSONAL_DATA, {"en": "A private person asked for it."})
EMPTY = sha256(b"{}").hexdigest()
on_sqlite = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL replaces no row without an update"
)


def execute(statement: str, *params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def two_versions() -> Entry:
    entry = record.position("stand", title_en="The fish")
    record.development("other")
    return entry


def on_record(after: str = EMPTY, **facts: Any) -> Redaction:
    """A redaction of the first version that the database knows of, and has not done yet."""
    version = Version.objects.get(pk=1)
    at = version.published_at
    facts = {"seq": 4, "ground": "mistake", "reason": "{}", "at": at, **facts}
    made = Redaction.objects.create(**facts)
    RedactedVersion.objects.create(
        redaction=made, version=version, places="[[]]", after=after, time_before=at, time_after=at
    )
    return made


# Each would be a change that the last redaction, {last}, has not put on record; {done} is one that
# was done before.
STATEMENTS = [
    "UPDATE events_version SET document = '{{}}' WHERE seq = 1",
    "UPDATE events_version SET document = '{{}}', redaction_id = {done} WHERE seq = 2",
    "UPDATE events_version SET document = '{{}}', redaction_id = {done} WHERE seq = 1",
    "UPDATE events_version SET document = '{{}}', redaction_id = {last} WHERE seq = 2",
    "UPDATE events_version SET document = '[]', redaction_id = {last} WHERE seq = 1",
    "UPDATE events_version SET redaction_id = NULL WHERE seq = 1",
    "UPDATE events_version SET document = NULL, redaction_id = {last} WHERE seq = 1",
    "UPDATE events_version SET redaction_id = 9999 WHERE seq = 1",
    *(
        f"UPDATE events_version SET {column}, document = '{{{{}}}}', redaction_id = {{last}}"
        " WHERE seq = 1"
        for column in (
            "action = 'redacted'",
            "number = 9",
            "published_at = '2020-01-01'",
            "loaded_at = '2020-01-01'",
            "slug = 'forged'",
            "note = 'forged'",
        )
    ),
    "DELETE FROM events_version WHERE seq = 1",
    "UPDATE events_redaction SET reason = 'x'",
    "DELETE FROM events_redaction",
    "UPDATE events_redactedversion SET places = '[]'",
    "DELETE FROM events_redactedversion",
]


def refused(statement: str) -> None:
    before = list(Version.objects.values_list())
    with pytest.raises(Exception, match="never changed or deleted"):
        execute(statement)
    if connection.vendor == "sqlite":  # on PostgreSQL the transaction is over
        assert list(Version.objects.values_list()) == before


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_refuses_every_other_change(statement: str) -> None:
    done = publishing.redact(publishing.in_entry(two_versions(), ["title"], [1]), WHY)
    last = on_record()

    refused(statement.format(done=done.pk, last=last.pk))


def test_the_database_allows_what_a_redaction_has_put_on_record() -> None:
    two_versions()
    made = on_record()

    execute("UPDATE events_version SET document = '{}', redaction_id = %s WHERE seq = 1", made.pk)

    assert Version.objects.get(pk=1).document == "{}"


def test_it_is_allowed_to_the_last_redaction_only() -> None:
    two_versions()
    made = on_record()
    on_record()

    refused(f"UPDATE events_version SET document = '{{}}', redaction_id = {made.pk} WHERE seq = 1")


def test_what_only_closes_a_version_leaves_its_text() -> None:
    two_versions()
    made = on_record(erased=False)

    refused(f"UPDATE events_version SET document = '{{}}', redaction_id = {made.pk} WHERE seq = 1")


def test_whoever_puts_a_time_right_changes_nothing_else() -> None:
    two_versions()
    said = Version.objects.get(pk=1).document or ""
    made = on_record(sha256(said.replace("fish", "fork").encode()).hexdigest(), ground="clock")

    refused(
        "UPDATE events_version SET document = REPLACE(document, 'fish', 'fork'),"
        f" redaction_id = {made.pk} WHERE seq = 1"
    )


def line_and_redaction() -> tuple[AuditLine, Redaction]:
    """A line that quotes something, and the last redaction, which has blanked another one."""
    entries = [record.development(slug, publish=False) for slug in ("event", "other")]
    for entry in entries:
        desk.publish(entry, note={"en": "Said."})
    reason: Any = {"en": "A slip."}
    done = desk.redact(entries[1], ground="mistake", reason=reason)
    return AuditLine.objects.get(slug="event"), done


FORGED = '{"note": {"en": "Forged."}, "number": 1}'


@pytest.mark.parametrize(
    "change",
    [
        f"params = '{FORGED}'",
        """params = '{"number": 1}'""",
        "slug = 'redacted-12345678'",
        "action = 'withdrawn'",
    ],
)
def test_no_line_of_the_audit_is_changed_by_naming_a_redaction(change: str) -> None:
    line, done = line_and_redaction()

    refused(f"UPDATE events_auditline SET {change}, redaction_id = {done.pk} WHERE id = {line.pk}")


def test_a_line_is_changed_to_what_is_on_record_for_it_and_to_nothing_else() -> None:
    line, _done = line_and_redaction()
    last = on_record(desk={"kind": "development"})
    RedactedLine.objects.create(redaction=last, line=line, slug="event", params={"number": 1})

    AuditLine.objects.filter(pk=line.pk).update(params={"number": 1}, redaction=last)

    refused(
        f"UPDATE events_auditline SET params = '{FORGED}', redaction_id = {last.pk}"
        f" WHERE id = {line.pk}"
    )


def test_what_is_on_record_for_a_line_says_nothing_that_the_line_has_not_said() -> None:
    line, _done = line_and_redaction()
    last = on_record(desk={"kind": "development"})
    params = {**line.params, "invented": 1}
    RedactedLine.objects.create(redaction=last, line=line, slug="event", params=params)

    with pytest.raises(Exception, match="never changed or deleted"):
        AuditLine.objects.filter(pk=line.pk).update(params=params, redaction=last)


@pytest.mark.parametrize("table", ["events_redactedline", "events_redactedaddress"])
@pytest.mark.parametrize("write", ["DELETE FROM {}", "UPDATE {} SET redaction_id = 1"])
def test_what_is_on_record_stays(table: str, write: str) -> None:
    entry = record.development("event", publish=False)
    desk.publish(entry, note={"en": "Said."})
    reason: Any = {"en": "A slip."}
    desk.redact(entry, ground="mistake", reason=reason, parts=["all", "slug"])

    refused(write.format(table))


@on_sqlite
@pytest.mark.parametrize(
    ("model", "taken"),
    [
        (Version, ()),
        (Version, ("seq",)),
        (Redaction, ()),
        (Redaction, ("id",)),
        (RedactedVersion, ()),
        (RedactedVersion, ("id",)),
        (AuditLine, ()),
        (RedactedLine, ()),
        (RedactedLine, ("id",)),
        (RedactedAddress, ()),
        (RedactedAddress, ("id",)),
    ],
)
def test_no_row_is_replaced(model: Any, taken: tuple[str, ...]) -> None:
    """By its key, or by what else is unique: then with a key that is not taken."""
    entry = record.development("event", publish=False)
    desk.publish(entry, note={"en": "Said."})
    reason: Any = {"en": "A slip."}
    desk.redact(entry, ground="mistake", reason=reason, parts=["all", "slug"])
    on_record()
    table = model._meta.db_table
    columns = [column.column for column in model._meta.concrete_fields]
    chosen = ", ".join(f"{name} + 100" if name in taken else name for name in columns)

    refused(f"INSERT OR REPLACE INTO {table} ({', '.join(columns)}) SELECT {chosen} FROM {table}")


@pytest.mark.parametrize(
    "change",
    [
        "slug = 'forged'",
        """params = '{"forged": 1}'""",
    ],
)
def test_a_line_of_the_audit_says_nothing_new(change: str) -> None:
    desk.publish(record.development("event", publish=False), note={"en": "Said."})
    made = on_record(desk={"kind": "development", "key": 1, "parts": ["all"]})

    refused(f"UPDATE events_auditline SET {change}, redaction_id = {made.pk}")


def test_a_redaction_that_leaves_the_desk_changes_no_line() -> None:
    desk.publish(record.development("event", publish=False), note={"en": "Said."})
    made = on_record()

    refused(f"UPDATE events_auditline SET params = '{{}}', redaction_id = {made.pk}")
