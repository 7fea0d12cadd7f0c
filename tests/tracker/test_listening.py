"""What the port for probes says."""

import socket
from contextlib import closing, suppress

import pytest

from tests.waiting import PATIENCE
from tracker.serving import answer_health, listening


@pytest.fixture
def ask(monkeypatch):
    """Asks a port for probes of a process that lives, or does not."""
    monkeypatch.setattr("tracker.serving.ASKING", PATIENCE)
    lives = [True]
    listener = listening("127.0.0.1", 0)
    answer_health(listener, lambda: lives[0])

    def asked(question: bytes, alive: bool = True) -> bytes:
        lives[0] = alive
        said = b""
        client = socket.create_connection(listener.getsockname(), timeout=PATIENCE)
        # Whoever still sends when the other side closes is told so instead of an end.
        with closing(client), suppress(ConnectionError):
            client.sendall(question)
            while more := client.recv(4096):
                said += more
        return said

    return asked


def test_a_process_that_lives_and_one_that_is_stuck(ask):
    head, _, body = ask(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").partition(b"\r\n\r\n")
    assert head.splitlines() == [
        b"HTTP/1.1 200 OK",
        b"Content-Type: application/json",
        b"Cache-Control: no-store",
        b"Content-Length: 16",
        b"Connection: close",
    ]
    assert body == b'{"status": "ok"}'
    stuck = ask(b"GET /healthz HTTP/1.1\r\n\r\n", alive=False)
    assert stuck.startswith(b"HTTP/1.1 503 Service Unavailable\r\n")
    assert stuck.endswith(b'\r\n\r\n{"status": "stuck"}')


def test_a_head_has_no_body(ask):
    assert ask(b"HEAD /healthz HTTP/1.0\r\n\r\n").endswith(
        b"Content-Length: 16\r\nConnection: close\r\n\r\n"
    )


@pytest.mark.parametrize("question", [b"GET / HTTP/1.1", b"POST /healthz HTTP/1.1", b"hello"])
def test_anything_else_is_not_there(ask, question):
    assert ask(question + b"\r\n\r\n").startswith(b"HTTP/1.1 404 Not Found\r\n")


def test_a_question_without_an_end(ask):
    assert ask(b"GET /healthz" + b"x" * 100_000) == b""
