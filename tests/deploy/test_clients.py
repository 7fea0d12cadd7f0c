"""A thousand clients that are slow in every way there is, at the supplied proxy."""

import resource
import socket
import threading
import time
from contextlib import ExitStack

from tests.deploy.asking import ask
from tests.pace import tries

# The proxy lets an address have 200 connections: these come from several.
ADDRESSES = [f"127.0.0.{number}" for number in range(2, 8)]
OF_EACH = 170
# What a reader may wait, in seconds; the target for the slowest but one of twenty is half a second.
READER = 3.0
BEGINNINGS = {
    "says nothing": b"",
    "stops in a header": b"GET /en/timeline/ HTTP/1.1\r\nHost: local",
    "sends a form a byte at a time": (
        b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\n\r\nusername="
    ),
    "takes nothing of what it asked for": (
        b"GET /api/v1/entries/?limit=200 HTTP/1.1\r\nHost: localhost\r\n\r\n" * 8
    ),
}


class Slow(threading.Thread):
    """Connections that go on sending a byte a second, where that is their way."""

    def __init__(self, clients: list[socket.socket]) -> None:
        super().__init__()
        self.clients, self.over, self.cut_off = clients, threading.Event(), 0

    def run(self) -> None:
        while not self.over.wait(1):
            for client in list(self.clients):
                try:
                    client.send(b"a")
                except OSError:
                    self.clients.remove(client)
                    self.cut_off += 1


def client(stack: ExitStack, port: int, address: str, beginning: bytes) -> socket.socket:
    made = stack.enter_context(socket.socket())
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.bind((address, 0))
    made.connect(("127.0.0.1", port))
    made.sendall(beginning)
    made.setblocking(False)
    return made


def waits(site, first: int) -> list[float]:
    """How long readers and an editor wait, in seconds, the shortest first; `first`: years from that
    one on have pages that nobody keeps yet."""
    found = []
    for year in range(first, first + 60):
        hot = f"{site.url}/en/timeline/"
        fresh = f"{site.url}/en/positions/?on={year}-01-01"
        for page in (hot, fresh, f"{site.url}/admin/login/"):
            began = time.monotonic()
            assert ask(page).status == 200, page
            found.append(time.monotonic() - began)
    return sorted(found)


def slowest_but_one_of_twenty(found: list[float]) -> float:
    return found[len(found) * 95 // 100]


def test_a_thousand_slow_clients_keep_nobody_from_reading(site):
    for number, pace in enumerate(tries()):
        usual = slowest_but_one_of_twenty(waits(site, 1000 + 200 * number))
        found = waits_beside_slow_clients(site, 1100 + 200 * number)
        took = slowest_but_one_of_twenty(found)
        clients = len(ADDRESSES) * OF_EACH
        print(f"beside {clients} slow clients: 95 % in {took:.2f} s, all in {found[-1]:.2f} s")
        pace.judge("beside slow clients", took, READER, usual)


def waits_beside_slow_clients(site, first: int) -> list[float]:
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8192, limits[1]), limits[1]))
    ways = list(BEGINNINGS)
    with ExitStack() as stack:
        stack.callback(resource.setrlimit, resource.RLIMIT_NOFILE, limits)
        dripping = []
        for number in range(len(ADDRESSES) * OF_EACH):
            way = ways[number % len(ways)]
            address = ADDRESSES[number // OF_EACH]
            made = client(stack, site.port, address, BEGINNINGS[way])
            if "byte" in way:
                dripping.append(made)
        slow = Slow(dripping)
        slow.start()
        try:
            return waits(site, first)
        finally:
            slow.over.set()
            slow.join()
