"""What is costly fills a part of the threads."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier, Event

import pytest

from events.log import Bulkhead, Crowded, costly
from tests.record import Record
from tests.waiting import PATIENCE, until


def test_so_many_are_inside_and_so_many_wait_and_the_others_are_told():
    bulkhead, leave, inside = Bulkhead(2, 1, PATIENCE), Event(), Barrier(3)

    def stay(arriving: bool) -> str:
        try:
            with bulkhead.entered():
                if arriving:
                    inside.wait(PATIENCE)
                leave.wait(PATIENCE)
                return "answered"
        except Crowded:
            return "told"

    with ThreadPoolExecutor(8) as threads:
        first = [threads.submit(stay, True) for _number in range(2)]
        inside.wait(PATIENCE)
        others = [threads.submit(stay, False) for _number in range(6)]
        until(lambda: sum(other.done() for other in others) == 5, "five are told")
        assert {other.result() for other in others if other.done()} == {"told"}
        leave.set()
        assert [one.result() for one in first] == ["answered"] * 2
        assert sorted(other.result() for other in others) == ["answered", *["told"] * 5]


def test_whoever_waits_is_told_after_a_while():
    bulkhead = Bulkhead(1, 1, 0.05)
    with bulkhead.entered(), pytest.raises(Crowded), bulkhead.entered():
        pass
    with bulkhead.entered():
        pass


def test_a_mistake_inside_leaves_its_place():
    bulkhead = Bulkhead(1, 0)
    for _time in range(2):
        with pytest.raises(ZeroDivisionError), bulkhead.entered():
            raise ZeroDivisionError


@pytest.fixture
def full(db, settings):
    Record().development("event")
    with ExitStack() as held:
        for _place in range(settings.COSTLY_AT_ONCE):
            held.enter_context(costly().entered())
        yield


@pytest.mark.parametrize(
    "path",
    ["/en/search/?q=x", "/en/timeline/?q=x", "/en/calendar.ics", "/sitemap.xml", "/en/positions/"],
)
def test_a_costly_page_says_that_it_is_crowded(client, full, path):
    answer = client.get(path)

    assert (answer.status_code, answer["Retry-After"]) == (503, "2")
    assert "no-store" in answer["Cache-Control"]
    assert "Too many people are asking for something like this" in answer.text


@pytest.mark.parametrize("path", ["/api/v1/entries/?q=x", "/api/v1/matrix/"])
def test_the_api_says_so_in_its_own_shape(client, full, path):
    answer = client.get(path)

    assert (answer.status_code, answer["Retry-After"]) == (503, "2")
    assert answer.json()["detail"] == (
        "Too many people are asking for something like this at the moment."
    )


@pytest.mark.parametrize(
    "path", ["/en/", "/en/timeline/", "/api/v1/entries/", "/en/entries/event/"]
)
def test_everything_else_is_answered_as_ever(client, full, path):
    assert client.get(path).status_code == 200


def test_a_costly_page_that_has_not_changed_costs_nothing(client, db):
    Record().development("event")
    tag = client.get("/en/search/?q=x")["ETag"]
    with ExitStack() as held:
        for _place in range(2):
            held.enter_context(costly().entered())
        answer = client.get("/en/search/?q=x", headers={"If-None-Match": tag})
    assert answer.status_code == 304
