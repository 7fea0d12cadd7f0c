"""Each text that a record of the desk has had: a table that accepts new rows, and of the rows that
it has only what a redaction leaves of them."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from events.models.engines import EngineSQL

REFUSAL = "snapshots are never changed or deleted"
FACTS = "redactions are never changed or deleted"
SAME = ("id", "occasion", "at", "by_id", "kind", "key", "line_id", "opened_from_id")
# Only by the last redaction, to what it has on record for this very snapshot; nothing is added.
ALLOWED = """
    {same} AND NEW.redaction_id > COALESCE(OLD.redaction_id, 0)
    AND EXISTS (
        SELECT 1 FROM events_redactedsnapshot r
        WHERE r.redaction_id = NEW.redaction_id AND r.snapshot_id = OLD.id
        AND r.redaction_id = (SELECT MAX(id) FROM events_redaction)
        AND r.after = {hash})
"""
ON_POSTGRESQL = "encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex')"
# Django's connections have this function. Others can change nothing here.
ON_SQLITE = "SHA256(NEW.text)"
UNIQUE = {
    "events_snapshot": (("id",),),
    "events_redactedsnapshot": (("id",), ("redaction_id", "snapshot_id")),
}


def allowed(comparison, hashed):
    same = " AND ".join(f"OLD.{column} {comparison} NEW.{column}" for column in SAME)
    return ALLOWED.format(same=same, hash=hashed)


def not_replaced(table, refusal):
    # What `INSERT OR REPLACE` of SQLite would delete without asking the triggers.
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


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0045_log_identity'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Snapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occasion', models.CharField(choices=[('found', 'As it was before'), ('saved', 'Saved'), ('restored', 'An earlier text was taken back'), ('merged', 'Put together after somebody else had saved'), ('redacted', 'Redacted'), ('set-aside', 'Not saved, because somebody else had'), ('suggested', 'Suggested')], max_length=12)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('kind', models.CharField(max_length=20)),
                ('key', models.BigIntegerField()),
                ('text', models.TextField()),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('line', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.auditline')),
                ('opened_from', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.snapshot')),
                ('redaction', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.redaction')),
            ],
            options={
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='RedactedSnapshot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('after', models.CharField(max_length=64)),
                ('redaction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.redaction')),
                ('snapshot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.snapshot')),
            ],
            options={
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='snapshot',
            index=models.Index(fields=['kind', 'key', 'id'], name='snapshot_of_thing'),
        ),
        migrations.AddConstraint(
            model_name='redactedsnapshot',
            constraint=models.UniqueConstraint(fields=('redaction', 'snapshot'), name='redacted_snapshot_once_each'),
        ),
        EngineSQL(
            postgresql=[
                f"""
                CREATE FUNCTION events_snapshot_is_append_only() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
                """,
                f"""
                CREATE FUNCTION events_snapshot_only_redacted() RETURNS trigger
                LANGUAGE plpgsql AS $$ BEGIN
                    IF {allowed("IS NOT DISTINCT FROM", ON_POSTGRESQL)}
                        THEN RETURN NEW; END IF;
                    RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation';
                END $$
                """,
                """
                CREATE TRIGGER events_snapshot_append_only BEFORE DELETE ON events_snapshot
                FOR EACH ROW EXECUTE FUNCTION events_snapshot_is_append_only()
                """,
                """
                CREATE TRIGGER events_snapshot_only_redacted BEFORE UPDATE ON events_snapshot
                FOR EACH ROW EXECUTE FUNCTION events_snapshot_only_redacted()
                """,
                """
                CREATE TRIGGER events_snapshot_no_truncate BEFORE TRUNCATE ON events_snapshot
                FOR EACH STATEMENT EXECUTE FUNCTION events_snapshot_is_append_only()
                """,
                """
                CREATE TRIGGER events_redactedsnapshot_append_only
                BEFORE UPDATE OR DELETE ON events_redactedsnapshot
                FOR EACH ROW EXECUTE FUNCTION events_redaction_is_append_only()
                """,
                """
                CREATE TRIGGER events_redactedsnapshot_no_truncate
                BEFORE TRUNCATE ON events_redactedsnapshot
                FOR EACH STATEMENT EXECUTE FUNCTION events_redaction_is_append_only()
                """,
            ],
            sqlite=[
                f"""
                CREATE TRIGGER events_snapshot_no_update BEFORE UPDATE ON events_snapshot
                WHEN COALESCE({allowed("IS", ON_SQLITE)}, 0) = 0
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
                f"""
                CREATE TRIGGER events_snapshot_no_delete BEFORE DELETE ON events_snapshot
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
                not_replaced("events_snapshot", REFUSAL),
                *(
                    f"""
                    CREATE TRIGGER events_redactedsnapshot_no_{event.lower()}
                    BEFORE {event} ON events_redactedsnapshot
                    BEGIN SELECT RAISE(ABORT, '{FACTS}'); END
                    """
                    for event in ("UPDATE", "DELETE")
                ),
                not_replaced("events_redactedsnapshot", FACTS),
            ],
        ),
    ]
