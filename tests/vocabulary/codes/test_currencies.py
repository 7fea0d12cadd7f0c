"""Codes of currencies."""

import pytest

from events.vocabulary import is_known_currency


@pytest.mark.parametrize("code", ["EUR", "USD", "UAH", "XAU", "DEM", "SUR"])
def test_currencies_of_today_and_of_the_past(code):
    assert is_known_currency(code)


@pytest.mark.parametrize("code", ["XQX", "ABC", "BTC", "XXX", "XTS", "eur", ""])
def test_what_is_none(code):
    assert not is_known_currency(code)
