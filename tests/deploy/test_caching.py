"""nginx with the supplied configuration: what it keeps, for how long, and what it never passes."""

import os
import time

import pytest

from tests.deploy.asking import Publisher, addresses, ask, ask_kept
from tests.waiting import until

COOKIES = "sessionid=abc; csrftoken=def; desk-session=x; __Secure-desk-session=y; any=thing"
CLICKS = int(os.environ.get("CLICKS", "1000"))
# The proxy lets a client have 30 a second of these.
PACE = 1 / 25


ONE_BEFORE_THE_LAST = """
    SELECT to_char(published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    FROM events_version ORDER BY seq DESC OFFSET 1 LIMIT 1"""


@pytest.fixture(scope="module")
def development(site):
    """The short name of an entry."""
    found = ask(f"{site.url}/api/v1/entries/?kind=development&limit=1").text
    return found.split('"slug":"')[1].split('"')[0]


@pytest.fixture
def publisher(site):
    publisher = Publisher(site.primary.url)
    yield publisher
    publisher.close()


def test_public_answers_set_no_cookie_whatever_cookies_come_in(site):
    asked = addresses(site)
    assert len(asked) > 100

    for path in asked:
        is_kept = not path.startswith("/sitemap")
        plain = ask_kept(site.url + path) if is_kept else ask(site.url + path)
        answer = ask(site.url + path, Cookie=COOKIES)
        assert answer.status == plain.status < 400, path
        assert answer.headers["Set-Cookie"] is None, path
        assert answer.cache == "HIT" or not is_kept, path


def test_encodings_that_mean_the_same_are_kept_once(site):
    first = ask_kept(f"{site.url}/en/about/", Accept_Encoding="gzip;q=1.0, deflate")
    second = ask(f"{site.url}/en/about/", Accept_Encoding="deflate, gzip")

    assert first.headers["Content-Encoding"] == second.headers["Content-Encoding"] == "gzip"
    assert second.cache == "HIT"


def test_the_browser_decides_where_the_site_begins(site):
    for language in ("de", "en", "de"):
        answer = ask(f"{site.url}/", Accept_Language=language)
        assert answer.headers["Location"] == f"/{language}/"


def test_those_who_run_the_site_are_not_asked_from_outside(site):
    for path in ("/healthz", "/readyz", "/metrics"):
        assert ask(site.url + path).status == 404


def test_the_desk_is_never_kept_and_has_its_cookie(site):
    for _time in range(2):
        answer = ask(f"{site.url}/admin/login/")
        assert answer.status == 200
        assert answer.cache is None
        assert "desk-csrf=" in answer.headers["Set-Cookie"]


def test_a_reader_has_no_desk_and_says_how_far_it_is(site):
    reader = f"http://localhost:{site.reader_port}"
    told = ask(f"{reader}/readyz").text

    assert ask(f"{reader}/admin/login/").status == 404
    assert '"role": "reader"' in told
    assert '"receiving": true' in told


def test_a_correction_is_seen_within_thirty_seconds(site, development, publisher):
    page = f"{site.url}/en/entries/{development}/"
    ask_kept(page)
    publisher.publish(development, "Corrected in time")
    published = time.monotonic()
    # When those asked who were still told the old text, be it how slowly.
    asked = [0.0]

    def is_seen():
        now = time.monotonic() - published
        if "Corrected in time" in ask(page).text:
            return True
        asked.append(now)
        return False

    until(is_seen, "the correction is seen")

    print(f"the old text was last shown to whoever asked after {asked[-1]:.1f} s")
    assert asked[-1] <= 31


def test_whoever_has_published_sees_it_at_the_next_click(site, development, publisher):
    page, seen, waited = f"{site.url}/en/entries/{development}/", 0, []
    ask(page)

    for number in range(CLICKS):
        title = f"Published for the {number}th time"
        seq = publisher.publish(development, title)
        began = time.monotonic()
        answer = ask(f"{page}?min_seq={seq}")
        waited.append(time.monotonic() - began)
        time.sleep(max(PACE - waited[-1], 0))
        seen += answer.status == 200 and title in answer.text
        # And so does everybody else, from then on.
        if not number % 50:
            assert title in ask(page).text

    waited.sort()
    median, longest = waited[len(waited) // 2], waited[-1]
    print(f"seen {seen} of {CLICKS} times; median {median * 1000:.0f} ms, longest {longest:.2f} s")
    assert seen == CLICKS


def test_an_answer_about_the_past_is_settled_only_where_it_is(site, development, publisher):
    """A standby that is behind does not promise that nothing more can come."""
    reader = f"http://localhost:{site.reader_port}"
    site.standby.sql("SELECT pg_wal_replay_pause()")
    try:
        publisher.publish(development, "After the pause")
        time.sleep(1.1)
        publisher.publish(development, "And again")
        moment = site.primary.sql(ONE_BEFORE_THE_LAST, "record")
        address = f"/api/v1/entries/?as_of={moment}"
        there = ask(f"http://localhost:{site.desk_port}{address}")
        behind = ask(reader + address)
    finally:
        site.standby.sql("SELECT pg_wal_replay_resume()")

    assert there.headers["ETag"].startswith('W/"settled-')
    assert behind.status == 400 or "settled" not in behind.headers["ETag"]


def test_a_reader_that_is_behind_leaves_the_click_to_the_primary(site, development, publisher):
    site.standby.sql("SELECT pg_wal_replay_pause()")
    try:
        seq = publisher.publish(development, "While nothing is replayed")
        answer = ask(f"{site.url}/en/entries/{development}/?min_seq={seq}")
    finally:
        site.standby.sql("SELECT pg_wal_replay_resume()")

    assert answer.status == 200
    assert "While nothing is replayed" in answer.text
