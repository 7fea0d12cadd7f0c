"""The reader's day, for what the pages say of how long ago something was."""

from datetime import date

import pytest


@pytest.fixture
def today(monkeypatch):
    day = date(2026, 2, 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given: day)
    return day
