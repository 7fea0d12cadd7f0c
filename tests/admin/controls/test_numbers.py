from decimal import Decimal

import pytest
from django.utils.translation import override

from events.admin.controls import numbers
from events.admin.controls.reading import Reading


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("7.500", "de", "7500"),
        ("7.500", "en", "7.5"),
        ("7,500", "en", "7500"),
        ("7,5", "de", "7.5"),
        ("7,500", "de", "7.5"),
        ("1.000.000", "de", "1000000"),
        ("1,000,000.25", "en", "1000000.25"),
        ("26", "de", "26"),
        (" 7 500 ", "de", "7500"),
        ("7\u202f500", "en", "7500"),
        ("7’500", "de", "7500"),
        ("\u22123", "en", "-3"),
        ("+3", "en", "3"),
        ("0.5", "en", "0.5"),
    ],
)
def test_a_number_is_read_as_the_language_writes_it(text, language, number):
    assert numbers.understand(text, language) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("7.5", "de", "7,5 · 75"),
        ("1,00", "en", "1 · 100"),
        ("12.34", "de", "12,34 · 1.234"),
        ("1.2.3", "en", "12.3 · 123"),
    ],
)
def test_what_it_does_not_write_so_is_asked_about(text, language, meant):
    with pytest.raises(numbers.NoNumber) as caught, override("en"):
        numbers.understand(text, language)

    assert str(caught.value) == (
        f"“{text}” can be read in two ways. Write the one that is meant: {meant}"
    )


@pytest.mark.parametrize(
    "text", ["many", "1e3", "NaN", "∞", "½", "1" * 200, "3 countries", "\u0663", "-"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(numbers.NoNumber, match="A number is expected"):
        numbers.understand(text, "en")


@pytest.mark.parametrize("number", ["26", "0.5", "7500", "1000000.25", "-3", "0", "0.000001"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_shown_is_read_as_the_same(number, language):
    shown = numbers.typed(Decimal(number), language)

    assert numbers.understand(shown, language) == Decimal(number)
    assert numbers.understand(numbers.written(Decimal(number), language), language) == Decimal(
        number
    )


def test_a_number_is_read_back_and_three_decimals_are_asked_about():
    with override("de"):
        thousands, decimals = numbers.reading("7.500"), numbers.reading("7,500")

    assert (thousands.edtf, thousands.question) == ("7.500", "")
    assert [value for _name, value in thousands.lines] == ["7.500"]
    assert decimals.edtf == "7,5"
    assert "7.500" in decimals.question
    assert numbers.reading("0.125").question == ""
    assert numbers.reading("") == Reading()
    assert numbers.reading("x").error == "A number is expected here, such as 1200 or 0.5."
