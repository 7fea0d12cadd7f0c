from datetime import UTC, date, datetime

import pytest
from django.utils import timezone, translation

from events.presenting import kept


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 26))


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Last event on record: 6 January 2026, 10 months ago.",
                "Last publication: 20 November 2026.",
            ],
        ),
        (
            "de",
            [
                "Letztes Ereignis in der Chronik: 6. Januar 2026, vor 10 Monaten.",
                "Zuletzt veröffentlicht: 20. November 2026.",
            ],
        ),
    ],
)
def test_every_page_tells_up_to_when_the_record_is_kept(
    language: str, sentences: list[str]
) -> None:
    published = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
    with translation.override(language):
        assert kept.told(date(2026, 1, 6), published) == sentences


def test_a_record_without_events_tells_when_it_was_published() -> None:
    published = datetime(2026, 11, 20, tzinfo=UTC)
    assert kept.told(None, published) == ["Last publication: 20 November 2026."]


def test_an_empty_record_tells_nothing() -> None:
    assert kept.told(None, None) == []
