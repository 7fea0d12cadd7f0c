"""Codes and identifiers that others have given: their form, their check digits, their addresses."""

from events.vocabulary.codes.currencies import is_known_currency
from events.vocabulary.codes.identifiers import address, bare, fits
from events.vocabulary.codes.states import (
    are_of_one_state,
    assigned_codes,
    codes_of,
    has_form_of_code,
    is_assigned_code,
    is_known_code,
    meant_code,
)

__all__ = [
    "address",
    "are_of_one_state",
    "assigned_codes",
    "bare",
    "codes_of",
    "fits",
    "has_form_of_code",
    "is_assigned_code",
    "is_known_code",
    "is_known_currency",
    "meant_code",
]
