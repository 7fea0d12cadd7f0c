import pytest

from tests.publishing.working import at_a_time


@pytest.fixture
def left_to_a_worker(monkeypatch):
    """Nothing is published again at once, and two entries at a time."""
    monkeypatch.setattr("events.publishing.republishing.AT_ONCE", 0)
    at_a_time(monkeypatch, 2)
