"""The day on which meetings are looked at."""

from datetime import date

import pytest

TODAY = date(2026, 1, 20)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *given, **named: TODAY)
