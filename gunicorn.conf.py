"""How `gunicorn tracker.wsgi` serves the site; what can be chosen is in the settings.

`WEB_CONCURRENCY` is gunicorn's own variable for the number of processes (1 if unset).
"""

import signal
import socket
import sys

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker

from tracker.settings import BIND, PORT, THREADS

host = f"[{BIND}]" if ":" in BIND else BIND
bind = f"{host}:{PORT}"
worker_class = "gthread"
threads = THREADS
# Loaded once, before the processes fork, so that a mistake is reported once and stops the start.
preload_app = True
loglevel = "warning"
graceful_timeout = 10
# The most that gunicorn allows, so that a wrong address gets a page that says what is wrong.
limit_request_line = 8190
# It would be in the home folder, one for all sites of a user.
control_socket_disable = True


def on_starting(server: Arbiter) -> None:
    # Gunicorn would try five times and then say only that it cannot connect.
    family = socket.AF_INET6 if ":" in BIND else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((BIND, PORT))
        except OSError as error:
            sys.exit(
                f"Cannot listen on {bind}: {error.strerror}. Set PORT to a free port, "
                "as in `make run PORT=8001`."
            )


def when_ready(server: Arbiter) -> None:
    everywhere = {"127.0.0.1", "0.0.0.0", "::"}  # noqa: S104 - only compared
    name = "localhost" if BIND in everywhere else host
    print(f"The site is at http://{name}:{PORT}/ — Ctrl-C stops it.", file=sys.stderr, flush=True)


def post_worker_init(worker: Worker) -> None:
    # Ctrl-C ends a process as SIGTERM does. Gunicorn's quicker way asks, in the handler of the
    # signal, for a lock that the interrupted code may hold, and then waits to be killed.
    for quick in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(quick, worker.handle_exit)
