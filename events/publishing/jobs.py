"""Background work: asked for, claimed by one worker at a time, carried on step by step.

A claim is a name in the row of the job and a time until which it holds. Every step is a transaction
that locks the row first and finds out whether the claim still stands, and moves the position with
what it has done. So a worker may die or freeze at any moment: what is done stays, the next one goes
on behind it, and two never do the same.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from events.log import NOW, reason_of
from events.models import OPEN, Job, WorkerPresence
from events.publishing.chunks import ChunkSize
from events.vocabulary import JobKind, JobState

# So long after its last step a worker is taken for dead, and others take up its work.
LEASE = timedelta(seconds=15)
# A worker that is there says so within this time.
PRESENT = timedelta(seconds=30)
# Waits after each failure in a row; after the last one, the job is given up.
PAUSES = [timedelta(seconds=seconds) for seconds in (5, 15, 60, 240, 900, 3600, 3600)]

# While the database is away or another release's, it is tried again at least so often.
LONGEST_OBSTACLE = timedelta(seconds=60)
# By what a job is told from others.
UNIQUE = ["what", "kind", "key"]


class ClaimLost(Exception):
    """Somebody else has the job now: it was asked for again, or this worker was taken for dead."""


def ask(what: JobKind, total: int, by: Any, kind: str = "", key: int = 0, slug: str = "") -> None:
    """Ask for a job, in the transaction of its cause. If it was asked for before, it begins again,
    and whoever is working on it stops."""
    job = Job(
        what=what,
        kind=kind,
        key=key,
        slug=slug,
        asked_by=by,
        asked_at=NOW,
        due_at=NOW,
        total=total,
    )
    anew = [field.name for field in Job._meta.fields if field.name not in ("id", *UNIQUE)]
    Job.objects.bulk_create([job], update_conflicts=True, unique_fields=UNIQUE, update_fields=anew)


def settled(what: JobKind, kind: str, key: int) -> None:
    """Nothing is left to do of this job, whoever is working on it."""
    unfinished = Job.objects.filter(what=what, kind=kind, key=key).exclude(state=JobState.DONE)
    unfinished.update(state=JobState.DONE, worker="", error="", finished_at=NOW)


def left(what: JobKind, kind: str, key: int) -> int:
    """How much of a job is left to do; 0 if there is none."""
    found = Job.objects.filter(what=what, kind=kind, key=key, state__in=OPEN)
    return sum(total - done for total, done in found.values_list("total", "done"))


def troubled_jobs() -> int:
    """How many jobs have failed and wait to be tried again, or were given up."""
    return Job.objects.exclude(state=JobState.DONE).exclude(error="").count()


def try_jobs_again(jobs: QuerySet[Job]) -> int:
    """Let workers take up jobs that were given up; return how many those were."""
    given_up = jobs.filter(state=JobState.FAILED)
    return given_up.update(state=JobState.WAITING, due_at=NOW, failures=0)


@dataclass
class JobClaim:
    """A job that a worker has for itself, until it ends it or is taken for dead.

    All changes are in the transaction of the caller, or one of their own.
    """

    job: Job
    worker: str
    size: ChunkSize = field(default_factory=ChunkSize)

    def lock(self) -> None:
        """Keep the job until the transaction ends. Raises `ClaimLost`."""
        mine = self._mine().select_for_update()
        if not mine.values_list("pk", flat=True):
            raise ClaimLost

    def advance(self, cursor: int, done: int, lease: timedelta = LEASE) -> None:
        """All up to this position is done; `lease`: how long the next step may take."""
        self._change(cursor=cursor, done=done, due_at=NOW + lease, failures=0, error="")
        self.job.cursor, self.job.done = cursor, done

    def finish(self) -> None:
        self._change(state=JobState.DONE, worker="", error="", finished_at=NOW)

    def release(self) -> None:
        """Leave the rest to the next worker, at once."""
        self._change(state=JobState.WAITING, worker="", due_at=NOW)

    def fail(self, error: BaseException) -> timedelta | None:
        """Leave it to be tried again after a pause, which grows with each failure in a row; return
        the pause, or None if it is given up."""
        obstacle = reason_of(error)
        failures = min(self.job.failures + 1, len(PAUSES) + 1)
        pause = PAUSES[min(failures, len(PAUSES)) - 1]
        if obstacle:
            # It is no fault of the job, and passes.
            failures, pause = min(failures, len(PAUSES)), min(pause, LONGEST_OBSTACLE)
        given_up = failures > len(PAUSES)
        self._change(
            state=JobState.FAILED if given_up else JobState.WAITING,
            worker="",
            due_at=NOW + pause,
            failures=failures,
            error=f"{type(error).__name__}: {obstacle or error}",
        )
        return None if given_up else pause

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job.pk, worker=self.worker, state=JobState.RUNNING)

    def _change(self, **values: Any) -> None:
        if not self._mine().update(**values):
            raise ClaimLost


def claim_job(worker: str, what: JobKind | None = None) -> JobClaim | None:
    """A job that is due and that nobody is working on, for this worker alone; None if there is
    none. `what`: only one of these."""
    due = Job.objects.filter(state__in=OPEN, due_at__lte=NOW).order_by("due_at", "pk")
    if what:
        due = due.filter(what=what)
    # Asked without a lock first: mostly, there is nothing.
    if not due.exists():
        return None
    with transaction.atomic():
        job = due.select_for_update(skip_locked=True).first()
        if job is None:
            return None
        row = Job.objects.filter(pk=job.pk)
        row.update(state=JobState.RUNNING, worker=worker, due_at=NOW + LEASE)
    return JobClaim(job, worker)


def worker_appears(worker: str) -> list[WorkerPresence]:
    """Say that a worker has begun; return the others that are there."""
    WorkerPresence.objects.filter(seen_at__lt=NOW - PRESENT).delete()
    others = list(WorkerPresence.objects.exclude(pk=worker).order_by("started_at"))
    worker_stays(worker)
    return others


def worker_stays(worker: str) -> None:
    """Say that a worker is still there."""
    changed = WorkerPresence.objects.filter(pk=worker).update(seen_at=NOW)
    if not changed:
        WorkerPresence.objects.create(name=worker, started_at=NOW, seen_at=NOW)


def worker_leaves(worker: str) -> None:
    """Say that a worker ends."""
    WorkerPresence.objects.filter(pk=worker).delete()


def is_worker_there() -> bool:
    return WorkerPresence.objects.filter(seen_at__gte=NOW - PRESENT).exists()


class JobQueue(NamedTuple):
    """What workers have before them: how many jobs, how many were given up, and how many seconds
    ago the oldest of the first was asked for."""

    waiting: int
    given_up: int
    oldest: float


def job_queue() -> JobQueue:
    is_open = Q(state__in=OPEN)
    found = Job.objects.aggregate(
        waiting=Count("pk", filter=is_open),
        given_up=Count("pk", filter=Q(state=JobState.FAILED)),
        since=Min("asked_at", filter=is_open),
    )
    since = found.pop("since")
    age = (timezone.now() - since).total_seconds() if since else 0.0
    # The clock of the database's server, which is that of `asked_at`, can be ahead.
    return JobQueue(**found, oldest=max(age, 0.0))


def waiting_jobs() -> int:
    """How many jobs are due now or later."""
    return Job.objects.filter(state__in=OPEN).count()
