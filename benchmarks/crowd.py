"""What a reader waits for while others ask for what is costly, as often as they can:

    python -m benchmarks.crowd http://localhost:8080 [--connections 64] [--seconds 60]

Asks a running site, and the proxy in front of it if there is one. For each address in turn: so many
connections ask for it without a pause, and beside them one reader for a page of an entry, twenty
times a second. `{n}` in an address is another number each time, so that no cache knows the answer.
Prints for each what the reader waited, and what the crowd was told.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from itertools import count
from multiprocessing import Event, Process, SimpleQueue
from multiprocessing.synchronize import Event as Signal
from statistics import median, quantiles
from time import perf_counter, sleep
from urllib.parse import urlsplit

# Searches, counts, files and drawings; and the log-in, which has to compute a password's hash.
ADDRESSES = (
    "/en/search/?q=a+of+the+in+to+and+on+{n}",
    "/en/timeline/?q=the+{n}",
    "/api/v1/entries/?q=a+of+the+in+{n}",
    "/en/calendar.ics?q={n}",
    "/en/positions/?on=2025-01-01&as_of=2026-01-01T00:00:00.{n}Z",
    "/en/commitments/?by=map&q={n}",
    "/api/v1/sources/?limit=200&cursor=s{n}",
    "/sitemap.xml",
    "/en/since/?since=2025-01-01T00:00:00.{n}Z",
    "/en/nowhere-{n}/",
    "/admin/login/?next=/admin/{n}",
)
EVERY = 0.05
# So often the reader asks, however long that takes.
FEWEST = 2
PATIENCE = 30.0


def main() -> int:
    arguments = _arguments()
    print(f"{'address':52} {'median':>8} {'95 %':>8} {'most':>8}  the crowd was told")
    for address in arguments.addresses:
        waits, told = beside(
            arguments.site, arguments.page, address, arguments.connections, arguments.seconds
        )
        share = quantiles(waits, n=20)[-1]
        figures = " ".join(f"{1000 * wait:5.0f} ms" for wait in (median(waits), share, max(waits)))
        answers = ", ".join(f"{number} × {status}" for status, number in told.most_common())
        print(f"{address[:52]:52} {figures}  {answers}", flush=True)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.crowd",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("site", help="its address, such as http://localhost:8000")
    parser.add_argument("--page", default="/en/about/", help="what the reader asks for")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--addresses", nargs="+", default=ADDRESSES, metavar="ADDRESS")
    return parser.parse_args()


def beside(
    site: str, page: str, address: str, connections: int, seconds: float
) -> tuple[list[float], Counter[str]]:
    """How long each answer to the reader took, in seconds, and how often the crowd got which
    status. The crowd has a process of its own, so that the reader waits for the site alone."""
    over = Event()
    found: SimpleQueue[Counter[str]] = SimpleQueue()
    crowd = Process(target=_crowd, args=(site, address, connections, over, found))
    crowd.start()
    waits: list[float] = []
    ends = perf_counter() + seconds
    while perf_counter() < ends or len(waits) < FEWEST:
        began = perf_counter()
        _ask(site, page)
        waits.append(perf_counter() - began)
        sleep(max(EVERY - waits[-1], 0))
    over.set()
    told = found.get()
    crowd.join()
    return waits, told


def _crowd(
    site: str, address: str, connections: int, over: Signal, found: "SimpleQueue[Counter[str]]"
) -> None:
    numbers = count(1000)
    with ThreadPoolExecutor(connections) as pool:
        counted = pool.map(
            lambda _: Counter(_asks(site, address, numbers, over)), range(connections)
        )
        found.put(sum(counted, Counter()))


def _asks(site: str, address: str, numbers: Iterator[int], over: Signal) -> Iterator[str]:
    while True:
        yield _ask(site, address.replace("{n}", str(next(numbers))))
        if over.is_set():
            return


def _ask(site: str, address: str) -> str:
    """The status of the answer, or what happened instead. A connection of its own each time, as of
    somebody who has just come."""
    parts = urlsplit(site)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()
    return str(answer.status)


if __name__ == "__main__":
    sys.exit(main())
