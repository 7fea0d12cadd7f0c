"""Identifiers of registers: their form and check digits, and where they lead."""

import pytest

from events.vocabulary import address, bare, fits


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("wikidata", "Q212"),
        ("iso", "UA"),
        ("iso", "UKR"),
        ("iso", "804"),
        ("iso", "GB-SCT"),
        ("iso", "SUHH"),
        ("ror", "05dxps055"),
        ("ror", "019wvm592"),
        ("other", "whatever they like"),
    ],
)
def test_identifiers_that_a_register_gives(scheme, value):
    assert fits(scheme, value)


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("wikidata", "Q0x"),
        ("wikidata", "Q0"),
        ("wikidata", "Q007"),
        ("wikidata", "212"),
        ("wikidata", "P31"),
        ("wikidata", "Q21²"),
        ("iso", "ukr"),
        ("iso", "GB-"),
        ("ror", "05dxps054"),  # a wrong check digit
        ("ror", "05dxsp055"),  # two characters the other way round
        ("ror", "05dxps05"),
        ("ror", "0idxps055"),  # there is no i in it
    ],
)
def test_identifiers_that_none_gives(scheme, value):
    assert not fits(scheme, value)


@pytest.mark.parametrize(
    ("scheme", "pasted", "value"),
    [
        ("wikidata", "https://www.wikidata.org/wiki/Q212", "Q212"),
        ("wikidata", "http://www.wikidata.org/entity/Q212", "Q212"),
        ("wikidata", " q212 ", "Q212"),
        ("wikidata", "https://m.wikidata.org/wiki/Q212?uselang=de#sitelinks", "Q212"),
        ("wikidata", "www.wikidata.org/wiki/Q212/", "Q212"),
        ("wikidata", "Q007", "Q007"),
        ("ror", "https://ror.org/05DXPS055/", "05dxps055"),
        ("ror", "ror.org/05dxps055", "05dxps055"),
        ("iso", " SUHH", "SUHH"),
    ],
)
def test_what_people_paste_is_brought_into_the_form_of_the_register(scheme, pasted, value):
    assert bare(scheme, pasted) == value


def test_where_they_lead():
    assert address("wikidata", "Q212") == "https://www.wikidata.org/wiki/Q212"
    assert address("ror", "05dxps055") == "https://ror.org/05dxps055"
    assert address("iso", "UA") is None
