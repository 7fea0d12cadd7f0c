"""Which derivation wrote the tables that are derived from the log: of those that are there, nobody
knows, so that there is no row until they are written anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0005_early_databases")]

    operations = [
        migrations.CreateModel(
            name="Derivation",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(id=1), name="derivation_once")
                ],
            },
        ),
    ]
