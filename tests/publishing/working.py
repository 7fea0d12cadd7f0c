"""Jobs in tests: what is done at once elsewhere is left to a worker, which works step by step."""

from collections.abc import Iterator

import pytest

from events import publishing
from events.models import Job


def at_a_time(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Every chunk has so many, however long the machine takes for one."""
    for name in ("BEGIN", "SMALLEST", "LARGEST"):
        monkeypatch.setattr(f"events.publishing.chunks.{name}", number)


def work(steps: int | None = None, worker: str = "tester") -> int:
    """Do jobs until nothing is left, or so many steps; return how many steps that were."""
    done = 0
    while steps is None or done < steps:
        claim = publishing.claim_job(worker)
        if claim is None:
            break
        for _progress in limited(publishing.carry_out(claim), steps and steps - done):
            done += 1
        if steps is not None and done >= steps:
            publishing.leave_to_others(claim)
    return done


def limited(steps: Iterator[int], number: int | None) -> Iterator[int]:
    for taken, step in enumerate(steps, start=1):
        yield step
        if taken == number:
            break


def job() -> Job:
    return Job.objects.get()
