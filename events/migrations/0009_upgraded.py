"""The text of documents in today's shape, beside those that were published in an older one."""

import django.db.models.deletion
from django.db import migrations, models

from events.models.engines import EngineSQL


class Migration(migrations.Migration):
    dependencies = [("events", "0008_audit")]

    operations = [
        migrations.CreateModel(
            name="VersionUpgrade",
            fields=[
                (
                    "version",
                    models.OneToOneField(
                        db_column="seq",
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="upgrade",
                        serialize=False,
                        to="events.version",
                    ),
                ),
                ("document", models.TextField()),
            ],
            options={"default_permissions": ()},
        ),
        EngineSQL(
            # As in the log itself: kept as they are, without compression.
            postgresql=["ALTER TABLE events_versionupgrade SET (toast_tuple_target = 8160)"],
        ),
    ]
