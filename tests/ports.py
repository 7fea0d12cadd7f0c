"""Ports for servers that have to be told where to listen."""

import fcntl
import os
import random
import socket
import tempfile
from pathlib import Path

# Below those that systems give to whoever connects to somewhere: one of these would be free now and
# taken when the server comes to it.
PORTS = range(20_000, 32_000)
# Locks of the ports that this process has given away; the system opens them when it ends.
_kept: list[int] = []


def free_port() -> int:
    """A port on which nothing listens, and which is given to nobody else, in no other process of
    the tests, as long as this one lives."""
    folder = Path(tempfile.gettempdir()) / f"tracker-ports-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    # Not by the generator that a test may have set to where it begins.
    for port in random.SystemRandom().sample(PORTS, len(PORTS)):
        lock = os.open(folder / str(port), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        if _nothing_listens(port):
            _kept.append(lock)
            return port
        os.close(lock)
    raise AssertionError("no port is free")


def _nothing_listens(port: int) -> bool:
    with socket.socket() as probe:
        # As servers do: connections that have just ended keep none from listening.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
