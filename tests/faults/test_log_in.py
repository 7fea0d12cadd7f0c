"""Attempts to log in are counted for all processes of a site together."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.conftest import EDITOR
from tests.faults.databases import manage
from tests.faults.sites import served

PAGE = "/admin/login/"


@pytest.fixture
def two(database, tmp_path):
    """Two sites with the same database, as two machines would be."""
    try:
        with (
            served(database.url, tmp_path / "one") as one,
            served(database.url, tmp_path / "other") as other,
        ):
            yield one, other
    finally:
        manage(database.url, "unlock", "--all")


def test_ten_attempts_at_two_sites_are_ten(two):
    name, password = EDITOR
    for site in two:
        site.get(PAGE)
    began = time.monotonic()

    def attempt(number):
        wrong = {"username": name, "password": f"wrong {number}"}
        return two[number % 2].post(PAGE, wrong).status

    # Some are told that there is no room now. They were not made, and are made again.
    answers: list[int] = []
    with ThreadPoolExecutor(4) as threads:
        while answers.count(200) + answers.count(429) < 20:
            answers += threads.map(attempt, range(8))
    assert answers.count(200) == 10
    assert set(answers) <= {200, 429, 503}
    for site in two:
        right = site.post(PAGE, {"username": name, "password": password})
        assert right.status == 429
        # A quarter of an hour from the tenth one on.
        left = int(right.headers["retry-after"])
        assert 15 * 60 - (time.monotonic() - began) - 1 <= left <= 15 * 60
