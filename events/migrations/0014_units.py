"""Units of amounts become a list of the site's own, which begins with ours.

What figures have as a text becomes one of ours, if it is one, or a unit of its own.
"""

import re
from decimal import Decimal
from unicodedata import normalize
from zlib import crc32

import django.core.validators
import django.db.models.deletion
import events.models.fields
from django.db import migrations, models

# After a number, and after 1 if that differs: in English, in German.
MONEY = {
    "EUR": ("euros", "euro", "Euro", ""),
    "USD": ("US dollars", "US dollar", "US-Dollar", ""),
    "GBP": ("pounds sterling", "pound sterling", "Pfund Sterling", ""),
    "CHF": ("Swiss francs", "Swiss franc", "Schweizer Franken", ""),
    "JPY": ("yen", "", "Yen", ""),
    "CNY": ("yuan", "", "Yuan", ""),
    "UAH": ("hryvnias", "hryvnia", "Hrywnja", ""),
    "RUB": ("roubles", "rouble", "Rubel", ""),
    "PLN": ("zlotys", "zloty", "Zloty", ""),
    "CZK": ("Czech crowns", "Czech crown", "tschechische Kronen", "tschechische Krone"),
    "SEK": ("Swedish crowns", "Swedish crown", "schwedische Kronen", "schwedische Krone"),
    "NOK": ("Norwegian crowns", "Norwegian crown", "norwegische Kronen", "norwegische Krone"),
    "DKK": ("Danish crowns", "Danish crown", "dänische Kronen", "dänische Krone"),
    "CAD": ("Canadian dollars", "Canadian dollar", "kanadische Dollar", "kanadischer Dollar"),
    "AUD": ("Australian dollars", "Australian dollar", "australische Dollar", "australischer Dollar"),
}
MULTIPLES = {
    "million": (1_000_000, ("million", "Millionen", "Million")),
    "billion": (1_000_000_000, ("billion", "Milliarden", "Milliarde")),
}
OTHERS = {
    "soldiers": ("soldiers", "soldier", "Soldaten", "Soldat"),
    "people": ("people", "person", "Menschen", "Mensch"),
    "prisoners": ("prisoners", "prisoner", "Gefangene", "Gefangener"),
    "bodies": ("bodies", "body", "Leichname", "Leichnam"),
    "vehicles": ("vehicles", "vehicle", "Fahrzeuge", "Fahrzeug"),
    "tanks": ("tanks", "tank", "Panzer", ""),
    "aircraft": ("aircraft", "", "Flugzeuge", "Flugzeug"),
    "ships": ("ships", "ship", "Schiffe", "Schiff"),
    "drones": ("drones", "drone", "Drohnen", "Drohne"),
    "missiles": ("missiles", "missile", "Raketen", "Rakete"),
    "warheads": ("warheads", "warhead", "Sprengköpfe", "Sprengkopf"),
    "shells": ("shells", "shell", "Granaten", "Granate"),
    "days": ("days", "day", "Tage", "Tag"),
    "months": ("months", "month", "Monate", "Monat"),
    "years": ("years", "year", "Jahre", "Jahr"),
    "per-cent": ("per cent", "", "Prozent", ""),
    "percentage-points": ("percentage points", "percentage point", "Prozentpunkte", "Prozentpunkt"),
    "kilometres": ("kilometres", "kilometre", "Kilometer", ""),
    "square-kilometres": ("square kilometres", "square kilometre", "Quadratkilometer", ""),
    "hectares": ("hectares", "hectare", "Hektar", ""),
    "tonnes": ("tonnes", "tonne", "Tonnen", "Tonne"),
    "tonnes-CO2": ("tonnes of CO2", "tonne of CO2", "Tonnen CO2", "Tonne CO2"),
    "megawatts": ("megawatts", "megawatt", "Megawatt", ""),
}
# What people have written for them, in small letters, other than their short names.
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


def ours():
    """Every unit by its short name: what it is called, and what it is a multiple of."""
    found = {}
    for code, names in MONEY.items():
        found[code] = (names, code, None)
        many, _one, german, _german_one = names
        for multiple, (times, (word, german_word, german_one)) in MULTIPLES.items():
            told = (f"{word} {many}", "", f"{german_word} {german}", f"{german_one} {german}")
            found[f"{multiple}-{code}"] = (told, code, (code, times))
    return found | {slug: (names, "", None) for slug, names in OTHERS.items()}


def as_written():
    """The short name of each unit of ours by what people have written for it."""
    found = {slug.replace("-", " ").casefold(): slug for slug in ours()}
    found |= {slug.casefold(): slug for slug in ours()}
    for slug, texts in WRITTEN.items():
        found |= dict.fromkeys(texts, slug)
        if slug in MONEY:
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


