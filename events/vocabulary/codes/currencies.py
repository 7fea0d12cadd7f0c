"""Codes of currencies (ISO 4217), as the CLDR lists them, those of the past among them."""

from functools import cache

from babel.numbers import list_currencies

# Codes of ISO 4217 that are none of a currency: no currency, and for testing.
NONE = frozenset({"XXX", "XTS"})


def is_known_currency(code: str) -> bool:
    """Whether this is, or was, the code of a currency."""
    return code in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(list_currencies()) - NONE
