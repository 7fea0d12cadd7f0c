"""Whatever a database lacks that was made while the migrations before this one still changed.

They were changed after they had landed, for the last time on 24 November 2026, and Django does not
apply one again. What is there already is left as it is. Two columns of numbers may have room for
three digits more than those of newer databases, which hurts nobody.
"""

from django.db import migrations

from events.models.engines import EngineSQL


def add_column(apps, schema_editor):
    model = apps.get_model("events", "Measure")
    field = model._meta.get_field("counts_actors")
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, model._meta.db_table)
    if field.column not in {column.name for column in found}:
        schema_editor.add_field(model, field)


def add_index(apps, schema_editor):
    model = apps.get_model("events", "Version")
    [index] = [index for index in model._meta.indexes if index.name == "version_withdrawn"]
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, model._meta.db_table)
    if index.name not in found:
        schema_editor.add_index(model, index)


class Migration(migrations.Migration):
    dependencies = [("events", "0004_sums")]

    operations = [
        # 0001 until 22 November 2026, 17:05.
        migrations.RunPython(add_column, migrations.RunPython.noop),
        # 0004 until 24 November 2026, 06:25.
        migrations.RunPython(add_index, migrations.RunPython.noop),
        EngineSQL(
            postgresql=[
                # 0001 until 22 November 2026, 18:30.
                """
                DO $$ BEGIN
                    IF (SELECT indnatts = indnkeyatts FROM pg_index
                        WHERE indexrelid = 'index_standing'::regclass) THEN
                        DROP INDEX index_standing;
                        CREATE INDEX index_standing ON events_versionindex (sort)
                            INCLUDE (seq, earliest, latest)
                            WHERE superseded_by = 9223372036854775807;
                    END IF;
                END $$
                """,
                # 0002 until 22 November 2026, 18:11.
                "CREATE INDEX IF NOT EXISTS index_stretch ON events_versionindex"
                " ((seq >> 15), sort, superseded_by, seq)",
                # 0002 until 22 November 2026, 18:36.
                """
                CREATE OR REPLACE FUNCTION events_word_parts(word text) RETURNS text[] LANGUAGE sql
                IMMUTABLE STRICT PARALLEL SAFE AS $$
                    SELECT array_agg(DISTINCT substr(word, place, 3))
                    FROM generate_series(1, length(word) - 2) place
                $$
                """,
                "CREATE INDEX IF NOT EXISTS word_parts ON events_word"
                " USING gin (events_word_parts(text)) WITH (fastupdate = off)",
            ],
        ),
    ]
