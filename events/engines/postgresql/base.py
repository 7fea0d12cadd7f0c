"""The module that Django looks for in an engine."""

from select import POLLIN, poll
from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg.pq import ConnStatus

from events.engines.breaker import BREAKER


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that the server has closed is replaced before anything is asked by it: after a
    restart, nobody is told that the database does not answer."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        with BREAKER.attempt():
            connection = super().get_new_connection(conn_params)
            # A pool has others, and makes new ones for those that come back closed.
            while self.pool and has_hung_up(connection):
                connection.close()
                self.pool.putconn(connection)
                connection = super().get_new_connection(conn_params)
            return connection

    def close_if_unusable_or_obsolete(self) -> None:
        """Django calls it before and after each request."""
        if self.connection and not self.in_atomic_block and has_hung_up(self.connection):
            self.close()
        super().close_if_unusable_or_obsolete()


def has_hung_up(connection: psycopg.Connection) -> bool:
    """Has the server said something to a connection that has asked for nothing? It says that it
    ends it, and then closes it. That costs a look at the socket, and no question to the server."""
    if connection.pgconn.status != ConnStatus.OK:
        return True
    looking = poll()
    looking.register(connection.pgconn.socket, POLLIN)
    return bool(looking.poll(0))
