"""Redactions, the one recorded exception to a log that only grows; of audit lines, too."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

from events.models.engines import EngineSQL

GROUNDS = [
    ("court-order", "Order of a court or an authority"),
    ("personal-data", "Protection of personal data"),
    ("defamation", "Infringement of personal rights"),
    ("security", "Danger to a person or to security"),
    ("copyright", "Copyright"),
    ("mistake", "Published by mistake"),
    ("clock", "The time of publication was wrong"),
]
ACTIONS = [("published", "Published"), ("withdrawn", "Withdrawn"), ("redacted", "Redacted")]
DESK_ACTIONS = [
    ("added", "Added"),
    ("changed", "Changed"),
    ("deleted", "Deleted"),
    ("published", "Published"),
    ("withdrawn", "Withdrawn"),
    ("redacted", "Redacted"),
    ("anonymised", "Anonymised"),
]

REFUSAL = "versions are never changed or deleted; publish again or withdraw"
LINES = "lines of the audit are never changed or deleted"
FACTS = "redactions are never changed or deleted"

# What a redaction leaves as it is. `IS` of SQLite is `IS NOT DISTINCT FROM` of PostgreSQL.
SAME = ("seq", "entry_id", "uid", "number", "action", "kind", "published_by_id")
SAME_LINE = ("id", "action", "at", "by_id", "kind", "key", "uid")
# Only by the last redaction, to the texts whose hash it has on record, and to its own short name.
ALLOWED = """
    {same} AND (OLD.document IS NULL) = (NEW.document IS NULL)
    AND NEW.redaction_id > COALESCE(OLD.redaction_id, 0)
    AND NEW.note IN (OLD.note, '')
    AND EXISTS (
        SELECT 1 FROM events_redactedversion r JOIN events_redaction f ON f.id = r.redaction_id
        WHERE r.redaction_id = NEW.redaction_id AND r.seq = OLD.seq
        AND f.id = (SELECT MAX(id) FROM events_redaction)
        AND NEW.slug IN (OLD.slug, {stand_in})
        AND CASE WHEN f.erased THEN {hash} = r.after
            ELSE COALESCE(OLD.document, '') = COALESCE(NEW.document, '') END
        AND CASE WHEN f.ground = 'clock'
            THEN NEW.published_at = r.time_after AND OLD.published_at = r.time_before
                AND OLD.slug = NEW.slug AND OLD.note = NEW.note
                AND COALESCE(OLD.notes, '') = COALESCE(NEW.notes, '')
                AND {but_time}
            ELSE NEW.published_at = OLD.published_at END)
"""
# Only what is quoted goes, by a redaction that says what it blanks on the desk.
ALLOWED_LINE = """
    {same} AND NEW.redaction_id > COALESCE(OLD.redaction_id, 0)
    AND EXISTS (
        SELECT 1 FROM events_redaction f WHERE f.id = NEW.redaction_id
        AND f.id = (SELECT MAX(id) FROM events_redaction)
        AND CAST(f.desk AS text) <> '{{}}' AND NEW.slug IN (OLD.slug, {stand_in}))
    AND NOT EXISTS (
        SELECT 1 FROM {keys_of}(NEW.params) n{names}
        WHERE n.key NOT IN (SELECT o.key FROM {keys_of}(OLD.params) o{names}))
