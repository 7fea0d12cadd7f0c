"""The id of the log: made here, once."""

import uuid

from django.db import migrations, models


def give_id(apps, schema_editor):
    apps.get_model("events", "LogIdentity").objects.create()


class Migration(migrations.Migration):
    dependencies = [("events", "0044_standing_tags")]

    operations = [
        migrations.CreateModel(
            name="LogIdentity",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("uid", models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(id=1), name="log_identity_once")
                ],
            },
        ),
        migrations.RunPython(give_id, migrations.RunPython.noop),
    ]
