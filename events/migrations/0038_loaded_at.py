"""When a version was loaded whose time of publication was brought in: as lasting as the rest of it."""

from django.db import migrations, models

from events.models.engines import EngineSQL

REFUSAL = "versions are never changed or deleted; publish again or withdraw"
# What a redaction leaves as it is. `IS` of SQLite is `IS NOT DISTINCT FROM` of PostgreSQL.
SAME = ("seq", "entry_id", "uid", "number", "action", "kind", "published_by_id", "loaded_at")
STAND_IN = "'redacted-' || SUBSTR(REPLACE(CAST(f.uid AS text), '-', ''), 1, 8)"
# But for `SAME`, as it was.
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


def allowed(comparison, digest, without_time):
    same = " AND ".join(f"OLD.{column} {comparison} NEW.{column}" for column in SAME)
    but_time = f" {comparison} ".join(without_time.format(row) for row in ("OLD", "NEW"))
    return ALLOWED.format(same=same, stand_in=STAND_IN, hash=digest, but_time=but_time)


ON_POSTGRESQL = allowed(
    "IS NOT DISTINCT FROM",
    "COALESCE(encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex'), '')",
    "({}.document::jsonb #- '{{version,published_at}}')",
)
# Django's connections have the function SHA256. Others can change nothing here.
ON_SQLITE = allowed(
    "IS",
    "COALESCE(SHA256(NEW.document), '')",
    "json_remove({}.document, '$.version.published_at')",
)


class Migration(migrations.Migration):
    dependencies = [("events", "0034_overviews")]

    operations = [
        migrations.AddField("version", "loaded_at", models.DateTimeField(null=True)),
        EngineSQL(
            postgresql=[
                f"""
                CREATE OR REPLACE FUNCTION events_version_only_redacted() RETURNS trigger
                LANGUAGE plpgsql AS $$ BEGIN
                    IF {ON_POSTGRESQL} THEN RETURN NEW; END IF;
                    RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation';
                END $$
                """
            ],
            sqlite=[
                "DROP TRIGGER events_version_no_update",
                # What was NULL compares as NULL, which is not true, and so is refused.
                f"""
                CREATE TRIGGER events_version_no_update BEFORE UPDATE ON events_version
                WHEN COALESCE({ON_SQLITE}, 0) = 0
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
            ],
        ),
    ]
