"""How long answers of the site take, beside plain ways to give the same answers."""

import os
from collections.abc import Iterator
from contextlib import closing

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application
from django.db import connection

from benchmarks.comparing import Result, at_least, at_most, cost, speed
from benchmarks.servers import bare
from benchmarks.servers.plain_rest import entries as plain_list
from benchmarks.servers.requests import Application, Server, ask, environ
from tests.serving import served

LIST = "/api/v1/entries/"
PAGE = "/en/timeline/"
FRONT = "/en/"
EMPTY = "/healthz"


def measure(seconds: float) -> Iterator[Result]:
    """Kept between requests are drawings, the items of lists, and all that the front page shows,
    which a process makes once for each state of what they show. Everything else is made from the
    database for each answer, except a 304.

    Lines “as served” go through the web server, as readers' requests do; the others measure the
    application alone.
    """
    site: Application = get_wsgi_application()
    headers, _body = ask(site, LIST)
    tag = headers["ETag"]

    yield speed(
        "API, list of 50, cold",
        lambda: ask(site, LIST),
        "plain DRF, nested serializers",
        _plain,
        seconds * 2,
        at_least(30),
    )
    # Only PostgreSQL has a pool to compare with.
    if connection.vendor == "postgresql":
        sent = bare.statements(lambda: ask(site, LIST))
        with bare.application(sent, "x" * 12) as other:
            yield speed(
                "API, list of 50, cold",
                lambda: ask(site, LIST),
                "bare WSGI, pool, same SQL",
                lambda: ask(other, LIST),
                seconds * 2,
                at_least(0.8),
            )
    yield cost(
        "API, 304",
        lambda: ask(site, LIST, "304", IF_NONE_MATCH=tag),
        "empty Django view",
        lambda: ask(site, EMPTY),
        seconds,
        at_most(1.2),
    )
    yield cost(
        "page of 50 entries, no server",
        lambda: ask(site, PAGE),
        "API, list of 50, no server",
        lambda: ask(site, LIST),
        seconds * 2,
    )
    yield cost(
        "front page",
        lambda: ask(site, FRONT),
        "page of 50 entries",
        lambda: ask(site, PAGE),
        seconds * 2,
        at_most(2),
    )
    alone = dict(os.environ) | {"THREADS": "1", "WEB_CONCURRENCY": "1"}
    with served(alone) as url, closing(Server(url)) as server:
        yield cost(
            "page of 50 entries, as served",
            lambda: server.ask(PAGE),
            "API, list of 50, as served",
            lambda: server.ask(LIST),
            seconds * 2,
            at_most(8),
        )


def _plain() -> bytes:
    """The plain list without any middleware, which is to its advantage."""
    response = plain_list(WSGIRequest(environ(LIST)))
    response.render()
    if response.status_code != 200:
        raise ValueError(response.content)
    return bytes(response.content)
