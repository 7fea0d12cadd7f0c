from datetime import UTC, datetime, timedelta, timezone
from functools import partial

import pytest
from django.test import override_settings
from django.utils import timezone as django_timezone
from django.utils.timezone import localdate, now

from events import public
from events.log.derivation import DERIVATION
from events.models import Version
from events.public import Moment, present, timestamp
from tests.log.derived_by import WRONG, derived_by
from tests.record import Record

record = Record()


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("2026-01-06", datetime(2026, 1, 6, 23, 59, 59, 999999, UTC)),
        ("2026-01-06T14:30:00Z", datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
        ("2026-01-06T14:30:00", datetime(2026, 1, 6, 14, 30, tzinfo=UTC)),
        ("2026-01-06T14:30:00+01:00", datetime(2026, 1, 6, 13, 30, tzinfo=UTC)),
        ("2026-01-06T14:30:00 01:00", datetime(2026, 1, 6, 13, 30, tzinfo=UTC)),
        ("2026-01-06T14:30:00.123456Z", datetime(2026, 1, 6, 14, 30, 0, 123456, UTC)),
    ],
)
def test_a_moment_is_a_day_or_a_time(text: str, until: datetime) -> None:
    assert Moment.parse(text).until == until


@override_settings(TIME_ZONE="Europe/Berlin")
def test_a_day_ends_where_the_site_is() -> None:
    midnight = datetime(2026, 1, 6, 23, 59, 59, 999999, timezone(timedelta(hours=1)))
    assert Moment.parse("2026-01-06").until == midnight


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026-02-30", "2026-13-01", "06.01.2026", "20260106x", "٢٠٢٦-٠١-٠٦"]
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"neither a date nor a time.*2026-01-06T14:30:00Z"):
        Moment.parse(text)


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_times_that_leave_the_calendar_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"neither a date nor a time"):
        Moment.parse(text)


@pytest.mark.django_db
@pytest.mark.parametrize("clock", ["00:00", "12:00", "23:59:59.999999"])
def test_the_future_is_refused_but_today_is_not(
    monkeypatch: pytest.MonkeyPatch, clock: str
) -> None:
    at = datetime.fromisoformat(f"2026-03-31T{clock}Z")
    monkeypatch.setattr(django_timezone, "now", lambda: at)
    today = at.date()
    assert Moment.parse(today.isoformat()).until >= at
    for text in (
        (today + timedelta(days=1)).isoformat(),
        (at + timedelta(minutes=1)).isoformat(),
    ):
        with pytest.raises(ValueError, match="in the future") as caught:
            Moment.parse(text)
        assert f"Give {today}, which is today, or an earlier day." in str(caught.value)


@pytest.mark.django_db
def test_the_seq_of_a_moment_is_that_of_the_last_version_by_then() -> None:
    assert public.last_seq() == 0
    for number in range(3):
        record.development(f"e{number}")
    assert public.last_seq() == 3
    for version in Version.objects.all():
        moment = version.published_at
        assert public.seq_at(Moment("", moment)) == version.seq
        assert public.seq_at(Moment("", moment - timedelta(microseconds=1))) == version.seq - 1


@pytest.mark.django_db
@pytest.mark.parametrize("number", WRONG)
def test_where_others_have_derived_there_is_no_moment(number: int | None) -> None:
    record.development("event")
    derived_by(number)
    for moment in (now(), now() - timedelta(days=1)):
        with pytest.raises(public.WrongDerivation):
            public.seq_at(Moment("", moment))


@pytest.mark.django_db
def test_a_rebuild_that_ends_while_a_moment_is_looked_up_is_no_empty_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record.development("event")
    derived_by(None)
    ended = partial(derived_by, DERIVATION)
    monkeypatch.setattr("events.public.versions.moments.end_of_log", ended)
    assert public.seq_at(Moment("", now())) == 1


@pytest.mark.parametrize("text", ["20260106", "2026-W01-2", "2026-W01-2T10:00", "2026-01-06T10"])
def test_other_forms_of_iso_8601_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="neither a date nor a time"):
        Moment.parse(text)


@pytest.mark.django_db
def test_the_past_is_settled_when_the_record_has_gone_past_it() -> None:
    record.development("one")
    moment = Moment.parse(present())
    assert not moment.settled
    record.development("two")
    assert moment.settled
    assert not Moment.parse(present()).settled
    assert not Moment("", now()).settled
    assert not Moment.parse(localdate().isoformat()).settled


@pytest.mark.django_db
def test_what_is_on_record_is_no_future_to_a_server_whose_clock_is_behind(monkeypatch) -> None:
    before = now()
    assert before <= Moment.parse(present()).until <= now()
    record.development("one")
    at = present()
    monkeypatch.setattr(django_timezone, "now", lambda: datetime(2026, 1, 1, tzinfo=UTC))

    moment = Moment.parse(at)

    assert (public.seq_at(moment), moment.settled) == (1, "")
    later = timestamp(moment.until + timedelta(seconds=1))
    with pytest.raises(ValueError, match="in the future"):
        Moment.parse(later)
