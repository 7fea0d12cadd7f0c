"""Fault × answer: a site as it is served, with its database taken away and given back."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.faults.conftest import EDITOR
from tests.faults.databases import Server
from tests.faults.sites import Answer, Site, served
from tests.pace import tries
from tests.waiting import until

# How many seconds an answer may take: a reader's, and that to a probe.
READER, PROBE = 3.0, 0.1
# The limits are held on a machine that does something else besides.
LATE = 0.5
FAULTS = ["gone", "locked"]
if connection.vendor == "postgresql":
    FAULTS.append("frozen")
PAGE, API = "/en/timeline/", "/api/v1/entries/?limit=3"


@pytest.fixture(autouse=True)
def ready(site: Site) -> None:
    """Each test begins with a site whose connections are open, as it ends."""
    # Each thread has a connection of its own.
    paths = [PAGE, "/readyz"] * 4
    until(lambda: {site.get(path).status for path in paths} == {200}, "the site is ready")
    site.get("/admin/login/")


def told_to_come_back(answer: Answer) -> None:
    assert answer.status == 503
    assert answer.headers["retry-after"] == "10"
    assert "no-store" in answer.headers["cache-control"]


def crowd(site: Site) -> list[Answer]:
    """Many more than there are threads, at once."""
    with ThreadPoolExecutor(40) as pool:
        return list(pool.map(site.get, [PAGE, API] * 20))


def slowest(answers: list[Answer]) -> float:
    return max(answer.seconds for answer in answers)


@pytest.mark.parametrize("fault", FAULTS)
def test_readers_are_told_to_come_back_and_find_all_as_it_was(site, database, fault):
    for pace in tries():
        usual = slowest(crowd(site))
        usual_health = slowest([site.health() for _time in range(5)])
        lines = site.lines()
        began = time.monotonic()
        with getattr(database, fault)():
            alone = [site.get(path) for path in (PAGE, API)]
            with ThreadPoolExecutor(1) as beside:
                waiting = beside.submit(crowd, site)
                health = [site.health() for _time in range(5)]
                many = waiting.result()
        for answer in (*alone, *many):
            if answer.status == 200:
                # SQLite's readers need nobody, and hold their file open.
                assert fault == "locked" or connection.vendor == "sqlite"
            else:
                told_to_come_back(answer)
        until(
            lambda: {site.get(path).status for path in (PAGE, API)} == {200},
            "all is as it was",
        )
        # A line a second, not one for each of the forty.
        assert site.lines() - lines <= 2 * (time.monotonic() - began) + 2
        pace.judge("a reader", slowest(alone), READER + LATE, usual)
        pace.judge("many readers", slowest(many), READER + LATE, usual)
        assert {answer.status for answer in health} == {200}
        # The machine has two cores, and forty clients on them.
        quickest = min(answer.seconds for answer in health)
        pace.judge("health", quickest, PROBE, usual_health)


@pytest.mark.parametrize("fault", FAULTS)
def test_probes_say_which_of_the_two_it_is(site, database, fault):
    for pace in tries():
        usual = slowest([site.get(path) for path in ("/readyz", "/healthz")])
        with getattr(database, fault)():
            ready = site.get("/readyz")
            health = site.get("/healthz")
        assert (health.status, health.body) == (200, '{"status": "ok"}')
        if isinstance(database, Server) and fault != "locked":
            assert (ready.status, '"unreachable"' in ready.body) == (503, True)
        pace.judge("health", health.seconds, PROBE + LATE, usual)
        pace.judge("readiness", ready.seconds, READER + LATE, usual)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="it cannot tell who writes")
def test_who_keeps_the_log_locked_is_named(site, database):
    began = time.monotonic()
    with database.locked():
        time.sleep(1.1)
        # A thread that finds its connection cut has another one the next time.
        until(lambda: '"publishing"' in site.get("/readyz").body, "the holder is named")
        ready = site.get("/readyz")
    took = time.monotonic() - began
    told = json.loads(ready.body)
    assert (ready.status, told["status"]) == (200, "ok")
    holder = told["publishing"]
    assert (holder["application"], holder["state"]) == (
        "a publisher that hangs",
        "idle in transaction",
    )
    assert 1 < holder["seconds"] <= took
    assert holder["pid"] > 0


def test_the_desk_waits_for_a_lock_no_longer_than_somebody_would(site, database):
    attempt = {"username": "nobody", "password": "x"}
    for pace in tries():
        usual = site.post("/admin/login/", attempt).seconds
        with database.locked():
            answer = site.post("/admin/login/", attempt)
        pace.judge("an attempt to log in", answer.seconds, READER + LATE, usual)


def test_what_an_editor_has_typed_is_kept_while_it_cannot_be_saved(site, database):
    site.log_in(*EDITOR)
    fault = database.gone if isinstance(database, Server) else database.locked
    address = "/admin/events/topic/add/"
    for number, pace in enumerate(tries()):
        form = {
            "name_en": "A topic",
            "name_de": "Ein Thema",
            "slug": f"a-topic-of-its-own-{number}",
        }
        usual = site.post(address, form | {"slug": "Ä"}).seconds  # it is refused
        with fault():
            answer = site.post(address, form)
        told_to_come_back(answer)
        for name, value in form.items():
            assert f'<input type="hidden" name="{name}" value="{value}">' in answer.body
        pace.judge("the form", answer.seconds, READER + LATE, usual)
        # Each thread finds out by itself that its connection is gone.
        again = [answer]

        def is_back(again=again, form=form):
            again.append(site.post(address, form))
            return again[-1].status != 503

        until(is_back, "it can be saved")
        assert (again[-1].status, again[-1].headers["location"]) == (302, "/admin/events/topic/")


@pytest.mark.skipif(connection.vendor == "sqlite", reason="it has no connections to lose")
@pytest.mark.parametrize("pool", ["0", "4"])
def test_nobody_is_told_of_a_restart_that_is_over(database, pool, tmp_path):
    paths = [PAGE, API] * 8
    with served(database.url, tmp_path / "log", DATABASE_POOL=pool) as site:
        with ThreadPoolExecutor(4) as readers:
            # The first answers of a process take longest.
            until(
                lambda: {answer.status for answer in readers.map(site.get, paths)} == {200},
                "the site answers",
            )
            for _time in range(3):
                with database.gone():
                    pass
                answers = list(readers.map(site.get, paths))
                assert [answer.status for answer in answers] == [200] * len(paths)
        site.log_in(*EDITOR)
        with database.gone():
            pass
        # Names that nobody takes for the same.
        name = {"0": "Prisoners", "4": "Shipping"}[str(pool)]
        form = {"name_en": name, "name_de": f"{name} (de)", "slug": f"a-topic-{pool}"}
        assert site.post("/admin/events/topic/add/", form).status == 302
    assert "does not answer" not in (tmp_path / "log").read_text()
