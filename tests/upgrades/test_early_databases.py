"""The first migrations changed after they had landed: some databases lack what came in later."""

import pytest
from django.core.management import call_command
from django.db import connection

from events.log.versions import STANDS
from tests.upgrades.elsewhere import elsewhere
from tests.upgrades.schema import schema

LACKING = {
    "postgresql": [
        "DROP INDEX version_withdrawn",
        "DROP INDEX index_stretch",
        "DROP INDEX word_parts",
        "DROP FUNCTION events_word_parts",
        "DROP INDEX index_standing",
        f"CREATE INDEX index_standing ON events_versionindex (sort) WHERE superseded_by = {STANDS}",
        "ALTER TABLE events_measure DROP counts_actors",
    ],
    "sqlite": [
        "DROP INDEX version_withdrawn",
        "ALTER TABLE events_measure DROP counts_actors",
    ],
}
MEASURE = "INSERT INTO events_measure (slug, name) VALUES ('countries', 'countries')"


@pytest.mark.parametrize("lacking", [True, False], ids=["lacking", "whole"])
def test_a_database_of_the_first_days_is_brought_up(transactional_db, tmp_path, lacking):
    ours = schema()
    with elsewhere(tmp_path), connection.cursor() as cursor:
        call_command("migrate", "events", "0004", verbosity=0)
        if lacking:
            for statement in LACKING[connection.vendor]:
                cursor.execute(statement)
            cursor.execute(MEASURE)

        call_command("migrate", verbosity=0)

        assert schema() == ours
        cursor.execute("SELECT slug, counts_actors FROM events_measure")
        assert [(slug, bool(counts)) for slug, counts in cursor] == (
            [("countries", False)] if lacking else []
        )
