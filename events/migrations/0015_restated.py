"""A commitment can take up several earlier ones: rows instead of two columns."""

import django.db.models.deletion
from django.db import migrations, models

HELP = 'The commitment that this one restates, strengthens, softens or replaces.'


def rows(apps, schema_editor):
    commitment, restated = (apps.get_model('events', name) for name in ('Commitment', 'Restated'))
    earlier = commitment.objects.filter(restates__isnull=False).order_by('pk')
    restated.objects.bulk_create(
        [
            restated(later_id=later, commitment_id=one, how=how)
            for later, one, how in earlier.values_list('pk', 'restates_id', 'restatement')
        ],
        batch_size=500,
    )
    # So that the table can be changed after its rows, in one transaction (PostgreSQL).
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0014_units'),
    ]

    operations = [
        migrations.CreateModel(
            name='Restated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('how', models.CharField(choices=[('restates', 'Restates'), ('strengthens', 'Strengthens'), ('softens', 'Softens'), ('replaces', 'Replaces')], max_length=12, verbose_name='what it does to the earlier one')),
                ('commitment', models.ForeignKey(help_text=HELP, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='events.commitment', verbose_name='earlier commitment')),
                # As long as the column is there, its name is taken.
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='events.commitment')),
            ],
            options={
                'verbose_name': 'earlier commitment',
                'verbose_name_plural': 'earlier commitments',
                'ordering': ['id'],
            },
        ),
        migrations.RunPython(rows),
        migrations.RemoveConstraint(
            model_name='commitment',
            name='commitment_restatement_is_whole',
        ),
        migrations.RemoveConstraint(
            model_name='commitment',
            name='commitment_does_not_restate_itself',
        ),
        migrations.RemoveField(
            model_name='commitment',
            name='restatement',
        ),
        migrations.RemoveField(
            model_name='commitment',
            name='restates',
        ),
        migrations.AlterField(
            model_name='restated',
            name='commitment',
            field=models.ForeignKey(help_text=HELP, on_delete=django.db.models.deletion.PROTECT, related_name='restated_by', to='events.commitment', verbose_name='earlier commitment'),
        ),
        migrations.AlterField(
            model_name='restated',
            name='later',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='restates', to='events.commitment'),
        ),
        migrations.AddConstraint(
            model_name='restated',
            constraint=models.UniqueConstraint(fields=('later', 'commitment'), name='restated_once', violation_error_message='This earlier commitment is named already: say once what becomes of it.'),
        ),
        migrations.AddConstraint(
            model_name='restated',
            constraint=models.CheckConstraint(condition=models.Q(('later', models.F('commitment')), _negated=True), name='restated_is_another', violation_error_message='A commitment cannot restate itself.'),
        ),
    ]
