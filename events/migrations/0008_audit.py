"""Who did what on the desk: a table that accepts new rows and nothing else."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from events.models.engines import EngineSQL

REFUSAL = "lines of the audit are never changed or deleted"


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0007_public_edits"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("added", "Added"),
                            ("changed", "Changed"),
                            ("deleted", "Deleted"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("kind", models.CharField(max_length=20)),
                ("key", models.BigIntegerField()),
                ("uid", models.UUIDField(null=True)),
                ("slug", models.CharField(max_length=80)),
                ("params", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["kind", "key", "id"], name="audit_of_thing"),
                    models.Index(fields=["by", "-id"], name="audit_by_account"),
                ],
            },
        ),
        EngineSQL(
            postgresql=[
                f"""
                CREATE FUNCTION events_auditline_is_append_only() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
                """,
                """
                CREATE TRIGGER events_auditline_append_only BEFORE UPDATE OR DELETE
                ON events_auditline FOR EACH ROW EXECUTE FUNCTION events_auditline_is_append_only()
                """,
                """
                CREATE TRIGGER events_auditline_no_truncate BEFORE TRUNCATE ON events_auditline
                FOR EACH STATEMENT EXECUTE FUNCTION events_auditline_is_append_only()
                """,
            ],
            sqlite=[
                f"""
                CREATE TRIGGER events_auditline_no_update BEFORE UPDATE ON events_auditline
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
                f"""
                CREATE TRIGGER events_auditline_no_delete BEFORE DELETE ON events_auditline
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
            ],
        ),
    ]
