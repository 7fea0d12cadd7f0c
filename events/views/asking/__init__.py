"""What a reader asks for: addresses with their filters read, shown again, and complained about."""

from events.views.asking import as_of, paging
from events.views.asking.address import PLACES, Errors, Query, has_empty_fields
from events.views.asking.chips import chips
from events.views.asking.choosing import Chosen, choosing
from events.views.asking.complaints import as_shown, elsewhere, filters_of
from events.views.asking.filter_form import IN_FORM, Tab, filter_form
from events.views.asking.narrowing import SHARED, Asked, asked, narrowing
from events.views.asking.not_yet import not_yet, of_entry, of_name
from events.views.asking.words import WORDS

__all__ = [
    "IN_FORM",
    "PLACES",
    "SHARED",
    "WORDS",
    "Asked",
    "Chosen",
    "Errors",
    "Query",
    "Tab",
    "as_of",
    "as_shown",
    "asked",
    "chips",
    "choosing",
    "elsewhere",
    "filter_form",
    "filters_of",
    "has_empty_fields",
    "narrowing",
    "not_yet",
    "of_entry",
    "of_name",
    "paging",
]
