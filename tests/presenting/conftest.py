from datetime import date

import pytest

from events import public
from events.presenting.wording.links import Links
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


def reader() -> Links:
    """A reader on 1 February 2026, in the language of the moment."""
    return Links(date(2026, 2, 1))


@pytest.fixture
def links():
    return reader()


@pytest.fixture
def read(db):
    """Reads what the door has let through, as a reader's page does."""
    return lambda slug: public.entry(slug).document
