"""Entries of some days, and the drawing of a page."""

import pytest

from tests.views.drawing.reading import TIMELINE


@pytest.fixture
def days(record):
    """Entries of these dates."""

    def make(*dates, **fields):
        for number, day in enumerate(dates):
            record.development(f"on-{number}", date=day, **fields)

    return make


@pytest.fixture
def see(client):
    """The drawing of a page, and the page."""

    def get(query="", path=TIMELINE):
        response = client.get(f"{path}{query}")
        return response.context["drawing"], response

    return get
