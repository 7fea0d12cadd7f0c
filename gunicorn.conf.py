"""How `gunicorn tracker.wsgi` serves the site; what can be chosen is in the settings.

`WEB_CONCURRENCY` is gunicorn's own variable for the number of processes (1 if unset).
"""

import logging
import os
import signal
import sys
from socket import socket

from gunicorn.arbiter import Arbiter

from tracker.serving import PatientWorker, answer_health, listening, no_slow_clients
from tracker.settings import BIND, HEALTH_PORT, PORT, THREADS
from tracker.watching.error_reports import ErrorReports

host = f"[{BIND}]" if ":" in BIND else BIND
bind = f"{host}:{PORT}"
worker_class = PatientWorker
threads = THREADS
# Loaded once, before the processes fork, so that a mistake is reported once and stops the start.
preload_app = True
loglevel = "warning"
graceful_timeout = 10
# The most that gunicorn allows, so that a wrong address gets a page that says what is wrong.
limit_request_line = 8190
# Left to itself, gunicorn believes whoever is on this machine that a request came by HTTPS. Whether
# a proxy is believed is for `TRUST_PROXY` to say, and nobody else.
forwarded_allow_ips = ""
# It would be in the home folder, one for all sites of a user.
control_socket_disable = True


# Where the processes say how they are. They share it, so that one that is frozen leaves the answer
# to another.
health: list[socket] = []


def on_starting(server: Arbiter) -> None:
    # Gunicorn would try five times and then say only that it cannot connect.
    _listening("PORT", PORT, "`make run PORT=8001`").close()
    if HEALTH_PORT:
        health.append(_listening("HEALTH_PORT", HEALTH_PORT, "`HEALTH_PORT=8081`"))


def _listening(name: str, port: int, example: str) -> socket:
    try:
        return listening(BIND, port)
    except OSError as error:
        sys.exit(
            f"Cannot listen on {host}:{port}: {os.strerror(error.errno or 0)}. "
            f"Set {name} to a free port, as in {example}."
        )


def when_ready(server: Arbiter) -> None:
    everywhere = {"127.0.0.1", "0.0.0.0", "::"}  # noqa: S104 - only compared
    name = "localhost" if BIND in everywhere else host
    # A service has nobody who could press a key.
    stops = " — Ctrl-C stops it." if sys.stderr.isatty() else ""
    print(f"The site is at http://{name}:{PORT}/{stops}", file=sys.stderr, flush=True)


def post_worker_init(worker: PatientWorker) -> None:
    errors = logging.getLogger("gunicorn.error")
    errors.addFilter(no_slow_clients)
    # It hands nothing on to the handlers of all others.
    for handler in logging.getLogger().handlers:
        if isinstance(handler, ErrorReports):
            errors.addHandler(handler)
    for listener in health:
        answer_health(listener, worker.turns)
    # Ctrl-C ends a process as SIGTERM does. Gunicorn's quicker way asks, in the handler of the
    # signal, for a lock that the interrupted code may hold, and then waits to be killed.
    for quick in (signal.SIGINT, signal.SIGQUIT):
        signal.signal(quick, worker.handle_exit)