"""
STAND_IN = "'redacted-' || SUBSTR(REPLACE(CAST(f.uid AS text), '-', ''), 1, 8)"
ON_POSTGRESQL = {
    "stand_in": STAND_IN,
    "hash": "COALESCE(encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex'), '')",
    "but_time": " IS NOT DISTINCT FROM ".join(
        f"({row}.document::jsonb #- '{{version,published_at}}')" for row in ("OLD", "NEW")
    ),
    "keys_of": "jsonb_object_keys",
    "names": "(key)",
}
ON_SQLITE = {
    "stand_in": STAND_IN,
    # Django's connections have this function. Others can change nothing here.
    "hash": "COALESCE(SHA256(NEW.document), '')",
    "but_time": " IS ".join(
        f"json_remove({row}.document, '$.version.published_at')" for row in ("OLD", "NEW")
    ),
    "keys_of": "json_each",
    "names": "",
}
# What `INSERT OR REPLACE` of SQLite would delete without asking the triggers: by what is unique.
UNIQUE = {
    "events_version": (("seq",), ("entry_id", "number")),
    "events_auditline": (("id",),),
    "events_redaction": (("id",), ("uid",)),
    "events_redactedversion": (("id",), ("redaction_id", "seq")),
}


def same(columns: tuple[str, ...], comparison: str) -> str:
    return " AND ".join(f"OLD.{column} {comparison} NEW.{column}" for column in columns)


def on_postgresql(table: str, columns: tuple[str, ...], allowed: str, refusal: str) -> list[str]:
    condition = allowed.format(same=same(columns, "IS NOT DISTINCT FROM"), **ON_POSTGRESQL)
    return [
        f"""
        CREATE FUNCTION {table}_only_redacted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF {condition} THEN RETURN NEW; END IF;
            RAISE EXCEPTION '{refusal}' USING ERRCODE = 'restrict_violation';
        END $$
        """,
        f"DROP TRIGGER {table}_append_only ON {table}",
        f"""
        CREATE TRIGGER {table}_append_only BEFORE DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()
        """,
        f"""
        CREATE TRIGGER {table}_only_redacted BEFORE UPDATE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_only_redacted()
        """,
    ]


def on_sqlite(table: str, columns: tuple[str, ...], allowed: str, refusal: str) -> list[str]:
    # What was NULL compares as NULL, which is not true, and so is refused.
    condition = allowed.format(same=same(columns, "IS"), **ON_SQLITE)
    return [
        f"DROP TRIGGER IF EXISTS {table}_no_update",
        f"DROP TRIGGER IF EXISTS {table}_no_delete",
        f"""
        CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        WHEN COALESCE({condition}, 0) = 0
        BEGIN SELECT RAISE(ABORT, '{refusal}'); END
        """,
        f"""
        CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        BEGIN SELECT RAISE(ABORT, '{refusal}'); END
        """,
        not_replaced(table, refusal),
    ]


def not_replaced(table: str, refusal: str) -> str:
    taken = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE "
        + " AND ".join(f"{column} = NEW.{column}" for column in columns)
        + ")"
        for columns in UNIQUE[table]
    )
    return f"""
        CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken}
        BEGIN SELECT RAISE(ABORT, '{refusal}'); END
    """


def frozen_on_postgresql(table: str) -> list[str]:
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


def frozen_on_sqlite(table: str) -> list[str]:
    return [
        f"""
        CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}
        BEGIN SELECT RAISE(ABORT, '{FACTS}'); END
        """
        for event in ("UPDATE", "DELETE")
    ] + [not_replaced(table, FACTS)]


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0029_background_work"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Redaction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, unique=True)),
                ("seq", models.BigIntegerField(db_index=True)),
                (
                    "ground",
                    models.CharField(choices=GROUNDS, max_length=16, verbose_name="ground"),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("erased", models.BooleanField(default=True)),
                ("desk", models.JSONField(default=dict)),
                ("at", models.DateTimeField(verbose_name="time")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "redaction",
                "verbose_name_plural": "redactions",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="RedactedVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("places", models.TextField()),
                ("after", models.CharField(blank=True, max_length=64)),
                ("time_before", models.DateTimeField(null=True)),
                ("time_after", models.DateTimeField(null=True)),
                (
                    "redaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="events.redaction",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_column="seq",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="redactions",
                        to="events.version",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("redaction", "version"), name="redacted_once_each"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="version",
            name="redaction",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="events.redaction",
            ),
        ),
        migrations.AddField(
            model_name="auditline",
            name="redaction",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="events.redaction",
            ),
        ),
        migrations.AlterField(
            model_name="version",
            name="action",
            field=models.CharField(choices=ACTIONS, max_length=12),
        ),
        migrations.AlterField(
            model_name="auditline",
            name="action",
            field=models.CharField(choices=DESK_ACTIONS, max_length=12),
        ),
        migrations.AlterModelOptions(
            name="entry",
            options={
                "ordering": ["-edited_at"],
                "permissions": [
                    ("publish_entry", "Can publish and withdraw entries"),
                    ("redact_entry", "Can redact what was published"),
                ],
                "verbose_name": "entry",
                "verbose_name_plural": "entries",
            },
        ),
        migrations.RemoveConstraint("version", "version_document_unless_withdrawn"),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=Q(action="withdrawn", document__isnull=True)
                | Q(action="published", document__isnull=False)
                | Q(action="redacted"),
                name="version_document_by_action",
            ),
        ),
        migrations.RemoveIndex("version", "version_withdrawn"),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(condition=Q(document=None), fields=["seq"], name="version_ends"),
        ),
        EngineSQL(
            postgresql=[
                *on_postgresql("events_version", SAME, ALLOWED, REFUSAL),
                *on_postgresql("events_auditline", SAME_LINE, ALLOWED_LINE, LINES),
                f"""
                CREATE FUNCTION events_redaction_is_append_only() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION '{FACTS}' USING ERRCODE = 'restrict_violation'; END $$
                """,
                *frozen_on_postgresql("events_redaction"),
                *frozen_on_postgresql("events_redactedversion"),
            ],
            # Whatever changes a constraint on SQLite copies the table, and leaves its triggers.
            sqlite=[
                *on_sqlite("events_version", SAME, ALLOWED, REFUSAL),
                *on_sqlite("events_auditline", SAME_LINE, ALLOWED_LINE, LINES),
                *frozen_on_sqlite("events_redaction"),
                *frozen_on_sqlite("events_redactedversion"),
            ],
        ),
    ]
