"""Numbers for Prometheus: counted over all processes, and for nobody without the token."""

import multiprocessing
import re
from contextlib import ExitStack
from datetime import timedelta
from time import monotonic

import pytest
from django.conf import settings
from django.db import DatabaseError, OperationalError, connections
from django.db.backends.signals import connection_created
from django.utils import timezone

from events import publishing
from events.engines import Replay, Trouble, answer_within
from events.log import DatabaseTrouble
from events.models import Job
from events.public import costly
from events.publishing.jobs import ask
from events.vocabulary import JobKind, JobState
from tests.engines.test_troubles import LONG
from tests.record import Record
from tests.waiting import PATIENCE
from tracker.limits import limit_every_connection
from tracker.watching import metrics

pytestmark = pytest.mark.django_db
TOKEN = "long and random"
LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]+"(,[a-z]+="[^"]+")*\})? -?[0-9.e+-]+')


@pytest.fixture(autouse=True)
def wanted(settings):
    settings.METRICS_TOKEN = TOKEN
    counted = (metrics.requests, metrics.durations, metrics.seconds)
    for numbers in (*counted, metrics.refused, metrics.cut_off):
        numbers.reset()


def told(client):
    answer = client.get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    lines = [line for line in answer.content.decode().splitlines() if not line.startswith("#")]
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer wrong", TOKEN])
def test_nobody_gets_them_without_the_token(client, header):
    assert client.get("/metrics", headers={"authorization": header}).status_code == 404


def test_nobody_gets_them_where_there_is_none(client, settings):
    settings.METRICS_TOKEN = ""

    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404
    assert set(metrics.requests.total()) == {0}


def test_answers_are_counted_by_part_and_status(client):
    Record().development("event")
    for path in ("/en/", "/de/none/", "/api/v1/entries/", "/admin/", "/healthz"):
        client.get(path)

    found = told(client)

    assert {name: value for name, value in found.items() if "requests_total" in name} == {
        'record_requests_total{part="page",status="2xx"}': 1,
        'record_requests_total{part="page",status="4xx"}': 1,
        'record_requests_total{part="api",status="2xx"}': 1,
        'record_requests_total{part="desk",status="3xx"}': 1,
        'record_requests_total{part="other",status="2xx"}': 1,
    }
    assert found['record_request_seconds_count{part="page"}'] == 2
    assert found['record_request_seconds_bucket{part="page",le="+Inf"}'] == 2
    assert found['record_request_seconds_sum{part="page"}'] > 0


def test_a_duration_is_in_all_buckets_from_its_own_on(client):
    metrics.count("/en/", 200, 0.3)

    found = told(client)

    name = 'record_request_seconds_bucket{{part="page",le="{}"}}'
    assert [found[name.format(limit)] for limit in ("0.25", "0.5", "5.0", "+Inf")] == [0, 1, 1, 1]


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_processes_that_are_forked_count_together(client):
    fork = multiprocessing.get_context("fork")
    processes = [
        fork.Process(target=metrics.count, args=("/api/v1/", 200, 0.1)) for _number in range(3)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert told(client)['record_requests_total{part="api",status="2xx"}'] == 3


def test_what_the_database_knows(client):
    began = monotonic()
    Record().development("event")

    found = told(client)
    took = monotonic() - began

    assert found["record_database_up"] == 1
    assert found["record_log_seq"] == 1
    # Times of the log are kept to the millisecond.
    assert 0 <= found["record_log_age_seconds"] < took + 0.01
    # The transaction of the test itself has locked it, where the engine can tell. It began before.
    assert 0 <= found["record_log_lock_seconds"] < PATIENCE
    assert "record_replica_lag_seconds" not in found


def test_who_was_told_to_come_back_is_counted_by_the_reason(client):
    with ExitStack() as busy:
        for _number in range(settings.COSTLY_AT_ONCE):
            busy.enter_context(costly().entered())
        for path in ("/en/timeline/?q=rain", "/api/v1/entries/?q=rain"):
            assert client.get(path).status_code == 503
    metrics.count_refused(DatabaseTrouble(Trouble.TOO_LONG, OperationalError()))

    found = told(client)

    names = {name for name in found if name.startswith("record_refused_total")}
    assert len(names) == len(Trouble) + 2
    assert {name for name in names if found[name]} == {
        'record_refused_total{reason="crowded"}',
        'record_refused_total{reason="too_long"}',
    }
    assert found['record_refused_total{reason="crowded"}'] == 2


@pytest.mark.django_db(transaction=True)
def test_statements_that_took_too_long_are_counted(client, monkeypatch):
    # It is the server that ends them, however late it comes to that.
    monkeypatch.setattr("events.engines.connections.ENDING", PATIENCE)
    own = connections.create_connection("default")
    try:
        limit_every_connection()
        own.connect()
        for _time in range(2):
            with (
                answer_within(0.1),
                own.cursor() as cursor,
                pytest.raises(OperationalError),
            ):
                cursor.execute(LONG)
        with own.cursor() as cursor, pytest.raises(DatabaseError):
            cursor.execute("SELECT nothing")
    finally:
        own.close()
        connection_created.disconnect(dispatch_uid="limits of statements")

    assert told(client)["record_statements_cut_off_total"] == 2


def test_what_workers_have_before_them(client):
    numbers = ("waiting", "given_up", "oldest_seconds")

    def jobs():
        found = told(client)
        return [found[f"record_jobs_{name}"] for name in numbers], found["record_worker_up"]

    assert jobs() == ([0, 0, 0], 0)
    for key in range(3):
        ask(JobKind.RENEWAL, 5, None, "actor", key, f"a{key}")
    Job.objects.filter(key=1).update(state=JobState.FAILED)
    Job.objects.filter(key=2).update(asked_at=timezone.now() - timedelta(hours=1))
    publishing.worker_appears("one")

    (waiting, given_up, oldest), up = jobs()
    assert (waiting, given_up, up) == (2, 1, 1)
    assert 3600 <= oldest < 3600 + PATIENCE


def test_a_standby_says_how_far_it_is(client, monkeypatch):
    monkeypatch.setattr(metrics, "is_standby", lambda connection: True)
    monkeypatch.setattr(metrics, "replay", lambda connection: Replay(0.25, False))

    found = told(client)

    assert found["record_replica_lag_seconds"] == 0.25
    assert found["record_replica_receiving"] == 0


def test_a_database_that_is_gone(client, monkeypatch):
    def refuse():
        raise OperationalError("gone")

    monkeypatch.setattr(metrics, "end_of_log", refuse)

    assert told(client)["record_database_up"] == 0
