"""What readers see while something is down, and how the site goes on. The tests go on from each
other: at the end, the primary of the beginning is gone."""

import re
import threading
import time

import pytest

from tests.deploy.asking import Publisher, ask
from tests.waiting import until


def test_a_desk_does_not_start_on_a_standby(site):
    process = site.manage("check", cluster=site.standby)
    assert process.returncode == 0
    started = site.manage("publish", "ukraine-peace", cluster=site.standby)

    assert started.returncode == 1
    assert "DATABASE_URL names a standby, which can only be read from." in started.stderr


def test_while_the_program_is_down_readers_get_what_is_kept(site):
    page = f"{site.url}/en/timeline/"
    before = ask(page).text
    site.stop("reader")
    site.stop("desk")
    # Longer than it may be kept.
    time.sleep(31)

    answer = ask(page)

    assert (answer.status, answer.cache, answer.text) == (200, "STALE", before)
    pooled = site.pooled
    site.serve("desk", site.desk_port, pooled, DATABASE_PREPARE="off")
    site.serve("reader", site.reader_port, site.standby.url, ROLE="reader")
    until(lambda: ask(page).cache in ("EXPIRED", "REVALIDATED"), "the page is fetched anew")


class Reading(threading.Thread):
    """Reads some addresses again and again, past the cache too, and counts what fails."""

    def __init__(self, *urls: str) -> None:
        super().__init__()
        self.urls, self.number = urls, 0
        self.failed: list[tuple[str, object]] = []
        self.over = threading.Event()

    def run(self) -> None:
        while not self.over.is_set():
            for url in self.urls:
                self.number += 1
                try:
                    answer = ask(url)
                    if answer.status != 200:
                        self.failed.append((url, answer.status))
                except OSError as error:
                    self.failed.append((url, error))

    def go_on(self, number: int) -> None:
        """Wait until it has read so many times more."""
        enough = self.number + number
        until(lambda: self.number >= enough, f"{number} reads more")

    def stop(self) -> None:
        self.over.set()
        self.join()


def test_when_the_primary_is_killed_no_reader_notices(site):
    reader = f"http://localhost:{site.reader_port}"
    reading = Reading(
        f"{site.url}/en/",
        f"{site.url}/en/timeline/",
        f"{reader}/en/timeline/",
        f"{reader}/api/v1/entries/",
    )
    reading.start()
    reading.go_on(40)

    site.primary.kill()
    # Longer than a standby waits for anything that it has been sent.
    time.sleep(6)
    reading.go_on(40)
    until(lambda: '"receiving": false' in ask(f"{reader}/readyz").text, "the reader has noticed")
    lost = ask(f"{reader}/readyz")
    reading.stop()

    print(f"{reading.number} reads while the primary was killed, {len(reading.failed)} failed")
    assert reading.failed == []
    assert lost.status == 200
    # The desk says that it cannot write, and stays there.
    assert ask(f"http://localhost:{site.desk_port}/readyz").status == 503


def test_promotion_as_it_is_documented(site):
    reader = f"http://localhost:{site.reader_port}"
    reading = Reading(f"{site.url}/en/", f"{reader}/en/timeline/")
    reading.start()
    still = site.manage("promoted", cluster=site.standby)
    assert still.returncode == 1
    assert "is still a standby" in still.stderr

    site.standby.promote()
    told = site.done("promoted", cluster=site.standby)
    site.name = re.search(r"PRIMARY_ID=(\w+)", told)[1]
    site.stop("desk")
    site.serve("desk", site.desk_port, site.standby.url, PRIMARY_ID=site.name)
    slug = ask(f"{site.url}/api/v1/entries/?kind=development&limit=1").text
    slug = slug.split('"slug":"')[1].split('"')[0]
    publisher = Publisher(site.standby.url)
    seq = publisher.publish(slug, "Published after the promotion")
    publisher.close()
    page = ask(f"{site.url}/en/entries/{slug}/?min_seq={seq}")
    reading.stop()

    assert "Published after the promotion" in page.text
    assert reading.failed == []


def test_a_second_promotion_is_told_and_nothing_is_written_there(site):
    site.spare.promote()
    other = re.search(r"PRIMARY_ID=(\w+)", site.done("promoted", cluster=site.spare))[1]
    assert other != site.name

    started = site.manage("publish", "ukraine-peace", cluster=site.spare, PRIMARY_ID=site.name)

    assert started.returncode == 1
    assert f"PRIMARY_ID is “{site.name}”, and the server" in started.stderr
    assert f"calls itself “{other}”" in started.stderr


def test_nor_on_the_primary_of_before_when_it_comes_back(site):
    (site.primary.data / "postmaster.pid").unlink(missing_ok=True)
    site.primary.start()

    started = site.manage("publish", "ukraine-peace", PRIMARY_ID=site.name)

    assert started.returncode == 1
    assert "has no name" in started.stderr


@pytest.mark.parametrize("column", ["seq, document"])
def test_nothing_was_lost(site, column):
    """What the primary had when it was killed is on the one that took over."""
    statement = f"SELECT md5(string_agg(({column})::text, '' ORDER BY seq)) FROM events_version"
    last = site.primary.sql("SELECT max(seq) FROM events_version", "record")
    logs = [
        cluster.sql(f"{statement} WHERE seq <= {last}", "record")
        for cluster in (site.primary, site.standby)
    ]
    assert logs[0] == logs[1]
