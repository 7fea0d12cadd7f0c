"""Clients that keep what they hold: connections on which nothing comes, and nothing is taken."""

import socket
import time
from contextlib import ExitStack

import pytest

from tests.faults.sites import Answer, Site
from tests.pace import tries
from tests.waiting import PATIENCE, until


@pytest.fixture(autouse=True)
def ready(site: Site) -> None:
    """The first answers of a process take longest."""
    until(lambda: site.get("/en/timeline/").status == 200, "the site answers")


def slowest(answers: list[Answer]) -> float:
    assert [answer.status for answer in answers] == [200] * len(answers)
    return max(answer.seconds for answer in answers)


def test_connections_that_send_nothing_take_no_thread(site: Site):
    for pace in tries():
        usual = slowest([site.get("/en/timeline/") for _time in range(5)])
        with ExitStack() as silent:
            for _number in range(200):
                silent.enter_context(socket.create_connection(("localhost", site.port)))
            answers = [site.get("/en/timeline/") for _time in range(5)]
            assert site.health().status == 200
        pace.judge("a page beside silent connections", slowest(answers), 1, usual)


def test_a_silent_connection_is_closed(site: Site):
    for pace in tries():
        with socket.create_connection(("localhost", site.port), timeout=PATIENCE) as silent:
            began = time.monotonic()
            assert silent.recv(1) == b""
        pace.judge("a connection is closed", time.monotonic() - began, 5, 0)


def test_clients_that_stop_in_the_middle_of_a_request_are_let_go_without_a_word(site: Site):
    lines = site.lines()
    for pace in tries():
        usual = site.health().seconds, site.get("/en/timeline/").seconds
        with ExitStack() as stopped:
            for _thread in range(4):
                client = stopped.enter_context(socket.create_connection(("localhost", site.port)))
                client.sendall(b"GET /en/ HTTP/1.1\r\nHost: local")
            pace.judge("health", site.health().seconds, 1, usual[0])
            answer = site.get("/en/timeline/")
        assert answer.status == 200
        pace.judge("a page", answer.seconds, 12, usual[1])
    assert site.lines() == lines


def test_whoever_asks_for_health_and_says_nothing_keeps_nobody_else(site: Site):
    for pace in tries():
        usual = site.health().seconds
        with ExitStack() as silent:
            for _number in range(100):
                silent.enter_context(socket.create_connection(("localhost", site.health_port)))
            pace.judge("health", site.health().seconds, 1, usual)


def test_clients_that_take_nothing_of_what_they_asked_for_keep_nobody(site: Site):
    asked = b"GET /api/v1/entries/?limit=200 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20
    for pace in tries():
        usual = slowest([site.get("/en/timeline/") for _time in range(5)])
        with ExitStack() as slow:
            for _number in range(20):
                client = slow.enter_context(socket.socket())
                client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
                client.connect(("localhost", site.port))
                client.sendall(asked)
            answers = [site.get("/en/timeline/") for _time in range(5)]
            health = site.health()
        assert health.status == 200
        # A client that takes nothing keeps its thread for five seconds, without a proxy that
        # buffers.
        pace.judge("a page", slowest(answers), 12, usual)
        pace.judge("health", health.seconds, 1, usual)
