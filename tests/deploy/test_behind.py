"""A standby that has stopped following, and a proxy that has nothing any more."""

import json
import shutil
import time

import pytest

from tests.deploy.asking import Publisher, ask, ask_kept
from tests.deploy.conftest import METRICS_TOKEN
from tests.pace import tries
from tests.waiting import until

# What a reader may wait, in seconds.
READER = 3.0


@pytest.fixture
def behind(site):
    """The short name of an entry that was published while the standby did not follow."""
    found = ask(f"{site.url}/api/v1/entries/?kind=development&limit=1").text
    slug = found.split('"slug":"')[1].split('"')[0]
    publisher = Publisher(site.primary.url)
    # How far it is behind, a standby tells by the last change that it has made.
    seq = publisher.publish(slug, "What the standby knows")
    known = f"http://localhost:{site.reader_port}/?min_seq={seq}"
    until(lambda: ask(known).status < 400, "the standby has heard of it")
    site.standby.sql("SELECT pg_wal_replay_pause()")
    try:
        publisher.publish(slug, "What the standby does not know")
        yield slug
    finally:
        site.standby.sql("SELECT pg_wal_replay_resume()")
        publisher.close()


def test_a_standby_that_is_behind_serves_what_it_has_and_says_how_far_it_is(site, behind):
    reader = f"http://localhost:{site.reader_port}"

    def lag() -> float:
        told = json.loads(ask(f"{reader}/readyz").text)
        assert (told["status"], told["role"], told["receiving"]) == ("ok", "reader", True)
        return float(told["lag"])

    until(lambda: lag() > 2, "the standby is two seconds behind")
    for pace in tries():
        began = time.monotonic()
        answers = [
            ask(f"{where}{path}")
            for where in (reader, site.url)
            for path in (f"/en/entries/{behind}/", "/en/timeline/", "/api/v1/entries/")
        ]
        took = (time.monotonic() - began) / len(answers)
        pace.judge("a reader", took, READER, 0)
    numbers = ask(f"{reader}/metrics", Authorization=f"Bearer {METRICS_TOKEN}").text

    print(f"{lag():.0f} s behind, a reader waits {took * 1000:.0f} ms")
    assert {answer.status for answer in answers} == {200}
    assert "What the standby does not know" not in answers[0].text
    told = dict(line.rsplit(" ", 1) for line in numbers.splitlines() if not line.startswith("#"))
    assert float(told["record_replica_lag_seconds"]) > 2
    assert told["record_replica_receiving"] == "1"

    site.standby.sql("SELECT pg_wal_replay_resume()")
    address = f"{reader}/en/entries/{behind}/"
    until(lambda: "What the standby does not know" in ask(address).text, "it has caught up")


def test_a_proxy_whose_store_was_deleted_asks_again(site):
    page = f"{site.url}/en/timeline/"
    ask_kept(page)
    for part in (site.folder / "nginx/cache").iterdir():
        shutil.rmtree(part)

    again = ask(page)

    assert (again.status, again.cache) == (200, "MISS")
    assert ask_kept(page).text == again.text
