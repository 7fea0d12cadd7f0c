"""Numbers for whoever watches the site, in the text format of Prometheus.

Requests are counted by all processes of a server together. What the database knows is asked when
somebody looks.
"""

import hmac
import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import Error, connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.engines import Trouble, is_standby, log_holder, replay
from events.log import NotNow, end_of_log, end_time, refused_for
from tracker.cookies import DESK
from tracker.watching.counters import Counters

if settings.ROLE == "all":
    # A reader does not even load what belongs to the desk.
    from events.desk import is_worker_there, job_queue

PARTS = ("page", "api", "desk", "other")
CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
# In seconds; the last one has no end.
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
# Why a request was answered with 503.
REASONS = (*(what.name.lower() for what in Trouble), "crowded", "other")

requests = Counters(len(PARTS) * len(CLASSES))
durations = Counters(len(PARTS) * (len(BUCKETS) + 1))
seconds = Counters(len(PARTS), whole=False)
refused = Counters(len(REASONS))
cut_off = Counters(1)


class Counting:
    """Middleware that counts answers and how long they took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.METRICS_TOKEN:
            return self.get_response(request)
        began = time.perf_counter()
        response = self.get_response(request)
        count(request.path_info, response.status_code, time.perf_counter() - began)
        if reason := refused_for(response):
            count_refused(reason)
        return response


def count(path: str, status: int, took: float) -> None:
    """Add an answer that took so many seconds."""
    part = PARTS.index(_part(path))
    bucket = next((n for n, limit in enumerate(BUCKETS) if took <= limit), len(BUCKETS))
    requests.add(part * len(CLASSES) + min(max(status // 100, 1), 5) - 1)
    durations.add(part * (len(BUCKETS) + 1) + bucket)
    seconds.add(part, took)


def count_refused(reason: NotNow) -> None:
    """Add a request that was told to come back later."""
    refused.add(REASONS.index(reason.code))


def count_cut_off() -> None:
    """Add a statement that was ended because it took too long."""
    cut_off.add(0)


def _part(path: str) -> str:
    if path.startswith(DESK):
        return "desk"
    if path.startswith("/api/"):
        return "api"
    languages = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)
    return "page" if path.startswith(languages) else "other"


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The numbers, for whoever has the token of `METRICS_TOKEN`; for all others, and where there is
    none, there is nothing here."""
    given = request.headers.get("Authorization", "").encode()
    wanted = f"Bearer {settings.METRICS_TOKEN}".encode()
    if not settings.METRICS_TOKEN or not hmac.compare_digest(given, wanted):
        raise Http404
    return HttpResponse(
        "\n".join([*_counted(), *_not_answered(), *_asked(), ""]),
        content_type="text/plain; version=0.0.4; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


def _counted() -> Iterator[str]:
    answers, times, sums = requests.total(), durations.total(), seconds.total()
    yield "# HELP record_requests_total Answers by part of the site and class of status."
    yield "# TYPE record_requests_total counter"
    for index, number in enumerate(answers):
        part, status = PARTS[index // len(CLASSES)], CLASSES[index % len(CLASSES)]
        if number:
            yield f'record_requests_total{{part="{part}",status="{status}"}} {number}'
    yield "# HELP record_request_seconds How long answers took."
    yield "# TYPE record_request_seconds histogram"
    for index, part in enumerate(PARTS):
        so_far: float = 0
        for place, limit in enumerate((*map(str, BUCKETS), "+Inf")):
            so_far += times[index * (len(BUCKETS) + 1) + place]
            yield f'record_request_seconds_bucket{{part="{part}",le="{limit}"}} {so_far}'
        yield f'record_request_seconds_sum{{part="{part}"}} {sums[index]:.6f}'
        yield f'record_request_seconds_count{{part="{part}"}} {so_far}'


def _not_answered() -> Iterator[str]:
    yield "# HELP record_refused_total Requests answered with 503, by reason."
    yield "# TYPE record_refused_total counter"
    for reason, number in zip(REASONS, refused.total(), strict=True):
        yield f'record_refused_total{{reason="{reason}"}} {number}'
    yield "# HELP record_statements_cut_off_total Statements that were ended: they took too long."
    yield "# TYPE record_statements_cut_off_total counter"
    yield f"record_statements_cut_off_total {cut_off.total()[0]}"


def _asked() -> Iterator[str]:
    try:
        found = _database()
    except (Error, NotNow):
        found = {}
    yield from _gauge("record_database_up", "Whether the database answers.", float(bool(found)))
    for name, (told, value) in found.items():
        yield from _gauge(name, told, value)


def _database() -> dict[str, tuple[str, float]]:
    found = {"record_log_seq": ("The newest version.", float(end_of_log()))}
    if newest := end_time():
        age = (timezone.now() - newest).total_seconds()
        found["record_log_age_seconds"] = ("How long ago it was published.", age)
    holder = log_holder(connection)
    kept = holder.seconds if holder else 0.0
    found["record_log_lock_seconds"] = ("How long somebody has kept the log locked.", kept)
    if settings.ROLE == "all":
        found |= _work()
    if is_standby(connection):
        followed = replay(connection)
        if followed.lag is not None:
            found["record_replica_lag_seconds"] = ("How far the standby is behind.", followed.lag)
        told = "Whether it is connected to its primary."
        found["record_replica_receiving"] = (told, float(followed.receiving))
    return found


def _work() -> dict[str, tuple[str, float]]:
    left = job_queue()
    return {
        "record_jobs_waiting": ("Jobs that a worker has to do or is doing.", float(left.waiting)),
        "record_jobs_given_up": ("Jobs that have failed for good.", float(left.given_up)),
        "record_jobs_oldest_seconds": ("How long ago the oldest was asked for.", left.oldest),
        "record_worker_up": ("Whether a worker is there.", float(is_worker_there())),
    }


def _gauge(name: str, told: str, value: float) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} gauge"
    yield f"{name} {value:g}" if value < 1e6 else f"{name} {value:.0f}"
