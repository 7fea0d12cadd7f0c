from datetime import date

import pytest
from django.utils.timezone import localdate

from events import public, publishing
from events.models import Entry, Version
from events.public import Kept
from tests.log.derived_by import WRONG, derived_by
from tests.record import Record

record = Record()


@pytest.mark.django_db
def test_nothing_is_kept_before_anything_is_published() -> None:
    record.development("draft", publish=False)

    assert public.kept() == Kept(0)
    assert public.kept().last_event is None


@pytest.mark.django_db
def test_the_last_event_is_the_last_one_of_which_the_day_is_known() -> None:
    record.development("first", date="2025-03-01")
    record.development("last", date="2025-04-02")
    record.development("by", date="../2025-06-01")
    record.development("about", date="2025-05~")
    record.development("some-month", date="2025-07")
    record.question("open", date="2025-08-01")
    record.overview("state", [Entry.objects.get(slug="last")], date="2025-08-02")
    record.summit("ahead", date="9998-01-01", status="planned")

    newest = Version.objects.get(seq=8)
    assert public.kept() == Kept(8, newest.published_at)
    assert public.kept().last_event == date(2025, 4, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("today", "last"),
    [("2026-01-09", None), ("2026-01-10", "2026-01-10"), ("2026-01-11", "2026-01-11")],
)
def test_a_day_is_that_of_the_place(
    monkeypatch: pytest.MonkeyPatch, today: str, last: str | None
) -> None:
    record.summit("kyiv", date="2026-01-11T00:30", zone="Europe/Kyiv")
    # In UTC it is six hours later, and the eleventh.
    record.summit("washington", date="2026-01-10T23:30", zone="America/New_York")
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date.fromisoformat(today))

    assert public.kept().last_event == (date.fromisoformat(last) if last else None)


@pytest.mark.django_db
def test_today_counts_and_what_is_withdrawn_does_not() -> None:
    entry = record.development("today", date=localdate().isoformat())
    assert public.kept().last_event == localdate()

    publishing.withdraw(entry)
    assert public.kept().last_event is None
    assert public.kept().seq == 2


@pytest.mark.django_db
@pytest.mark.parametrize("number", WRONG)
def test_tables_of_another_release_are_not_read(number: int | None) -> None:
    record.development("first")
    derived_by(number)

    with pytest.raises(public.WrongDerivation):
        public.kept()
