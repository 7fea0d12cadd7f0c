"""Which of the edits of an entry readers see, on file: the time of the latest version does not tell.

Until here an entry counted as edited since where `edited_at` was later than that version; from here
on, where `edited_at` is another one than `public_edited_at`.
"""

from django.db import migrations, models

FILL = """
    UPDATE events_entry SET public_edited_at = (
        SELECT CASE WHEN events_entry.edited_at <= v.published_at
                    THEN events_entry.edited_at ELSE v.published_at END
        FROM events_version v WHERE v.entry_id = events_entry.id
        ORDER BY v.number DESC LIMIT 1
    )
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0006_derivation")]

    operations = [
        migrations.AddField(
            "entry", "public_edited_at", models.DateTimeField(editable=False, null=True)
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
