"""What a worker does with a job that it has claimed."""

import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic

from django.db import connection

from events.models import Job
from events.publishing.jobs import ClaimLost, JobClaim
from events.publishing.mending import mend
from events.publishing.renewing import renew
from events.vocabulary import JobKind

logger = logging.getLogger(__name__)

WORK: dict[str, Callable[[JobClaim], Iterator[int]]] = {
    JobKind.RENEWAL: renew,
    JobKind.REBUILD: mend,
}


def carry_out(claim: JobClaim) -> Iterator[int]:
    """Do a job step by step; yield how much of it is done after each step. Between two steps, the
    caller may leave it: `claim.release()`.

    What goes wrong is logged, kept with the job and tried again later; nothing is raised but what
    ends the process.
    """
    job, began = claim.job, monotonic()
    logger.info("Begun: %s, %d of %d done.", *_progress(job))
    try:
        yield from WORK[job.what](claim)
    except ClaimLost:
        logger.info("Left to others: %s, which was asked for again or taken over.", job)
    except Exception as error:  # noqa: BLE001 - whatever it is, the worker goes on
        _fail(claim, error)
    else:
        message = "Finished: %s, %d done in %.1f seconds; the log was locked for %d ms at most."
        logger.info(message, job, job.done, monotonic() - began, claim.size.longest * 1000)


def leave_to_others(claim: JobClaim) -> None:
    """Let the next worker go on with a job, at once."""
    with suppress(ClaimLost):
        claim.release()
    logger.info("Left to the next worker: %s, %d of %d done.", *_progress(claim.job))


def _progress(job: Job) -> tuple[Job, int, int]:
    return job, job.done, job.total


def _fail(claim: JobClaim, error: Exception) -> None:
    if not connection.in_atomic_block:
        # One that was cut off is of no more use.
        connection.close_if_unusable_or_obsolete()
    try:
        pause = claim.fail(error)
    except Exception as worse:  # noqa: BLE001 - the claim ends by itself
        logger.error("Failed: %s: %s. To keep that failed, too: %s", claim.job, error, worse)
        return
    if pause is None:
        logger.error("Given up: %s: %s", claim.job, error, exc_info=error)
    else:
        seconds = pause.total_seconds()
        message = "Failed: %s: %s. It is tried again in %d seconds."
        logger.warning(message, claim.job, error, seconds)
