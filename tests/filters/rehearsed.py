"""A plugin of pytest with one more filter in the table, which nothing else in the program knows.

    python -m pytest -p tests.filters.rehearsed -k rehearsed tests/filters/test_everywhere.py

It is loaded before all else, so that the program starts with that table.
"""

import importlib

from django.utils.translation import gettext_lazy as _

from events import filters
from events.filters import Choice, table, takes
from events.vocabulary import Attendance, Kind

REHEARSED = Choice(
    name="rehearsed",
    label=_("attendance"),
    described="Summits of which it is on record that somebody came, or did not.",
    of={Kind.SUMMIT: dict(Attendance.choices)},
    facet="rehearsed",
    member="actors.status",
)

table.TABLE = (*table.TABLE, REHEARSED)
importlib.reload(takes)
importlib.reload(filters)
