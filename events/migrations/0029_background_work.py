"""Background work and how far it has come, the workers, and how often reference data has changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0026_identifier_message'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WorkerPresence',
            fields=[
                ('name', models.CharField(max_length=100, primary_key=True, serialize=False)),
                ('started_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='NamesRevision',
            fields=[
                ('id', models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('number', models.BigIntegerField(default=0)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='names_revision_once')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('renewal', 'Entries that name it are published again'), ('rebuild', 'What is derived from the log is made anew')], max_length=12, verbose_name='work')),
                ('kind', models.CharField(blank=True, max_length=20)),
                ('key', models.BigIntegerField(default=0)),
                ('slug', models.CharField(blank=True, max_length=80)),
                ('asked_at', models.DateTimeField(verbose_name='asked for')),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('running', 'In progress'), ('done', 'Done'), ('failed', 'Given up')], default='waiting', max_length=8, verbose_name='state')),
                ('due_at', models.DateTimeField()),
                ('worker', models.CharField(blank=True, max_length=100)),
                ('total', models.IntegerField(default=0)),
                ('done', models.IntegerField(default=0)),
                ('cursor', models.BigIntegerField(default=0)),
                ('failures', models.SmallIntegerField(default=0)),
                ('error', models.TextField(blank=True, verbose_name='last error')),
                ('finished_at', models.DateTimeField(null=True, verbose_name='finished')),
                ('asked_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked for by')),
            ],
            options={
                'verbose_name': 'background work',
                'verbose_name_plural': 'background work',
                'ordering': ['-asked_at', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('state', 'waiting'), ('state', 'running'), _connector='OR'), fields=['due_at'], name='job_open_by_due')],
                'constraints': [models.UniqueConstraint(fields=('what', 'kind', 'key'), name='job_once')],
            },
        ),
    ]
