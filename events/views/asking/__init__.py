"""What a reader asks for: addresses, with their filters read, shown again, and complained about."""

from events.views.asking import as_of, paging, tabs
from events.views.asking.address import LOOKED_AT, PLACES, Errors, Pairs, Query, tidied
from events.views.asking.chips import chips, names_of
from events.views.asking.choosing import Chosen
from events.views.asking.complaints import as_shown, elsewhere, filters_of, refusals
from events.views.asking.controls import Offers, by_name, day_control, of_record, of_tallies
from events.views.asking.form import FOLD, FilterForm, FormLayout, form
from events.views.asking.tabs import Tab
from events.views.asking.windows import Perhaps, perhaps
from events.views.asking.words import WORDS

__all__ = [
    "FOLD",
    "LOOKED_AT",
    "PLACES",
    "WORDS",
    "Chosen",
    "Errors",
    "FilterForm",
    "FormLayout",
    "Offers",
    "Pairs",
    "Perhaps",
    "Query",
    "Tab",
    "as_of",
    "as_shown",
    "by_name",
    "chips",
    "day_control",
    "elsewhere",
    "filters_of",
    "form",
    "names_of",
    "of_record",
    "of_tallies",
    "paging",
    "perhaps",
    "refusals",
    "tabs",
    "tidied",
]
