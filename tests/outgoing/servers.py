"""Servers that do as they like, each on this machine as long as a context lasts."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

GOOD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello"


@contextmanager
def serving(answer: Callable[[socket.socket, Event], None]) -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server that answers so, and what it was sent."""
    heard: list[bytes] = []
    over = Event()

    def serve(listener: socket.socket) -> None:
        while not over.is_set():
            try:
                connection, _address = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                heard.append(connection.recv(65_536))
                answer(connection, over)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=serve, args=[listener], daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", heard
        finally:
            over.set()
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)


def says(text: bytes) -> Callable[[socket.socket, Event], None]:
    return lambda connection, over: connection.sendall(text)


def is_silent(connection: socket.socket, over: Event) -> None:
    over.wait(30)


def drips(before: bytes) -> Callable[[socket.socket, Event], None]:
    """Says that at once, and then one byte after the other, for ever."""

    def answer(connection: socket.socket, over: Event) -> None:
        connection.sendall(before)
        while not over.is_set():
            connection.sendall(b"x")
            time.sleep(0.02)

    return answer


def never_ends(connection: socket.socket, over: Event) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    while not over.is_set():
        connection.sendall(b"x" * 65_536)
