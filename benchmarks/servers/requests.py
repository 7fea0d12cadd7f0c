"""Requests to a WSGI application in this process, which show what answering costs without a server;
and to a server on this machine."""

from collections.abc import Callable, Iterable
from http.client import HTTPConnection, RemoteDisconnected
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def environ(address: str, **headers: str) -> dict[str, Any]:
    """What a server hands to an application for a GET of this path and query."""
    parts = urlsplit(address)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_ACCEPT": "*/*",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **{f"HTTP_{name}": value for name, value in headers.items()},
    }


class Wrong(Exception):
    """An answer with a status other than the one that is measured."""


def ask(
    application: Application, address: str, status: str = "200", **headers: str
) -> tuple[dict[str, str], bytes]:
    """Headers and body of the answer. Raises `Wrong` if the status is another one."""
    said: list[Any] = []

    def start_response(*given: Any) -> None:
        said[:] = given

    answer = application(environ(address, **headers), start_response)
    try:
        body = b"".join(answer)
    finally:
        if close := getattr(answer, "close", None):
            close()
    if not said[0].startswith(status):
        raise Wrong(f"{address}: {said[0]} {body[:300]!r}")
    return dict(said[1]), body


class Server:
    """One connection that is kept open, as a proxy in front of the site does."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.connection = HTTPConnection(parts.hostname or "", parts.port)

    def close(self) -> None:
        self.connection.close()

    def ask(self, address: str) -> bytes:
        """The body of the answer. Raises `Wrong` unless its status is 200."""
        try:
            self.connection.request("GET", address)
            answer = self.connection.getresponse()
        except RemoteDisconnected:  # the connection was idle for too long
            self.close()
            return self.ask(address)
        body = answer.read()
        if answer.status != 200:
            raise Wrong(f"{address}: {answer.status} {body[:300]!r}")
        return body
