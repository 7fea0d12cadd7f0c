"""Who may take a job, how long a claim holds, and what becomes of one that fails."""

import logging
from datetime import timedelta

import pytest
from django.db.models import F

from events import publishing
from events.log import WrongDerivation
from events.models import Job, WorkerPresence
from events.publishing import jobs
from events.vocabulary import JobKind, JobState
from tests.publishing.working import job, work

pytestmark = pytest.mark.django_db

LATER = timedelta(days=1)


@pytest.fixture(autouse=True)
def asked():
    jobs.ask(JobKind.RENEWAL, 7, None, "actor", 1, "france")


def pass_time(time: timedelta = LATER) -> None:
    Job.objects.update(due_at=F("due_at") - time)


def claimed(worker: str) -> bool:
    return publishing.claim_job(worker) is not None


def test_a_job_is_claimed_once():
    assert [claimed("one"), claimed("two")] == [True, False]
    assert (job().state, job().worker) == (JobState.RUNNING, "one")


def test_a_worker_that_is_silent_is_taken_for_dead_and_its_job_is_done_by_another():
    silent = publishing.claim_job("silent")
    pass_time(jobs.LEASE * 2)
    assert claimed("other")
    with pytest.raises(jobs.ClaimLost):
        silent.lock()
    for change in (silent.finish, silent.release, lambda: silent.advance(1, 1)):
        with pytest.raises(jobs.ClaimLost):
            change()
    assert (job().worker, job().done) == ("other", 0)


def test_every_step_puts_that_off():
    claim = publishing.claim_job("one")
    pass_time(jobs.LEASE * 2)
    claim.advance(3, 2)
    assert not claimed("other")
    assert (job().cursor, job().done) == (3, 2)


def test_what_is_left_is_taken_up_at_once():
    publishing.claim_job("one").release()
    assert claimed("two")


def test_what_is_done_is_not_done_again():
    publishing.claim_job("one").finish()
    pass_time()
    assert not claimed("two")
    assert job().finished_at is not None


def test_asked_for_again_it_begins_again_for_whoever_asked(django_user_model):
    claim = publishing.claim_job("one")
    claim.advance(3, 2)
    somebody = django_user_model.objects.create_user("somebody")
    jobs.ask(JobKind.RENEWAL, 9, somebody, "actor", 1, "france")
    assert (job().total, job().done, job().cursor, job().worker) == (9, 0, 0, "")
    assert job().asked_by == somebody
    with pytest.raises(jobs.ClaimLost):
        claim.advance(4, 3)


def test_what_fails_is_tried_again_after_longer_and_longer_pauses_and_then_given_up(caplog):
    pauses = []
    for _attempt in range(len(jobs.PAUSES) + 1):
        pauses.append(publishing.claim_job("one").fail(ValueError("an odd entry")))
        assert not claimed("two")
        pass_time()
    assert pauses == [*jobs.PAUSES, None]
    assert not claimed("two")
    assert (job().state, job().error) == (JobState.FAILED, "ValueError: an odd entry")
    assert publishing.troubled_jobs() == 1
    assert publishing.try_jobs_again(Job.objects.all()) == 1
    assert claimed("two")


def test_what_comes_on_again_has_not_failed():
    publishing.claim_job("one").fail(ValueError("an odd entry"))
    pass_time()
    publishing.claim_job("one").advance(1, 1)
    assert (job().failures, job().error) == (0, "")


def test_what_only_stands_in_the_way_for_a_time_is_never_given_up():
    for _attempt in range(len(jobs.PAUSES) + 3):
        pause = publishing.claim_job("one").fail(WrongDerivation(None))
        assert pause <= timedelta(seconds=60)
        pass_time()
    assert job().state == JobState.WAITING
    assert job().error.startswith("WrongDerivation: The tables that are derived")


def test_one_that_fails_keeps_nobody_else_waiting(monkeypatch, caplog):
    def fail(claim):
        raise ValueError("an odd entry")
        yield

    jobs.ask(JobKind.RENEWAL, 1, None, "actor", 2, "germany")
    monkeypatch.setitem(publishing.working.WORK, JobKind.RENEWAL, fail)
    with caplog.at_level(logging.INFO):
        work()
    errors = {one.slug: (one.state, one.error) for one in Job.objects.all()}
    failed = (JobState.WAITING, "ValueError: an odd entry")
    assert errors == {"france": failed, "germany": failed}
    assert "It is tried again in 5 seconds." in caplog.text


def test_workers_say_that_they_are_there():
    assert not publishing.is_worker_there()
    assert publishing.worker_appears("one") == []
    assert publishing.is_worker_there()
    assert [other.name for other in publishing.worker_appears("two")] == ["one"]
    WorkerPresence.objects.filter(name="two").update(seen_at=F("seen_at") - 2 * jobs.PRESENT)
    # It was only frozen, and others had taken it for dead.
    assert [other.name for other in publishing.worker_appears("three")] == ["one"]
    publishing.worker_stays("two")
    for name in ("one", "three"):
        publishing.worker_leaves(name)
    assert publishing.is_worker_there()
    publishing.worker_leaves("two")
    assert not publishing.is_worker_there()
