"""The tags of what stands by an index of their own, which only PostgreSQL has.

A third of the rows are superseded, and a list of what stands fetched those, too, only to leave
them out: of what a thousand entries have, that was most of the time.
"""

from django.db import migrations

from events.models.engines import EngineSQL

# `events.log.versions.STANDS`, which a migration must not read from a later release.
STANDS = 9223372036854775807


class Migration(migrations.Migration):
    dependencies = [("events", "0043_pictures_of_records")]

    operations = [
        EngineSQL(
            postgresql=[
                "CREATE INDEX index_standing_tags ON events_versionindex USING gin (tags)"
                f" WITH (fastupdate = off) WHERE superseded_by = {STANDS}",
            ],
        ),
    ]
