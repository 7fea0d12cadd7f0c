"""What is asked about codes that nobody has."""

import pytest

from events.desk import Doubt, questions
from events.models import Identifier

pytestmark = pytest.mark.django_db


def asked(thing):
    return [(question.code, question.where, str(question)) for question in questions(thing)]


def unknown(code):
    return (
        f"Nobody has or had the country code “{code}” (ISO 3166). Is it right? Leave it empty "
        "where a country has none."
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("QQ", unknown("QQ")),
        ("EU", unknown("EU")),
        ("QQ-AB", unknown("QQ-AB")),
        ("UK", "Nobody has the country code “UK” (ISO 3166). Is “GB” meant?"),
        ("GB-ZZZ", "No part of “GB” has the code “GB-ZZZ” (ISO 3166-2). Is it right?"),
    ],
)
def test_a_code_that_nobody_has(record, code, said):
    assert asked(record.actor("land", kind="country", country=code)) == [
        (Doubt.CODE, ("country",), said)
    ]


@pytest.mark.parametrize("code", ["XK", "TW", "PS", "SU", "YUCS", "GB-SCT", ""])
def test_a_code_that_is_in_use_is_not_asked_about(record, code):
    assert asked(record.actor("land", kind="country", country=code)) == []


def test_codes_in_other_registers_are_asked_about_too(record):
    france = record.actor("france")
    for scheme, value in (("wikidata", "Q142"), ("iso", "FRA"), ("iso", "QQQ"), ("iso", "276")):
        Identifier.objects.create(actor=france, scheme=scheme, value=value)

    assert asked(france) == [
        (Doubt.CODE, ("identifiers", 2, "value"), unknown("QQQ")),
        (
            Doubt.OTHER_STATE,
            ("identifiers", 3, "value"),
            "“276” is the code of another state than “FR”. Is it right?",
        ),
    ]


@pytest.mark.parametrize(("code", "is_asked"), [("QQ", True), ("UK", True), ("XK", False)])
def test_the_country_of_a_place(record, code, is_asked):
    meeting = record.summit(places=[("Paris", "FR", ""), ("Elsewhere", code, "")], publish=False)

    found = [(question, where) for question, where, _said in asked(meeting)]
    assert found == ([(Doubt.CODE, ("places", 1, "country"))] if is_asked else [])


@pytest.mark.parametrize(
    ("code", "is_asked"), [("EUR", False), ("DEM", False), ("XQX", True), ("", False)]
)
def test_the_currency_of_a_unit(record, code, is_asked):
    unit = record.unit("thalers")
    unit.currency = code
    said = (
        f"No currency has or had the code “{code}” (ISO 4217). Is it right? Leave it empty where "
        "the unit is no money."
    )

    assert asked(unit) == ([(Doubt.CURRENCY, ("currency",), said)] if is_asked else [])
