"""The least that can answer: a WSGI function, a pool of connections, and the statements that the
record's own list sends. Comparing the list with it shows what Django adds."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from psycopg_pool import ConnectionPool

from benchmarks.servers.requests import Application

Statement = tuple[str, Any]


def statements(call: Callable[[], Any]) -> list[Statement]:
    """The statements that the call sends to the database, with their parameters."""
    sent: list[Statement] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        call()
    return sent


@contextmanager
def application(sent: list[Statement], cursor: str) -> Iterator[Application]:
    """An application that sends the statements and splices the rows of the last one into a list."""
    address = connection.get_connection_params()
    options: dict[str, Any] = {
        name: address[name]
        for name in ("dbname", "host", "port", "user", "password")
        if name in address
    }
    query = urlencode({"cursor": cursor})

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with pool.connection() as used:
            for sql, params in sent:
                rows = used.execute(sql, params).fetchall()
        head = f'{{"next":"http://{environ["HTTP_HOST"]}{environ["PATH_INFO"]}?{query}",'
        body = f'{head}"previous":null,"results":[{",".join(row[1] for row in rows)}]}}'.encode()
        start_response(
            "200 OK",
            [("Content-Type", "application/json"), ("Content-Length", str(len(body)))],
        )
        return [body]

    with ConnectionPool(kwargs=options, min_size=1, max_size=4) as pool:
        pool.wait()
        yield answer
