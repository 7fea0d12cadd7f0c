"""What is asked of real servers that misbehave, within a time and a size."""

import socket
from dataclasses import replace

import pytest

from events.outgoing import NotPublic, Outgoing, TooLarge, Unreachable, ask, fetch
from tests.outgoing import servers

HERE = Outgoing(private=True, seconds=1, most=1000)


def test_an_answer_is_read():
    with servers.serving(servers.says(servers.GOOD)) as (url, heard):
        answer = ask("POST", f"{url}/hook?x=1", body=b"{}", headers={"X": "y"}, allowed=HERE)

    assert (answer.status, answer.body, answer.headers["Content-Type"]) == (
        *(200, b"hello"),
        "text/plain",
    )
    sent = heard[0].decode()
    assert sent.startswith("POST /hook?x=1 HTTP/1.1\r\n")
    assert f"Host: {url.removeprefix('http://')}\r\n" in sent
    assert "X: y\r\n" in sent


@pytest.mark.parametrize(
    "answer",
    [
        servers.is_silent,
        servers.drips(b""),
        servers.drips(b"HTTP/1.1 200 OK\r\nX: "),
        servers.drips(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"),
    ],
    ids=["silent", "drips its status", "drips a header", "drips its body"],
)
def test_what_takes_too_long_is_cut_off(answer):
    with (
        servers.serving(answer) as (url, _heard),
        pytest.raises(Unreachable, match=r"There was no answer in time\."),
    ):
        ask("GET", url, allowed=HERE)


@pytest.mark.parametrize(
    "text", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", b"\0" * 99]
)
def test_what_is_no_answer_is_told(text):
    with servers.serving(servers.says(text)) as (url, _heard):
        try:
            answer = ask("GET", url, allowed=HERE)
        except Unreachable:
            return
    # What was announced and did not come is not made up.
    assert answer.body == b"x"


def test_what_never_ends_is_refused_or_cut():
    with servers.serving(servers.never_ends) as (url, _heard):
        with pytest.raises(TooLarge, match="larger than 1000 bytes"):
            ask("GET", url, allowed=HERE)
        assert ask("GET", url, allowed=replace(HERE, cuts=True)).body == b"x" * 1000


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(Unreachable, match="The connection failed"):
        ask("GET", f"http://127.0.0.1:{port}/", allowed=HERE)


def test_without_tls_there_is_no_https():
    with servers.serving(servers.says(servers.GOOD)) as (url, _heard), pytest.raises(Unreachable):
        ask("GET", url.replace("http:", "https:"), allowed=HERE)


def test_a_redirect_is_not_followed():
    away = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
    with servers.serving(servers.says(away)) as (url, _heard):
        assert ask("GET", url, allowed=HERE).status == 302


def test_where_redirects_are_followed_each_is_looked_at(monkeypatch):
    """The first is public, as far as anybody can tell; where it leads to is not."""
    away = b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/secret\r\nContent-Length: 0\r\n\r\n"
    with servers.serving(servers.says(away)) as (url, heard):
        port = int(url.rpartition(":")[2])
        monkeypatch.setattr("events.outgoing.addresses.is_public", lambda a: a == "127.0.0.1")
        with pytest.raises(NotPublic):
            fetch(url, allowed=Outgoing(ports=(port,), seconds=2))

    assert len(heard) == 1


def test_a_round_of_redirects_ends():
    round_ = b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"
    with servers.serving(servers.says(round_)) as (url, heard):
        with pytest.raises(Unreachable, match="leads on and on"):
            fetch(url, hops=3, allowed=HERE)
        assert len(heard) == 4


def test_a_name_that_is_private_only_the_second_time_is_looked_up_once(monkeypatch):
    """What a rebinding server does: a public address when it is looked at, and then another."""
    with servers.serving(servers.says(servers.GOOD)) as (url, heard):
        port = int(url.rpartition(":")[2])
        asked: list[str] = []
        lookup = socket.getaddrinfo

        def resolve(host, *args, **more):
            if host != "rebinding.example":
                return lookup(host, *args, **more)
            asked.append(host)
            return lookup("127.0.0.1" if len(asked) == 1 else "10.255.255.1", *args, **more)

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        monkeypatch.setattr("events.outgoing.addresses.is_public", lambda a: a == "127.0.0.1")
        answer = ask("GET", f"http://rebinding.example:{port}/", allowed=Outgoing(ports=(port,)))

    assert (answer.status, asked) == (200, ["rebinding.example"])
    assert f"Host: rebinding.example:{port}" in heard[0].decode()
