"""How long the database may take for whoever waits for an answer of the web server.

Commands that anybody runs by hand, migrations among them, take as long as they need.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponseBase

from events.engines import Trouble, answer_within, limit_statements, trouble
from tracker.cookies import DESK
from tracker.watching.metrics import count_cut_off


def limit_every_connection() -> None:
    """From now on, in this process."""
    connection_created.connect(_limit, dispatch_uid="limits of statements")


def _limit(connection: Any, **more: Any) -> None:
    limit_statements(connection, settings.STATEMENT_SECONDS)
    if _count not in connection.execute_wrappers:
        connection.execute_wrappers.append(_count)


def _count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Runs a statement; one that took too long is counted."""
    try:
        return execute(sql, params, many, context)
    except DatabaseError as error:
        if trouble(error) == Trouble.TOO_LONG:
            count_cut_off()
        raise


class ReadersWait:
    """Middleware by which the database has a time for each answer to a reader, in which all that it
    is asked has to be done. At the desk, each statement has a time of its own: a publication is
    many."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.ANSWER_SECONDS or request.path_info.startswith(DESK):
            return self.get_response(request)
        with answer_within(settings.ANSWER_SECONDS):
            return self.get_response(request)
