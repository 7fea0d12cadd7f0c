"""One request to an address that somebody else has chosen, within a time and a size."""

import socket
import ssl
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from time import monotonic
from typing import Any
from urllib.parse import urljoin

from django.utils.translation import gettext as _

from events.outgoing.addresses import PORTS, NotPublic, Target, target_of

PIECE = 16_384
REDIRECTS = (301, 302, 303, 307, 308)


class Unreachable(Exception):
    """There was no answer, or none that can be read, in the time that there was."""


class TooLarge(Exception):
    """The answer is larger than it may be."""


@dataclass(frozen=True)
class Reply:
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Outgoing:
    """What is allowed: so many `seconds` for everything together, so many bytes (`most`), these
    ports; `private` allows any address and port. With `cuts`, a larger answer is cut rather than
    refused."""

    seconds: float = 10.0
    most: int = 1_000_000
    ports: Collection[int] = (80, 443)
    private: bool = False
    cuts: bool = False
    agent: str = "record-of-diplomacy/1"
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)


def ask(
    method: str,
    url: str,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    allowed: Outgoing | None = None,
) -> Reply:
    """Send one request and follow nothing. Raises `NotPublic`, `Unreachable` or `TooLarge`."""
    allowed = allowed or Outgoing()
    end = monotonic() + allowed.seconds
    target = target_of(url, ports=allowed.ports, private=allowed.private)
    line = _Line(target, allowed, end)
    # What comes byte by byte never lets a time limit of the socket's pass.
    timer = Timer(max(0.0, end - monotonic()), line.cut)
    timer.daemon = True
    timer.start()
    try:
        sent = {"User-Agent": allowed.agent, "Accept-Encoding": "identity", **(headers or {})}
        line.connection.request(method, target.path, body, sent | {"Connection": "close"})
        response = line.connection.getresponse()
        found = _read(response, allowed, line)
        return Reply(url, response.status, dict(response.getheaders()), found)
    except (OSError, HTTPException, ValueError, AttributeError) as error:
        # Whichever of the two clocks was the first.
        if line.is_cut or isinstance(error, TimeoutError):
            raise Unreachable(_("There was no answer in time.")) from error
        raise Unreachable(_("The connection failed: %(error)s.") % {"error": error}) from error
    finally:
        timer.cancel()
        line.close()


def fetch(url: str, *, hops: int = 5, allowed: Outgoing | None = None) -> Reply:
    """Get what is at an address, also after so many redirects, each looked at like the first."""
    allowed = allowed or Outgoing()
    end = monotonic() + allowed.seconds
    for _hop in range(hops + 1):
        left = Outgoing(
            max(0.1, end - monotonic()),
            *(allowed.most, allowed.ports, allowed.private, allowed.cuts, allowed.agent),
            context=allowed.context,
        )
        answer = ask("GET", url, allowed=left)
        location = {name.lower(): value for name, value in answer.headers.items()}.get("location")
        if answer.status not in REDIRECTS or not location:
            return answer
        try:
            url = urljoin(url, location)
        except ValueError:
            raise NotPublic(_("That is no address of the web.")) from None
    raise Unreachable(_("The address leads on and on."))


def _read(response: HTTPResponse, allowed: Outgoing, line: "_Line") -> bytes:
    pieces, size = [], 0
    while piece := response.read1(PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > allowed.most:
            if allowed.cuts:
                return b"".join(pieces)[: allowed.most]
            raise TooLarge(_("The answer is larger than %(most)d bytes.") % {"most": allowed.most})
    if line.is_cut:
        raise Unreachable(_("There was no answer in time."))
    return b"".join(pieces)


class _Line:
    """A connection to the address that was looked at, which can be cut from elsewhere."""

    def __init__(self, target: Target, allowed: Outgoing, end: float) -> None:
        self.is_cut = False
        self.socket: Any = None
        self.connection = HTTPConnection(target.host, _port(target))
        self.connection.connect = lambda: self._connect(target, allowed, end)  # type: ignore[method-assign]

    def _connect(self, target: Target, allowed: Outgoing, end: float) -> None:
        left = max(0.1, end - monotonic())
        plain = socket.create_connection((target.address, target.port), timeout=left)
        self.socket = plain
        if target.scheme == "https":
            self.socket = allowed.context.wrap_socket(
                plain, server_hostname=target.host, do_handshake_on_connect=False
            )
            self.socket.do_handshake()
        self.connection.sock = self.socket

    def cut(self) -> None:
        self.is_cut = True
        if self.socket is not None:
            with suppress(OSError, ValueError):
                self.socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.connection.close()
        if self.socket is not None:
            with suppress(OSError):
                self.socket.close()


def _port(target: Target) -> int | None:
    """Left out where it is the usual one, as it is in the header `Host`."""
    return target.port if target.port != PORTS[target.scheme] else 80
