"""More than one database server: readers on standbys, and a desk that writes to the one primary.

A reader that follows another server is behind it by a moment. Whoever has just published gets an
address with `min_seq`, the version that the answer has to know, and waits for that moment.
"""

import re
import time
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, OperationalError, connection
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from events.engines import is_standby, primary_id
from events.public import NotNow, last_seq

PARAMETER = re.compile(r"(?:^|&)min_seq=([0-9]{1,18})(?=&|$)", re.ASCII)
# How long an answer waits, and how often it looks, in seconds.
PATIENCE = 1.0
LOOK = 0.02

STANDBY = (
    "DATABASE_URL names a standby, which can only be read from. Set ROLE=reader, or name the "
    "primary."
)


def other_primary(found: str) -> str:
    """What to say where the server is not the one that the desk is to write to."""
    named = f"calls itself “{found}”" if found else "has no name"
    return (
        f"PRIMARY_ID is “{settings.PRIMARY_ID}”, and the server that DATABASE_URL names {named}: "
        "it is not the primary that this desk writes to. See “Promotion” in docs/operating.md."
    )


class OtherPrimary(OperationalError):
    """The server is not the primary that the desk is to write to: after a promotion, another one
    may still be there, or be there again."""


def wrong_server() -> str:
    """Why the desk must not use this server; empty if it may. Raises what the database raises."""
    if settings.ROLE != "all":
        return ""
    if is_standby(connection):
        return STANDBY
    found = primary_id(connection) if settings.PRIMARY_ID else ""
    return other_primary(found) if found != settings.PRIMARY_ID else ""


def refuse_other_primaries() -> None:
    """From now on, in this process, no connection to a server with another name is used."""
    if settings.ROLE == "all" and settings.PRIMARY_ID:
        connection_created.connect(_refuse, dispatch_uid="other primaries")


def _refuse(connection: Any, **more: Any) -> None:
    if (found := primary_id(connection)) != settings.PRIMARY_ID:
        connection.close()
        raise OtherPrimary(other_primary(found))


class AtLeast:
    """Middleware that answers `min_seq=N` with a record that has at least the version N.

    The parameter is gone for all that comes after: the answer is that of the address without it,
    and may be kept as such, which is how the supplied proxy renews what it has kept. A reader that
    is behind waits, for a second at most, and then sends to the primary.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        # Others have to be served meanwhile, whatever number anybody asks for.
        self.waiting = BoundedSemaphore(max(settings.THREADS // 2, 1))

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        if "min_seq=" not in query or not (found := PARAMETER.search(query)):
            return self.get_response(request)
        if not self._reaches(int(found[1])):
            return _elsewhere(request)
        request.META["QUERY_STRING"] = PARAMETER.sub("", query).removeprefix("&")
        return self.get_response(request)

    def _reaches(self, seq: int) -> bool:
        """Does the record come to have this version? Where nothing can be told, the answer itself
        says what is wrong."""
        try:
            if last_seq() >= seq or not is_standby(connection):
                return True
            if not self.waiting.acquire(blocking=False):
                return False
            try:
                until = time.monotonic() + PATIENCE
                while time.monotonic() < until:
                    time.sleep(LOOK)
                    if last_seq() >= seq:
                        return True
                return False
            finally:
                self.waiting.release()
        except (Error, NotNow):
            return True


def _elsewhere(request: HttpRequest) -> HttpResponse:
    if primary := settings.PRIMARY_URL:
        # Path and query as they came: only the host is another one.
        path = urlsplit(request.get_full_path())
        target = f"{primary}{path.path}?{path.query}"
        headers = {"Location": target, "Cache-Control": "no-store"}
        return HttpResponse(status=307, headers=headers)
    told = _("This server has not heard of the latest publication yet. Please try again.")
    headers = {"Retry-After": "2", "Cache-Control": "no-store"}
    # Not 503, which says that the server has too much to do: a proxy should ask another one.
    return HttpResponse(told, status=504, content_type="text/plain; charset=utf-8", headers=headers)
