"""An entry can belong to several processes, and a topic to a wider one."""

import django.db.models.deletion
from django.db import migrations, models

COPY = """
    INSERT INTO events_entry_processes (entry_id, process_id)
    SELECT id, process_id FROM events_entry"""


def carry_over(apps, schema_editor):
    schema_editor.execute(COPY)
    # So that the table can be changed after its rows, in one transaction (PostgreSQL).
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0022_roll_call'),
    ]

    operations = [
        # As long as the column is there, its name is taken.
        migrations.AlterField(
            model_name='entry',
            name='process',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.process', verbose_name='process'),
        ),
        migrations.AddField(
            model_name='entry',
            name='processes',
            field=models.ManyToManyField(related_name='entries', to='events.process', verbose_name='processes'),
        ),
        migrations.RunPython(carry_over),
        migrations.RemoveField(
            model_name='entry',
            name='process',
        ),
        migrations.AddField(
            model_name='topic',
            name='wider',
            field=models.ForeignKey(blank=True, help_text='To which this one belongs. What is on this topic is found under the wider one, too; who stands where is told of each by itself.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='narrower', to='events.topic', verbose_name='wider topic'),
        ),
        migrations.AddConstraint(
            model_name='topic',
            constraint=models.CheckConstraint(condition=models.Q(('wider', models.F('id')), _negated=True), name='topic_not_within_itself', violation_error_message='A topic cannot belong to itself.'),
        ),
    ]
