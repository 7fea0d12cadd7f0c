"""What went wrong in the program, told without what it was about.

A line of the log has the words of an exception and the address that was asked for. Both can hold
what somebody typed, so that neither leaves the machine.
"""

import hashlib
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from django.conf import settings

from tracker.watching.logs import current_request

METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
# Where packages are, as the last part of a path that is the same on every machine.
PACKAGES = "site-packages/"
# The last calls before it went wrong tell most.
CALLS = 30


class Place(NamedTuple):
    """A line of a source."""

    file: str
    line: int
    function: str
    is_ours: bool

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, in {self.function}"


class Fault(NamedTuple):
    """An error. `kind` is the same for those with the same cause, and never 0; `facts` are lines
    with what else is known, `calls` the way to where it went wrong."""

    kind: int
    title: str
    facts: list[str]
    calls: list[Place]


def fault_of(record: logging.LogRecord) -> Fault:
    """What a line of the log tells of an error."""
    error = record.exc_info[1] if record.exc_info else None
    calls = list(_calls(error.__traceback__)) if error else []
    title = f"{record.name}: {getattr(record, 'fault', record.msg)}"
    if error is not None:
        ours = [place for place in calls if place.is_ours]
        title = type(error).__name__
        if place := next(reversed(ours or calls), None):
            title = f"{title} in {place.file}, line {place.line}"
    digest = hashlib.blake2b(f"{record.name} {title}".encode(), digest_size=8).digest()
    return Fault(int.from_bytes(digest) or 1, title, list(_facts(record, error)), calls[-CALLS:])


def _facts(record: logging.LogRecord, error: BaseException | None) -> Iterator[str]:
    yield f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%d %H:%M:%S} UTC, by {record.name}"
    if number := current_request.get():
        yield f"request {number} in the log"
    if asked := _asked(getattr(record, "request", None)):
        yield asked
    if causes := " · ".join(_causes(error)):
        yield f"because of {causes}"


def _asked(request: Any) -> str:
    """Which view, by the pattern of its address: what is in the place of its parts may be typed."""
    if request is None:
        return ""
    match = getattr(request, "resolver_match", None)
    route = f"/{match.route}" if match else "an address"
    return f"{request.method} {route}" if request.method in METHODS else f"asked for {route}"


def _causes(error: BaseException | None) -> Iterator[str]:
    seen = {id(error)}
    while error is not None:
        error = error.__cause__ or error.__context__
        if error is None or id(error) in seen:
            return
        seen.add(id(error))
        yield type(error).__name__


def _calls(trace: TracebackType | None) -> Iterator[Place]:
    while trace is not None:
        code = trace.tb_frame.f_code
        file, is_ours = _file(code.co_filename)
        yield Place(file, trace.tb_lineno, code.co_name, is_ours)
        trace = trace.tb_next


def _file(name: str) -> tuple[str, bool]:
    """The path of a source, without where the program is installed, and whether it is our own."""
    if PACKAGES in name:
        return name.rpartition(PACKAGES)[2], False
    path = Path(name)
    if path.is_relative_to(settings.BASE_DIR):
        return str(path.relative_to(settings.BASE_DIR)), True
    return path.name, False
