"""Codes and identifiers that others have given: their form, their check digits, their addresses."""

from events.vocabulary.codes.identifiers import address, bare, fits
from events.vocabulary.codes.states import has_form_of_code, is_known_code

__all__ = ["address", "bare", "fits", "has_form_of_code", "is_known_code"]
