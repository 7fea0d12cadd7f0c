"""Units that were texts."""

from importlib import import_module
from pathlib import Path

import pytest

from events import migrations
from events.documents.upgrading.shape_3 import units
from events.documents.upgrading.shape_3.units import KNOWN, UNITS, own_slug, unit

EURO = {"en": "euros", "de": "Euro"}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (
            "EUR",
            {"slug": "EUR", "name": EURO, "one": {"en": "euro"}, "currency": "EUR"}
            | {"multiple": None},
        ),
        (
            "million EUR",
            {
                "slug": "million-EUR",
                "name": {"en": "million euros", "de": "Millionen Euro"},
                "one": {"de": "Million Euro"},
                "currency": "EUR",
                "multiple": {"of": "EUR", "times": 1_000_000},
            },
        ),
        (
            "widgets",
            {"slug": "widgets", "name": {"en": "widgets", "de": "widgets"}, "one": {}}
            | {"currency": None, "multiple": None},
        ),
        (None, None),
        ("", None),
    ],
)
def test_a_text_is_a_unit_of_ours_or_one_of_its_own(written, found):
    assert unit(written, ("en", "de")) == found


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        *(("eur", "EUR"), ("€", "EUR"), (" Euro ", "EUR"), ("bn EUR", "billion-EUR")),
        *(("Mrd. Euro", "billion-EUR"), ("million US dollars", "million-USD"), ("JPY", "JPY")),
        *(("Soldaten", "soldiers"), ("%", "per-cent"), ("per cent", "per-cent")),
        *(("tonnes of CO2", None), ("men", None)),
    ],
)
def test_as_people_write_them(written, slug):
    assert KNOWN.get(written.strip().casefold()) == slug


def test_two_texts_have_two_short_names():
    texts = ["men", "<men>", "Männer", "armed men", "armed-men!", "€€", "людей"]
    slugs = [own_slug(text) for text in texts]

    assert slugs[:1] + slugs[3:4] == ["men", "armed-men"]
    assert len(set(slugs)) == len(texts)
    assert all(slug.isascii() and len(slug) <= 80 for slug in slugs)


def test_the_list_is_the_one_with_which_every_site_began():
    [file] = Path(migrations.__path__[0]).glob("0*_units.py")
    begun = import_module(f"events.migrations.{file.stem}")

    assert begun.ours() == UNITS
    assert begun.as_written() == units.as_written() == KNOWN
    assert [begun.own_slug(text) for text in ("<men>", "€€")] == [
        own_slug(text) for text in ("<men>", "€€")
    ]
