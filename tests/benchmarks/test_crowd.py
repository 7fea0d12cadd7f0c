"""A crowd asks a real server, which counts what it was asked for."""

from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from benchmarks import crowd
from tests.ports import free_port


@pytest.fixture
def asked():
    """What a server was asked for, and its address."""
    found: Counter[str] = Counter()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            found[self.path] += 1
            self.send_response(503 if "costly" in self.path else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield found, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_crowd_asks_without_a_pause_and_a_reader_waits_beside_it(asked):
    found, site = asked

    waits, told = crowd.beside(site, "/page/", "/costly/{n}", connections=3, seconds=0.5)

    assert found.pop("/page/") == len(waits) > 1
    assert told.keys() == {"503"}
    assert told["503"] == found.total()
    # Each time it is another address.
    assert set(found.values()) == {1}


def test_whom_nobody_answers_says_so():
    assert crowd._ask(f"http://127.0.0.1:{free_port()}", "/") == "ConnectionRefusedError"
