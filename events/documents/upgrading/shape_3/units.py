"""Units of amounts, which were texts, say what they are called and what they are multiples of."""

import re
from collections.abc import Iterable
from unicodedata import normalize
from zlib import crc32

from events.documents.upgrading.stored import Stored

# The list of units with which every site began (`events/migrations`); a test compares the two.
Names = tuple[str, str, str, str]
# After a number, and after 1 if that differs: in English, in German.
MONEY: dict[str, Names] = {
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
    "AUD": (
        "Australian dollars",
        "Australian dollar",
        "australische Dollar",
        "australischer Dollar",
    ),
}
MULTIPLES = {
    "million": (1_000_000, ("million", "Millionen", "Million")),
    "billion": (1_000_000_000, ("billion", "Milliarden", "Milliarde")),
}
OTHERS: dict[str, Names] = {
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


def ours() -> dict[str, tuple[Names, str, tuple[str, int] | None]]:
    """Every unit by its short name: what it is called, and what it is a multiple of."""
    found: dict[str, tuple[Names, str, tuple[str, int] | None]] = {}
    for code, names in MONEY.items():
        found[code] = (names, code, None)
        many, _one, german, _german_one = names
        for multiple, (times, (word, german_word, german_one)) in MULTIPLES.items():
            told = (f"{word} {many}", "", f"{german_word} {german}", f"{german_one} {german}")
            found[f"{multiple}-{code}"] = (told, code, (code, times))
    return found | {slug: (names, "", None) for slug, names in OTHERS.items()}


def as_written() -> dict[str, str]:
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


KNOWN = as_written()
UNITS = ours()


def renew_units(document: Stored) -> None:
    for figure in document.get("figures", []):
        figure["unit"] = unit(figure["unit"], document["date"]["label"])


def unit(written: str | None, languages: Iterable[str]) -> Stored | None:
    """What documents say of a unit that was written so. One that is not among ours is called what
    it was, in every language of the document."""
    if not written:
        return None
    slug = KNOWN.get(written.strip().casefold())
    if slug is None:
        name = dict.fromkeys(languages, written)
        own: Stored = {"slug": own_slug(written), "name": name, "one": {}}
        return own | {"currency": None, "multiple": None}
    (english, english_one, german, german_one), currency, multiple = UNITS[slug]
    one = {"en": english_one, "de": german_one}
    return {
        "slug": slug,
        "name": {"en": english, "de": german},
        "one": {language: text for language, text in one.items() if text},
        "currency": currency or None,
        "multiple": {"of": multiple[0], "times": multiple[1]} if multiple else None,
    }


def own_slug(written: str) -> str:
    """A short name for a unit that is not among ours: the same one for the same text."""
    plain = normalize("NFKD", written).encode("ascii", "ignore").decode()
    slug = re.sub("[^A-Za-z0-9]+", "-", plain).strip("-")
    is_told = slug.replace("-", " ") == written
    return slug if is_told else f"{slug or 'unit'}-{crc32(written.encode()):08x}"
