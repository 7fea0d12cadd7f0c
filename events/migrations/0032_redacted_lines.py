"""What a redaction leaves of each line of the audit is on record before it is changed, and an
address that was redacted is known again, though nobody can tell from the database which it was."""

import django.db.models.deletion
from django.db import migrations, models

from events.models.engines import EngineSQL

LINES = "lines of the audit are never changed or deleted"
FACTS = "redactions are never changed or deleted"
SAME = ("id", "action", "at", "by_id", "kind", "key", "uid")
STAND_IN = "'redacted-' || SUBSTR(REPLACE(CAST(f.uid AS text), '-', ''), 1, 8)"
# Only by the last redaction, to what it has on record for this very line. Beside that as before:
# nothing is added, and its short name is its own or the redaction's.
ALLOWED = """
    {same} AND NEW.redaction_id > COALESCE(OLD.redaction_id, 0)
    AND EXISTS (
        SELECT 1 FROM events_redactedline r JOIN events_redaction f ON f.id = r.redaction_id
        WHERE r.redaction_id = NEW.redaction_id AND r.line_id = OLD.id
        AND f.id = (SELECT MAX(id) FROM events_redaction)
        AND r.slug = NEW.slug AND r.params = NEW.params
        AND NEW.slug IN (OLD.slug, {stand_in}))
    AND NOT EXISTS (
        SELECT 1 FROM {keys_of}(NEW.params) n{names}
        WHERE n.key NOT IN (SELECT o.key FROM {keys_of}(OLD.params) o{names}))
"""
UNIQUE = {
    "events_redactedline": (("id",), ("redaction_id", "line_id")),
    "events_redactedaddress": (("id",), ("redaction_id", "digest")),
}


def allowed(comparison, keys_of, names):
    same = " AND ".join(f"OLD.{column} {comparison} NEW.{column}" for column in SAME)
    return ALLOWED.format(same=same, stand_in=STAND_IN, keys_of=keys_of, names=names)


def frozen_on_postgresql(table):
    return [
        f"""
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION events_redaction_is_append_only()
        """,
        f"""
        CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION events_redaction_is_append_only()
        """,
    ]


def frozen_on_sqlite(table):
    taken = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE "
        + " AND ".join(f"{column} = NEW.{column}" for column in columns)
        + ")"
        for columns in UNIQUE[table]
    )
    return [
        *(
            f"""
            CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}
            BEGIN SELECT RAISE(ABORT, '{FACTS}'); END
            """
            for event in ("UPDATE", "DELETE")
        ),
        # What `INSERT OR REPLACE` of SQLite would delete without asking the triggers.
        f"""
        CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken}
        BEGIN SELECT RAISE(ABORT, '{FACTS}'); END
        """,
    ]


class Migration(migrations.Migration):
    dependencies = [("events", "0031_log_in_attempts")]

    operations = [
        migrations.CreateModel(
            name="RedactedLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.CharField(max_length=80)),
                ("params", models.JSONField(default=dict)),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.auditline",
                    ),
                ),
                (
                    "redaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.redaction",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("redaction", "line"), name="redacted_line_once_each"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RedactedAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("entry", models.IntegerField()),
                ("digest", models.CharField(db_index=True, max_length=64)),
                (
                    "redaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.redaction",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("redaction", "digest"), name="redacted_address_once_each"
                    )
                ],
            },
        ),
        EngineSQL(
            postgresql=[
                f"""
                CREATE OR REPLACE FUNCTION events_auditline_only_redacted() RETURNS trigger
                LANGUAGE plpgsql AS $$ BEGIN
                    IF {allowed("IS NOT DISTINCT FROM", "jsonb_object_keys", "(key)")}
                        THEN RETURN NEW; END IF;
                    RAISE EXCEPTION '{LINES}' USING ERRCODE = 'restrict_violation';
                END $$
                """,
                *frozen_on_postgresql("events_redactedline"),
                *frozen_on_postgresql("events_redactedaddress"),
            ],
            sqlite=[
                "DROP TRIGGER IF EXISTS events_auditline_no_update",
                f"""
                CREATE TRIGGER events_auditline_no_update BEFORE UPDATE ON events_auditline
                WHEN COALESCE({allowed("IS", "json_each", "")}, 0) = 0
                BEGIN SELECT RAISE(ABORT, '{LINES}'); END
                """,
                *frozen_on_sqlite("events_redactedline"),
                *frozen_on_sqlite("events_redactedaddress"),
            ],
        ),
    ]
