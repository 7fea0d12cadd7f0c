import pytest

from events import public
from tests.record import Record


@pytest.fixture
def record(db):
    return Record()


@pytest.fixture
def read_document(db):
    """Reads what the door has let through."""
    return lambda slug: public.entry(slug).document