def fill(apps, schema_editor):
    Unit = apps.get_model("events", "Unit")
    for slug, ((english, english_one, german, german_one), currency, multiple) in ours().items():
        of, times = multiple or (None, None)
        Unit.objects.create(
            slug=slug,
            name=english,
            name_en=english,
            name_de=german,
            one=english_one,
            one_en=english_one or None,
            one_de=german_one or None,
            currency=currency,
            base=Unit.objects.get(slug=of) if of else None,
            times=times,
        )


def named(apps, schema_editor):
    """Give figures the units that they had as texts."""
    Figure = apps.get_model("events", "Figure")
    Unit = apps.get_model("events", "Unit")
    known = as_written()
    for written in Figure.objects.exclude(unit_text="").values_list("unit_text", flat=True).distinct():
        slug = known.get(written.strip().casefold()) or own_slug(written)
        names = {"name": written, "name_en": written, "name_de": written}
        unit, _is_new = Unit.objects.get_or_create(slug=slug, defaults=names)
        Figure.objects.filter(unit_text=written).update(unit=unit)
    # So that the table can be changed after its rows, in one transaction (PostgreSQL).
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    dependencies = [("events", "0013_words")]

    operations = [
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(help_text="Lower-case letters, digits and hyphens: “coalition-of-the-willing”.", max_length=80, unique=True, verbose_name="short name for addresses")),
                ("name", models.CharField(help_text="As it follows a number: “soldiers”, “million euros”.", max_length=100, verbose_name="name")),
                ("name_en", models.CharField(help_text="As it follows a number: “soldiers”, “million euros”.", max_length=100, null=True, verbose_name="name")),
                ("name_de", models.CharField(help_text="As it follows a number: “soldiers”, “million euros”.", max_length=100, null=True, verbose_name="name")),
                ("one", models.CharField(blank=True, help_text="“soldier”. Empty if it is the same.", max_length=100, verbose_name="name after the number 1")),
                ("one_en", models.CharField(blank=True, help_text="“soldier”. Empty if it is the same.", max_length=100, null=True, verbose_name="name after the number 1")),
                ("one_de", models.CharField(blank=True, help_text="“soldier”. Empty if it is the same.", max_length=100, null=True, verbose_name="name after the number 1")),
                ("currency", models.CharField(blank=True, help_text="Its three-letter code (ISO 4217), for money only: “EUR”.", max_length=3, verbose_name="currency")),
                ("base", models.ForeignKey(blank=True, help_text="The unit in which amounts of this one are added up: of millions, “euros”.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="multiples", to="events.unit", verbose_name="multiple of")),
                ("times", models.DecimalField(blank=True, decimal_places=6, help_text="How many of those it is: 1000000.", max_digits=24, null=True, validators=[django.core.validators.MinValueValidator(Decimal("0.000001"))], verbose_name="times")),
            ],
            options={"verbose_name": "unit", "verbose_name_plural": "units", "ordering": ["slug"]},
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(condition=models.Q(models.Q(("base__isnull", True), ("times__isnull", True)), models.Q(("base__isnull", False), ("times__gt", 0), ("times__isnull", False)), _connector="OR"), name="unit_multiple_is_whole", violation_error_message="Another unit and how many times that one it is go together."),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(condition=models.Q(("base__isnull", True), models.Q(("base", models.F("id")), _negated=True), _connector="OR"), name="unit_is_no_multiple_of_itself", violation_error_message="A unit cannot be a multiple of itself."),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RenameField("figure", "unit", "unit_text"),
        migrations.AddField(
            model_name="figure",
            name="unit",
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="%(class)ss", to="events.unit", verbose_name="unit"),
        ),
        migrations.RunPython(named, migrations.RunPython.noop),
        migrations.RemoveField("figure", "unit_text"),
        migrations.AlterField("figure", "value", events.models.fields.AmountField(blank=True, decimal_places=6, max_digits=24, null=True, verbose_name="value")),
        migrations.AlterField("figure", "low", events.models.fields.AmountField(blank=True, decimal_places=6, max_digits=24, null=True, verbose_name="low")),
        migrations.AlterField("figure", "high", events.models.fields.AmountField(blank=True, decimal_places=6, help_text="Alone, it means “up to”. Below zero: a correction.", max_digits=24, null=True, verbose_name="high")),
        # Somebody may speak for two bodies in one entry.
        migrations.RemoveConstraint("participation", "participation_once_per_role"),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(fields=("entry", "actor", "role", "represents"), name="participation_once_for_each", violation_error_message="This actor has this role already for the same body."),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(condition=models.Q(("represents__isnull", True)), fields=("entry", "actor", "role"), name="participation_once_per_role", violation_error_message="This actor has this role already."),
        ),
    ]
