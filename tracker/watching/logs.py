"""How lines of the log look, and what keeps it short when everything goes wrong at once."""

import logging
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from threading import Lock
from time import monotonic
from typing import Any

import orjson

SECOND = 1.0

# The number of the request that is being answered (`tracker.watching.access`).
current_request: ContextVar[str] = ContextVar("current_request", default="")


class AsJSON(logging.Formatter):
    """One object a line: `time` (UTC), `level`, `logger`, `message`, `request`, the members of
    `told` if the line has some, and `error`, the traceback of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        line = {
            "time": f"{at:%Y-%m-%dT%H:%M:%S.%fZ}",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if number := current_request.get():
            line["request"] = number
        line |= getattr(record, "told", {})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


class OneASecond(logging.Filter):
    """Lets errors of one kind through once a second, and says how many were left out since.

    When the database is down every request fails alike: thousands of lines a second tell no more
    than one does, and fill a disk. Whatever is no error passes.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self.clock = clock
        self.seen: dict[object, tuple[float, int]] = {}
        self.lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        if record.levelno < logging.ERROR:
            return True
        now, kind = self.clock(), _kind(record)
        with self.lock:
            told, left_out = self.seen.get(kind, (now - SECOND, 0))
            if now - told < SECOND:
                self.seen[kind] = told, left_out + 1
                return False
            self.seen[kind] = now, 0
        if left_out:
            record.msg = f"{record.getMessage()} (and {left_out} more of the kind)"
            record.args = ()
        return True


class Brief(logging.Filter):
    """Leaves out where in the program it happened, if that tells nothing: a wrong host is one of
    the request's."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security."):
            record.exc_info = record.exc_text = None
        return True


def _kind(record: logging.LogRecord) -> object:
    """The same for errors that have the same cause, whatever was asked for."""
    if not (record.exc_info and record.exc_info[0]):
        return record.name, record.msg
    trace = record.exc_info[2]
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else None
    return record.name, record.exc_info[0], place


def where_lines_go(level: str, form: str, *, reports: bool) -> dict[str, Any]:
    """The setting `LOGGING`: to the standard error stream, because commands write their results to
    the standard output.

    `level`: of the least that is told; `form`: `text` or `json`; `reports`: whether errors are sent
    by mail, too.
    """
    # Reports come first: a filter of the other handler changes what it is given.
    handlers: dict[str, dict[str, Any]] = {
        **({"reports": {"()": "tracker.watching.error_reports.ErrorReports"}} if reports else {}),
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": form,
            "filters": ["one a second", "brief"],
        },
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "text": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
            "json": {"()": AsJSON},
        },
        "filters": {"one a second": {"()": OneASecond}, "brief": {"()": Brief}},
        "handlers": handlers,
        "root": {"handlers": list(handlers), "level": level},
        "loggers": {
            # Django's own handlers would print a second time and send mail to nobody, and, while
            # debugging, would log every statement.
            "django": {
                "handlers": [],
                "level": "INFO" if level == "DEBUG" else level,
                "propagate": True,
            }
        },
    }
