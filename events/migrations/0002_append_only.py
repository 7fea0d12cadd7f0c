"""The log accepts new rows and nothing else; and the indexes that only PostgreSQL has."""

from django.db import migrations

from events.models.engines import STRETCH_BITS, EngineSQL

REFUSAL = "versions are never changed or deleted; publish again or withdraw"


class Migration(migrations.Migration):
    dependencies = [("events", "0001_record")]

    operations = [
        EngineSQL(
            postgresql=[
                f"""
                CREATE FUNCTION events_version_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
                """,
                """
                CREATE TRIGGER events_version_append_only BEFORE UPDATE OR DELETE ON events_version
                FOR EACH ROW EXECUTE FUNCTION events_version_is_append_only()
                """,
                """
                CREATE TRIGGER events_version_no_truncate BEFORE TRUNCATE ON events_version
                FOR EACH STATEMENT EXECUTE FUNCTION events_version_is_append_only()
                """,
            ],
            sqlite=[
                f"""
                CREATE TRIGGER events_version_no_update BEFORE UPDATE ON events_version
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
                f"""
                CREATE TRIGGER events_version_no_delete BEFORE DELETE ON events_version
                BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
                """,
            ],
        ),
        EngineSQL(
            postgresql=[
                # Filters by actor, role, topic, process, status, stance and source.
                "CREATE INDEX index_tags ON events_versionindex USING gin (tags)"
                " WITH (fastupdate = off)",
                # Windows from–to: entries that began before the window and reach into it.
                "CREATE INDEX index_span ON events_versionindex"
                " USING gist (daterange(earliest, latest, '[]'))",
                # The list as it stood: each stretch of the log is walked in the list's order.
                f"CREATE INDEX index_stretch ON events_versionindex"
                f" ((seq >> {STRETCH_BITS}), sort, superseded_by, seq)",
                # Words.
                "CREATE INDEX text_words ON events_versiontext USING gin (words)"
                " WITH (fastupdate = off)",
                # Words inside of others: `einsatz` is only in words that have ein, ins, nsa, sat and
                # atz. The distinct words are few, so that this is small.
                """
                CREATE FUNCTION events_word_parts(word text) RETURNS text[] LANGUAGE sql
                IMMUTABLE STRICT PARALLEL SAFE AS $$
                    SELECT array_agg(DISTINCT substr(word, place, 3))
                    FROM generate_series(1, length(word) - 2) place
                $$
                """,
                "CREATE INDEX word_parts ON events_word USING gin (events_word_parts(text))"
                " WITH (fastupdate = off)",
                # A few actors are in every third entry, most in few: the planner has to know which.
                "ALTER TABLE events_versionindex ALTER tags SET STATISTICS 1000",
                "ALTER TABLE events_versiontext ALTER words SET STATISTICS 1000",
            ],
        ),
    ]
