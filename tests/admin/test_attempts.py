"""How often one may try to log in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from events.admin import attempts
from events.models import LogInAttempts

pytestmark = pytest.mark.django_db

HERE, THERE = "192.0.2.1", "198.51.100.7"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = datetime(2026, 11, 26, 12, tzinfo=UTC)

    monkeypatch.setattr("events.admin.attempts.timezone.now", lambda: Clock.now)
    return Clock


def fail(times, name="editor", address=HERE):
    for _time in range(times):
        attempts.begin(name, address)


def locked(name="editor", address=HERE):
    """For how many seconds; 0 if one may try. Looking is an attempt."""
    try:
        attempts.begin(name, address)
    except attempts.LockedOut as lock:
        return lock.seconds
    return 0


def test_ten_attempts_fail_and_the_next_one_is_not_made(clock):
    fail(10)
    assert locked() == 15 * 60
    clock.now += 14 * MINUTE
    assert locked() == 60


def test_each_lock_is_twice_as_long_up_to_a_day(clock):
    seconds = []
    for _time in range(9):
        fail(10)
        seconds.append(locked())
        clock.now += timedelta(seconds=seconds[-1] + 1)
    assert [found / 60 for found in seconds] == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]


def test_a_lock_of_long_ago_is_forgotten(clock):
    fail(10)
    locked()
    clock.now += timedelta(days=3)
    fail(10)
    assert locked() == 15 * 60


def test_failures_of_a_quarter_of_an_hour_ago_count_no_more(clock):
    fail(10)
    clock.now += 16 * MINUTE
    fail(10)
    assert locked()


def test_an_editor_gets_in_from_elsewhere(clock):
    fail(10)
    assert locked()
    assert not locked(address=THERE)


@pytest.mark.parametrize("name", ["Editor", " editor ", "ｅditor"])
def test_another_way_to_write_a_name_is_no_other_account(clock, name):
    fail(10)
    assert locked(name)


@pytest.mark.parametrize(
    ("address", "is_same"),
    [("2001:db8:1:1::2", True), ("2001:0db8:1:1:ffff::", True), ("2001:db8:1:2::1", False)],
)
def test_an_address_of_version_6_is_a_network(clock, address, is_same):
    fail(10, address="2001:db8:1:1::1")
    assert bool(locked(address=address)) == is_same


def test_an_address_that_tries_many_accounts_is_locked(clock):
    for number in range(25):
        fail(2, f"editor-{number}")
    assert locked("another") == 15 * 60
    assert not locked("another", THERE)


def under_attack():
    for number in range(10):
        fail(3, address=f"203.0.113.{number}")


def test_where_an_account_is_under_attack_strangers_have_three_attempts(clock):
    under_attack()
    fail(3)
    assert locked()
    assert not locked("another", THERE)


def test_whoever_has_logged_in_from_there_before_has_ten(clock):
    attempts.begin("editor", HERE)
    attempts.succeed("editor", HERE)
    under_attack()
    fail(10)
    assert locked()


def test_who_gets_in_begins_anew(clock):
    fail(9)
    attempts.succeed("editor", HERE)
    fail(10)
    assert locked()


def test_success_is_no_failure_of_the_address(clock):
    for number in range(60):
        attempts.begin(f"editor-{number}", HERE)
        attempts.succeed(f"editor-{number}", HERE)


def test_neither_name_nor_address_is_kept(clock):
    fail(1)
    assert LogInAttempts.objects.count() == 3
    for row in LogInAttempts.objects.values():
        assert "editor" not in str(row)
        assert HERE not in str(row)


def test_what_means_nothing_any_more_is_deleted(clock):
    fail(3, "somebody", THERE)
    clock.now += timedelta(days=3)
    attempts.begin("editor", HERE)
    attempts.succeed("editor", HERE)
    assert LogInAttempts.objects.filter(expires__lt=clock.now).count() == 0
    assert LogInAttempts.objects.count() == 3


@pytest.mark.parametrize(
    ("given", "lifted"), [({"name": "editor"}, 1), ({"address": HERE}, 2), ({}, 2)]
)
def test_locks_are_lifted(clock, given, lifted):
    fail(10)
    assert locked()
    fail(10, "other")
    assert locked("other")
    assert attempts.forget_attempts(**given) == lifted
    assert not locked()
    assert bool(locked("other")) == (lifted == 1)


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_time_ten_are_made():
    def attempt(_number):
        try:
            return not locked()
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(attempt, range(40)))
    assert sum(made) == 10
