"""One writer of the publishing benchmark, as a process of its own.

    python -m benchmarks.measurements.writer FIRST LAST SECONDS

Says that it is ready, waits for a line, publishes the drafts with these keys one by one until it
runs out of drafts or time, and reports: {"seqs": […], "seconds": …, "refused": …}.
"""

import sys
from time import perf_counter

import django
import orjson

django.setup()

from events import publishing  # noqa: E402
from events.models import Entry  # noqa: E402


def main(first: int, last: int, seconds: float) -> None:
    drafts = list(Entry.objects.filter(pk__range=(first, last)).order_by("pk"))
    print("ready", flush=True)
    sys.stdin.readline()
    seqs: list[int] = []
    refused = 0
    start = perf_counter()
    for draft in drafts:
        # One at least, however long that takes.
        if seqs and perf_counter() - start > seconds:
            break
        try:
            seqs.append(publishing.publish(draft).seq)
        except publishing.NotPublishable:  # it names an entry that was withdrawn
            refused += 1
    said = {"seqs": seqs, "seconds": perf_counter() - start, "refused": refused}
    print(orjson.dumps(said).decode(), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
