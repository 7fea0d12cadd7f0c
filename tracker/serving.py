"""The web server's process: how it takes connections, and how it says that it lives."""

import asyncio
import logging
import socket
import struct
from collections.abc import Callable
from functools import partial
from selectors import EVENT_READ
from threading import Thread
from time import monotonic

from gunicorn.workers.gthread import TConn, ThreadWorker

# How many seconds a connection may take to send its next byte, and to take what it is sent.
SLOWEST = 5
# The loop of a process turns once a second at least; gunicorn ends one that has not for half a
# minute.
STUCK = 5.0
# How many seconds whoever asks for its health may take to do so.
ASKING = 2.0
LONGEST_QUESTION = 8192


class PatientWorker(ThreadWorker):
    """Gives a thread to a connection once something has come in, and not before: a thousand that
    send nothing take none."""

    def enqueue_req(self, conn: TConn) -> None:
        if conn.initialized or conn.data_ready or self.poller is None:
            super().enqueue_req(conn)
            return
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            conn.sock.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", SLOWEST, 0))
        conn.sock.setblocking(False)
        conn.set_timeout()
        self.pending_conns.append(conn)
        readable = partial(self.on_pending_socket_readable, conn)
        self.poller.register(conn.sock, EVENT_READ, readable)

    def turns(self) -> bool:
        """Does the loop that takes connections go round?"""
        return bool(monotonic() - self.tmp.last_update() < STUCK)


def no_slow_clients(record: logging.LogRecord) -> bool:
    """A filter: a client that has stopped sending or taking is no error of the site."""
    return not (record.exc_info and isinstance(record.exc_info[1], BlockingIOError))


def answer_health(listener: socket.socket, lives: Callable[[], bool]) -> None:
    """Answer `GET /healthz` on this socket from now on, in a thread of its own, whatever the others
    wait for: 200 as long as the process lives, else 503."""
    serving = _serve(listener, lives)
    Thread(target=asyncio.run, args=[serving], name="health", daemon=True).start()


async def _serve(listener: socket.socket, lives: Callable[[], bool]) -> None:
    answer = partial(_answer, lives)
    server = await asyncio.start_server(answer, sock=listener, limit=LONGEST_QUESTION)
    await server.serve_forever()


async def _answer(
    lives: Callable[[], bool], reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    try:
        async with asyncio.timeout(ASKING):
            question = await reader.readuntil(b"\r\n\r\n")
            writer.write(_said(question, lives()))
            await writer.drain()
    except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
        pass  # it has not asked
    finally:
        writer.close()


def _said(question: bytes, lives: bool) -> bytes:
    method, _space, rest = question.partition(b" ")
    if method not in (b"GET", b"HEAD") or rest.split(b" ")[0] != b"/healthz":
        status, body = "404 Not Found", b'{"status": "unknown address"}'
    elif lives:
        status, body = "200 OK", b'{"status": "ok"}'
    else:
        status, body = "503 Service Unavailable", b'{"status": "stuck"}'
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + (b"" if method == b"HEAD" else body)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises an `OSError` if it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)
