"""What pages count, on file; and documents as they are, without compression."""

from django.db import migrations, models

from events.models.engines import EngineSQL


class Migration(migrations.Migration):
    dependencies = [("events", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="MonthCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=12)),
                ("month", models.IntegerField()),
                ("number", models.IntegerField(default=0)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "month"), name="month_count_once")
                ],
            },
        ),
        migrations.AddField("tag", "standing", models.IntegerField(default=0)),
        migrations.AddField(
            "stanceindex", "cell", models.TextField(default=""), preserve_default=False
        ),
        migrations.AddField(
            "stanceindex", "sort", models.BigIntegerField(default=0), preserve_default=False
        ),
        migrations.AddIndex(
            "stanceindex",
            models.Index(fields=["actor", "topic", "sort", "version"], name="stance_of_cell"),
        ),
        migrations.AddIndex(
            "stanceindex", models.Index(fields=["sort", "version"], name="stance_by_day")
        ),
        migrations.AddField(
            "versionindex", "month", models.IntegerField(default=0), preserve_default=False
        ),
        EngineSQL(
            # Documents are read far more often than written: up to a page of the table they are
            # kept as they are, which takes half as much room again and saves a third of a list.
            postgresql=["ALTER TABLE events_version SET (toast_tuple_target = 8160)"],
        ),
    ]
