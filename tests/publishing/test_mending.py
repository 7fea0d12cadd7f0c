"""A rebuild beside readers and writers: what it leaves is what one in one transaction makes."""

import os
import random
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from events import public, publishing
from events.documents.upgrading import upgraded
from events.log import NOW, Tag, Version, VersionIndex, VersionText, Word
from events.models import Entry, Job
from events.publishing.jobs import claim_job
from events.publishing.names import revision
from events.publishing.rebuilding import _rebuild_at_once
from events.vocabulary import Ground, JobKind, JobState
from tests.processes import kill, start
from tests.publishing.test_rebuilding import derived, history
from tests.publishing.working import at_a_time, work
from tests.record import Record
from tests.waiting import until

record = Record()

# How often a rebuild is killed: `REBUILD_KILLS=20`.
KILLS = int(os.environ.get("REBUILD_KILLS", "2"))
# How many steps of two versions it does each time. Then it waits for its end: however fast the
# machine is, it is not done before.
STEPS = 6

REBUILD = f"""
import time
import django; django.setup()
from datetime import timedelta
from events.publishing import chunks, jobs
jobs.LEASE = timedelta(seconds=0.5)
jobs.JobClaim.advance.__defaults__ = (jobs.LEASE,)
chunks.BEGIN = chunks.LARGEST = 2
done = []
def wait_after_the_last(size, locked_at):
    done.append(locked_at)
    if len(done) == {STEPS}:
        time.sleep(10**6)
chunks.ChunkSize.held_since = wait_after_the_last
from django.core.management import call_command
call_command("rebuild")
"""


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch):
    at_a_time(monkeypatch, 2)


def assert_whole():
    """What is derived now is what one transaction makes of the log."""
    before = derived()
    list(_rebuild_at_once(back=False))
    assert before == derived()


@pytest.mark.django_db
def test_it_goes_step_by_step_and_says_how_far_it_is():
    history()
    steps = list(publishing.rebuild())
    last = public.last_seq()
    assert steps == [*range(2, last, 2), last]
    assert Job.objects.get().state == JobState.DONE


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_published_meanwhile_the_end_is_that_of_one_transaction(seed):
    history()
    chance = random.Random(seed)
    for number in range(8):
        record.position(f"p{number}", holder="france")
    VersionText.objects.filter(pk__in=[2, 5]).delete()
    VersionIndex.objects.filter(pk=6).delete()
    VersionIndex.objects.filter(pk__in=[1, 9]).update(tags=[1], superseded_by=3, sort=1)
    Tag.objects.update(standing=7)
    Word.objects.create(text="invented")
    Tag.objects.create(facet="actor", slug="invented")
    for number, _done in enumerate(publishing.rebuild()):
        way = chance.choice(("publish", "withdraw", "rename", "nothing"))
        if way == "publish":
            record.development(f"new-{number}", actors=["invented" if number % 2 else "poland"])
        elif way == "rename":
            france = record.actor("france")
            france.name_en = f"France {number}"
            france.save()
            publishing.republish(france)
        elif way == "withdraw":
            entry = Entry.objects.get(slug=f"p{chance.randrange(8)}")
            if publishing.standing(entry):
                publishing.withdraw(entry)
        _everything_that_stands_is_found_by_its_entry()
    assert_whole()


def _everything_that_stands_is_found_by_its_entry():
    """Rows that were damaged may still be; no row is of another version than it says."""
    for row in VersionIndex.objects.select_related("version"):
        assert row.entry == row.version.entry_id
        assert row.slug == upgraded(row.version.document).document["slug"]


@pytest.mark.django_db
def test_meanwhile_nobody_sees_a_name_of_before():
    for number in range(6):
        record.position(f"p{number}", holder="france")
    france = record.actor("france")
    france.name_en = "French Republic"
    france.save()
    publishing.republish(france)
    tag = Tag.objects.get(facet="actor", slug="france")
    for _done in publishing.rebuild():
        assert Tag.objects.get(pk=tag.pk).label == tag.label
        assert public.entry("p3").document["actors"][0]["name"]["en"] == "French Republic"
        assert public.count(public.parse({"actor": ["france"]})) == 6


@pytest.mark.django_db
def test_rows_that_take_the_place_of_others_give_way():
    one, two = record.development("one"), record.development("two")
    VersionIndex.objects.filter(entry=two.pk).delete()
    VersionIndex.objects.filter(entry=one.pk).update(entry=two.pk, slug="two")
    list(publishing.rebuild())
    assert_whole()


@pytest.mark.django_db
def test_interrupted_it_is_finished_by_a_worker() -> None:
    history()
    steps: Any = publishing.rebuild()
    next(steps)
    steps.close()
    assert (Job.objects.get().state, Job.objects.get().done) == (JobState.WAITING, 2)
    work()
    assert Job.objects.get().state == JobState.DONE
    assert_whole()


@pytest.mark.django_db
def test_only_one_rebuilds_at_a_time():
    history()
    publishing.worker_appears("one")
    steps = publishing.rebuild()
    next(steps)
    told = rf"It is being rebuilt already: 2 of {public.last_seq()} versions are done\."
    with pytest.raises(CommandError, match=told):
        call_command("rebuild")


@pytest.mark.django_db
def test_what_another_release_takes_over_is_left_to_it(monkeypatch):
    history()
    steps = publishing.rebuild()
    next(steps)
    monkeypatch.setattr("events.log.derivation.DERIVATION", 10**6)
    with pytest.raises(publishing.NotNow):
        list(steps)


@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_goes_on_and_nothing_is_wrong():
    for number in range(max(40, 2 * STEPS * (KILLS + 1))):
        record.development(f"e{number}", actors=["france"])
    Tag.objects.update(standing=7)
    VersionIndex.objects.filter(pk__gt=30).delete()
    connections.close_all()
    done = 0
    for _kill in range(KILLS):
        rebuilding = start(REBUILD)
        until(Job.objects.filter(done__gt=done).exists, "it goes on")
        kill(rebuilding)
        until(Job.objects.filter(due_at__lte=NOW).exists, "it is taken for dead")
        done = Job.objects.get().done
    assert 0 < done < Version.objects.count()
    next_one = claim_job("somebody", JobKind.REBUILD)
    assert next_one.job.done >= done
    next_one.release()
    call_command("worker", "--once")
    assert_whole()


@pytest.mark.django_db
def test_what_is_redacted_once_it_was_read_does_not_come_back(monkeypatch):
    entry = record.position("stand", title_en="The Quastenflosser")
    once: list[object] = []

    def redact_first():
        if not once:
            why = publishing.Why(Ground.MISTAKE, {"en": "A slip."})
            once.append(publishing.redact(publishing.in_entry(entry, ["title"]), why))
        return revision()

    monkeypatch.setattr("events.publishing.mending.revision", redact_first)
    list(publishing.rebuild())
    assert not Word.objects.filter(text="quastenflosser").exists()
    assert_whole()
