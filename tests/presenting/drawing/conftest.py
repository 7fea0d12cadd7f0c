from datetime import date

import pytest

from events import dates
from events.presenting.drawing.spans import span
from events.presenting.wording.links import Links

PLACED = {
    "summary": {},
    "topics": [{"slug": "force", "name": {"en": "Force"}}],
    "actors": [
        {"slug": "merz", "represents": "germany", "name": {"en": "Friedrich Merz"}},
        {"slug": "france", "represents": None, "name": {"en": "France"}},
    ],
}


@pytest.fixture
def dated():
    """An entry as the drawing has it, with this date."""

    def make(edtf, lanes="kind", **fields):
        value = dates.parse(edtf)
        record = {
            "edtf": edtf,
            "earliest": value.earliest and value.earliest.isoformat(),
            "latest": value.latest and value.latest.isoformat(),
            "approximate": value.approximate,
            "uncertain": value.uncertain,
            "label": {"en": value.label("en"), "de": value.label("de")},
        }
        document = {
            "slug": "event",
            "kind": "development",
            "title": {"en": "An event"},
            "date": record,
            **PLACED,
        }
        return span(document | fields, Links(date(2026, 2, 1)), lanes)

    return make
