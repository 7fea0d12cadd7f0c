"""How the tables of a database are laid out, as plain values that can be compared."""

from typing import Any

from django.db import connection

# Each query answers with what there is of one sort.
QUERIES = {
    "postgresql": {
        "columns": """
            SELECT table_name, column_name, data_type, udt_name, is_nullable, column_default,
                   character_maximum_length, numeric_precision, numeric_scale, is_identity
            FROM information_schema.columns WHERE table_schema = 'public'""",
        "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "constraints": """
            SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
        "triggers": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
        "functions": """
            SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace""",
        "options": """
            SELECT relname, reloptions FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND reloptions IS NOT NULL""",
        "statistics": """
            SELECT attrelid::regclass::text, attname, attstattarget FROM pg_attribute
            WHERE attstattarget > 0""",
    },
    # Tables of its own, such as the statistics that another test has had it gather, say nothing.
    "sqlite": {
        "columns": """
            SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
            FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'""",
        "indexes": "SELECT name, sql FROM sqlite_master WHERE type = 'index'",
        "triggers": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    },
}


def schema() -> dict[str, list[Any]]:
    """Columns, indexes, constraints, triggers … of the database that the connection leads to."""
    with connection.cursor() as cursor:
        found = {}
        for sort, query in QUERIES[connection.vendor].items():
            cursor.execute(query)
            found[sort] = sorted(map(repr, cursor.fetchall()))
    return found
