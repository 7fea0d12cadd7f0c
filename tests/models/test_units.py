"""Units: what each is a multiple of, and what is refused."""

from decimal import Decimal

import pytest

from events.models import Figure, Unit
from tests.models.test_clean import complaints
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def test_the_list_begins_with_ours():
    million = Unit.objects.get(slug="million-EUR")

    assert (million.name_en, million.name_de) == ("million euros", "Millionen Euro")
    assert (million.base.slug, million.times, million.currency) == (
        "EUR",
        Decimal(1_000_000),
        "EUR",
    )
    assert Unit.objects.get(slug="soldiers").one_de == "Soldat"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"currency": "eur"}, {"currency": ["Three capital letters, as in “EUR”."]}),
        (
            {"base": "EUR"},
            {"__all__": ["Another unit and how many times that one it is go together."]},
        ),
        (
            {"times": 12},
            {"__all__": ["Another unit and how many times that one it is go together."]},
        ),
        (
            {"base": "EUR", "times": 0},
            {"times": ["Ensure this value is greater than or equal to 0.000001."]},
        ),
        (
            {"base": "million-EUR", "times": 2},
            {"base": ["“million euros” is itself a multiple: name “euros”, and how many."]},
        ),
        (
            {"base": "EUR", "times": 2, "currency": "USD"},
            {"currency": ["“euros” has another currency."]},
        ),
        ({"base": "EUR", "times": Decimal("0.01"), "currency": "EUR"}, {}),
    ],
)
def test_a_multiple_is_whole_and_of_a_unit_that_is_none(fields, said):
    if "base" in fields:
        fields = fields | {"base": Unit.objects.get(slug=fields["base"])}

    assert complaints(Unit(slug="new", name_en="new", **fields)) == said


def test_a_unit_is_no_multiple_of_itself_nor_of_its_own_multiples():
    euro, yen = Unit.objects.get(slug="EUR"), Unit.objects.get(slug="JPY")
    euro.base, euro.times = euro, 2
    assert complaints(euro)["base"] == ["A unit cannot be a multiple of itself."]
    euro.base = yen
    assert complaints(euro)["base"] == [
        "Other units are multiples of this one, so it cannot be one."
    ]


@pytest.mark.parametrize(
    "number",
    ["0.002645", "-30339000", "1700000000000", "123456789.123456", "999999999999000000"],
)
def test_numbers_stay_as_they_are(number):
    entry = record.development(publish=False)
    record.figure(entry, "aid", number, unit="EUR")
    figure = Figure.objects.get()

    assert figure.value == Decimal(number)
    assert complaints(figure) == {}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("1234567890.123456", "More than 15 digits: please round it."),
        ("0.0000001", "Ensure that there are no more than 6 decimal places."),
        ("NaN", "A number is expected here, such as 1200 or 0.5."),
    ],
)
def test_numbers_that_cannot_be_kept_are_refused(number, said):
    entry = record.development(publish=False)
    figure = Figure(entry=entry, measure=record.measure("aid"), value=Decimal(number))

    assert said in complaints(figure)["value"]
