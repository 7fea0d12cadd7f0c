"""The filters of all public lists, each declared once, and which of them each address takes."""

from events.filters.declaring import (
    LARGEST_YEAR,
    LONGEST_QUERY,
    MOST_TERMS,
    MOST_VALUES,
    AsOf,
    Choice,
    Day,
    Filter,
    Lazy,
    ReferenceChoice,
    When,
    Words,
    Year,
)
from events.filters.table import TABLE
from events.filters.takes import BY_NAME, Takes, every_filter, named, no_list

__all__ = [
    "BY_NAME",
    "LARGEST_YEAR",
    "LONGEST_QUERY",
    "MOST_TERMS",
    "MOST_VALUES",
    "TABLE",
    "AsOf",
    "Choice",
    "Day",
    "Filter",
    "Lazy",
    "ReferenceChoice",
    "Takes",
    "When",
    "Words",
    "Year",
    "every_filter",
    "named",
    "no_list",
]
