"""The sums of all kinds, beside the counts of each; and withdrawals, found at once."""

from django.db import migrations, models
from django.db.models import Sum


def add_sums(apps, schema_editor):
    counts = apps.get_model("events", "MonthCount").objects
    # The migration before this one counts with the program as it is now, which has the sums.
    counts.filter(kind="").delete()
    sums = counts.order_by("month").values_list("month").annotate(Sum("number"))
    rows = [counts.model(kind="", month=month, number=number) for month, number in sums]
    counts.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("events", "0003_counts")]

    operations = [
        migrations.AlterField(
            "monthcount", "kind", models.CharField(max_length=12, blank=True)
        ),
        migrations.AddIndex(
            "version",
            models.Index(
                fields=["seq"],
                condition=models.Q(action="withdrawn"),
                name="version_withdrawn",
            ),
        ),
        migrations.RunPython(add_sums, migrations.RunPython.noop),
    ]
