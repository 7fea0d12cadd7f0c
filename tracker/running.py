"""The web server and a worker side by side, until the server ends: `make run`.

    python -m tracker.running

Where a site is run by a manager of services, the two are services of their own.
"""

import signal
import subprocess
import sys
from contextlib import suppress
from types import FrameType

SERVER = [sys.executable, "-m", "gunicorn", "tracker.wsgi"]
WORKER = [sys.executable, "manage.py", "worker"]
ENDED = (
    "The worker has ended (%d): the site goes on, and what is done in the background waits. "
    "Start another one: make manage ARGS=worker"
)
# How often is looked whether both are there, in seconds.
LOOKS = 0.5
# How long the worker may take for the step that it has begun.
PATIENCE = 10


def main() -> int:
    """Run both, and return the exit status of the server."""
    server = subprocess.Popen(SERVER)  # noqa: S603 - our own
    worker = subprocess.Popen(WORKER)  # noqa: S603

    def stop(number: int, frame: FrameType | None) -> None:
        # Ctrl-C reaches both by itself; twice does no harm.
        for process in (server, worker):
            process.send_signal(signal.SIGTERM)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    told = False
    while True:
        with suppress(subprocess.TimeoutExpired):
            server.wait(LOOKS)
            break
        if worker.poll() is not None and not told:
            print(ENDED % worker.returncode, file=sys.stderr, flush=True)
            told = True
    worker.terminate()
    try:
        worker.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        worker.kill()
    return server.returncode


if __name__ == "__main__":
    sys.exit(main())
