"""What actors give to a commitment is told step by step.

Whether an actor had confirmed its contribution was all that was recorded of its own word: it had
announced it, nobody wrote down when and where.
"""

import re
from unicodedata import normalize
from zlib import crc32

import django.db.models.deletion
import events.models.fields
from django.db import migrations, models

# As when units became a list: what people have written for them, other than their short names.
WRITTEN = {
    "EUR": ("€", "euro", "euros"),
    "USD": ("$", "us$", "dollars", "us dollars", "us-dollar"),
    "GBP": ("£", "pounds", "pounds sterling"),
    "JPY": ("yen",),
    "soldiers": ("soldaten",),
    "people": ("persons", "menschen", "personen"),
    "prisoners": ("gefangene",),
    "vehicles": ("fahrzeuge",),
    "ships": ("schiffe",),
    "per-cent": ("%", "percent", "prozent"),
}
WRITTEN_MULTIPLES = {
    "million": ("million", "mn", "mio.", "millionen"),
    "billion": ("billion", "bn", "mrd.", "milliarden"),
}


def as_written(slugs):
    """The short name of each unit on file by what people have written for it."""
    found = {slug.replace("-", " ").casefold(): slug for slug in slugs}
    found |= {slug.casefold(): slug for slug in slugs}
    for slug, texts in WRITTEN.items():
        found |= dict.fromkeys(texts, slug)
        if f"million-{slug}" in slugs:
            for multiple, words in WRITTEN_MULTIPLES.items():
                for word in words:
                    pairs = [f"{word} {text}" for text in (*texts, slug.casefold())]
                    found |= dict.fromkeys(pairs, f"{multiple}-{slug}")
    return found


def own_slug(written):
    plain = normalize("NFKD", written).encode("ascii", "ignore").decode()
    slug = re.sub("[^A-Za-z0-9]+", "-", plain).strip("-")
    is_told = slug.replace("-", " ") == written
    return slug if is_told else f"{slug or 'unit'}-{crc32(written.encode()):08x}"


def carry_over(apps, schema_editor):
    Contribution = apps.get_model("events", "Contribution")
    RollCallStage = apps.get_model("events", "RollCallStage")
    Unit = apps.get_model("events", "Unit")
    known = as_written(set(Unit.objects.values_list("slug", flat=True)))
    units = {"": None}
    for written in Contribution.objects.values_list("unit", flat=True).distinct():
        if written:
            slug = known.get(written.strip().casefold()) or own_slug(written)
            names = {"name": written, "name_en": written, "name_de": written}
            units[written], _is_new = Unit.objects.get_or_create(slug=slug, defaults=names)
    RollCallStage.objects.bulk_create(
        (
            RollCallStage(
                commitment_id=given.commitment_id,
                actor_id=given.actor_id,
                stage="announced" if given.confirmed else "",
                domain_id=given.domain_id,
                value=given.amount,
                unit=units[given.unit] if given.amount is not None else None,
                note=given.note,
                note_en=given.note_en,
                note_de=given.note_de,
                carried_over=True,
            )
            for given in Contribution.objects.order_by("pk").iterator()
        ),
        batch_size=500,
    )
    # So that tables can be changed after their rows, in one transaction (PostgreSQL).
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):

    dependencies = [("events", "0021_meetings")]

    operations = [
        migrations.AlterField(
            model_name='participation',
            name='role',
            field=models.CharField(choices=[('host', 'Host'), ('chair', 'Chair'), ('participant', 'Participant'), ('observer', 'Observer'), ('mediator', 'Mediator'), ('party', 'Bound by it'), ('contributor', 'Contributor'), ('decliner', 'Has declined'), ('former', 'Takes part no longer'), ('holder', 'Holds the position'), ('speaker', 'Speaker'), ('involved', 'Involved'), ('concerned', 'Concerned')], max_length=12, verbose_name='role'),
        ),
        migrations.CreateModel(
            name='RollCallStage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', events.models.fields.AmountField(blank=True, decimal_places=6, max_digits=24, null=True, verbose_name='value')),
                ('low', events.models.fields.AmountField(blank=True, decimal_places=6, max_digits=24, null=True, verbose_name='low')),
                ('high', events.models.fields.AmountField(blank=True, decimal_places=6, help_text='Alone, it means “up to”. Below zero: a correction.', max_digits=24, null=True, verbose_name='high')),
                ('qualifier', models.CharField(choices=[('exactly', 'Exactly'), ('about', 'About'), ('at-least', 'At least'), ('at-most', 'At most')], default='exactly', max_length=12, verbose_name='qualifier')),
                ('stage', models.CharField(blank=True, choices=[('floated', 'Floated'), ('announced', 'Announced'), ('agreed', 'Agreed'), ('signed', 'Signed'), ('approved', 'Approved (ratified)'), ('in-force', 'In force'), ('delivered-in-part', 'Delivered in part'), ('delivered', 'Delivered'), ('declined', 'Declined'), ('suspended', 'Suspended'), ('withdrawn', 'Withdrawn'), ('ended', 'Ended')], help_text='What it has said or done itself. Empty where a source only names it. “Announced” and what follows count as confirmed; who declined is no contributor.', max_length=20, verbose_name='stage')),
                ('date', events.models.fields.EDTFField(blank=True, help_text='Of this step, not of the source. Empty where the day is not on record. What is still to come is announced, and not in force before.', max_length=100, verbose_name='date')),
                ('locator', models.CharField(blank=True, max_length=200, verbose_name='locator')),
                ('domain', models.ForeignKey(blank=True, help_text='If it is about one only: who declines troops may still give training.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stages', to='events.domain', verbose_name='domain')),
                ('form', models.CharField(blank=True, choices=[('pledged', 'Pledged'), ('allocated', 'Allocated'), ('delivered', 'Delivered')], help_text='What has become of the amount. It is the whole up to this step; one below zero is added to what came before, as a correction.', max_length=12, verbose_name='form')),
                ('quote', models.CharField(blank=True, help_text="Short, in the words of the source.", max_length=1000, verbose_name='quote')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='note')),
                ('note_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='note')),
                ('note_de', models.CharField(blank=True, max_length=300, null=True, verbose_name='note')),
                ('carried_over', models.BooleanField(default=False, editable=False)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stages', to='events.actor', verbose_name='actor')),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roll_call', to='events.commitment')),
                ('source', models.ForeignKey(blank=True, help_text='One that the entry cites.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='stages', to='events.source', verbose_name='source')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='events.unit', verbose_name='unit')),
            ],
            options={
                'verbose_name': 'stage of an actor',
                'verbose_name_plural': 'roll call',
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='rollcallstage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('low__isnull', True), ('value__isnull', True), ('low__lte', models.F('value')), _connector='OR'), models.Q(('high__isnull', True), ('value__isnull', True), ('high__gte', models.F('value')), _connector='OR'), models.Q(('low__isnull', True), ('high__isnull', True), ('low__lte', models.F('high')), _connector='OR')), name='rollcallstage_low_value_high', violation_error_message='The value lies between its low and its high end.'),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="Contribution"),
    ]
