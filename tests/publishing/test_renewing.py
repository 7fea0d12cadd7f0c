"""After a rename, a worker publishes again what names the record, a few entries at a time."""

import random
from typing import Any

import pytest
from django.db import transaction

from events import public, publishing
from events.documents.reading import without_version
from events.log import STANDS, MonthCount, Tag, VersionIndex
from events.models import Actor, Entry, Job, Topic, Version
from events.publishing import republishing
from events.vocabulary import JobState
from tests.publishing.working import at_a_time, job, work
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def rename(reference: Any, name: str) -> int:
    reference.name_en = name
    reference.save()
    return publishing.republish(reference)


def names() -> list[str]:
    """What the holder of each standing position is called, in the order of the entries."""
    slugs = Entry.objects.order_by("pk").values_list("slug", flat=True)
    return [public.entry(slug).document["actors"][0]["name"]["en"] for slug in slugs]


def positions(number: int) -> Actor:
    for one in range(number):
        record.position(f"p{one}", holder="france")
    return record.actor("france")


def test_few_entries_are_published_again_at_once() -> None:
    france = positions(3)
    assert rename(france, "French Republic") == 3
    assert (Job.objects.count(), publishing.left_to_worker(france)) == (0, 0)


def test_many_are_left_to_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(republishing, "AT_ONCE", 2)
    france = positions(3)
    assert rename(france, "French Republic") == 0
    assert names() == ["France"] * 3
    assert publishing.left_to_worker(france) == 3
    assert (job().state, job().total, job().done) == (JobState.WAITING, 3, 0)
    work()
    assert names() == ["French Republic"] * 3
    assert publishing.left_to_worker(france) == 0
    assert (job().state, job().total, job().done) == (JobState.DONE, 3, 3)
    assert [entry.versions.count() for entry in Entry.objects.all()] == [2, 2, 2]


@pytest.mark.usefixtures("left_to_a_worker")
def test_each_step_is_kept_and_the_next_worker_goes_on_behind_it() -> None:
    rename(positions(5), "French Republic")
    assert work(steps=1, worker="one") == 1
    assert names() == ["French Republic"] * 2 + ["France"] * 3
    assert (job().state, job().done, job().worker) == (JobState.WAITING, 2, "")
    assert work(worker="other") == 2
    assert names() == ["French Republic"] * 5
    assert Version.objects.count() == 10


@pytest.mark.usefixtures("left_to_a_worker")
def test_renamed_again_before_it_is_done_it_begins_again() -> None:
    france = positions(5)
    rename(france, "French Republic")
    work(steps=2)
    rename(france, "France again")
    assert (job().state, job().done) == (JobState.WAITING, 0)
    work()
    assert names() == ["France again"] * 5
    assert Version.objects.count() == 5 + 4 + 5


@pytest.mark.usefixtures("left_to_a_worker")
def test_a_worker_whose_job_was_asked_for_again_stops() -> None:
    france = positions(5)
    rename(france, "French Republic")
    steps = publishing.carry_out(publishing.claim_job("slow"))
    next(steps)
    rename(france, "France again")
    before = Version.objects.count()
    assert list(steps) == []
    assert Version.objects.count() == before
    work()
    assert names() == ["France again"] * 5


@pytest.mark.usefixtures("left_to_a_worker")
def test_what_was_prepared_before_another_rename_is_prepared_again(monkeypatch: Any) -> None:
    """The rename comes between the look at the desk and the lock."""
    france = positions(2)
    other = record.topic("force")
    rename(france, "French Republic")
    claim = publishing.claim_job("one")
    prepare = republishing.renewed
    looked: list[Any] = []

    def renamed_meanwhile(standing: Any) -> Any:
        states = prepare(standing)
        if not looked:
            looked.append(states)
            Topic.objects.filter(pk=other.pk).update(name_en="Use of force")
            rename(Topic.objects.get(pk=other.pk), "Use of force")
        return states

    monkeypatch.setattr("events.publishing.renewing.renewed", renamed_meanwhile)
    list(publishing.carry_out(claim))
    document = public.entry("p0").document
    assert document["topics"][0]["name"]["en"] == "Use of force"
    assert document["actors"][0]["name"]["en"] == "French Republic"
    work()
    assert Version.objects.count() == 4


@pytest.mark.usefixtures("left_to_a_worker")
def test_what_was_withdrawn_meanwhile_stays_withdrawn() -> None:
    rename(positions(4), "French Republic")
    work(steps=1)
    for slug in ("p0", "p3"):
        publishing.withdraw(Entry.objects.get(slug=slug))
    work()
    assert [public.entry(slug).document["actors"][0]["name"]["en"] for slug in ("p1", "p2")] == [
        "French Republic"
    ] * 2
    with pytest.raises(public.Gone):
        public.entry("p3")


@pytest.mark.usefixtures("left_to_a_worker")
def test_a_record_that_is_gone_leaves_nothing_to_do() -> None:
    rename(positions(1), "French Republic")
    Job.objects.update(key=0)
    work()
    assert job().state == JobState.DONE


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_meanwhile_the_end_is_that_of_one_transaction(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same renames, corrections, new addresses and withdrawals: once with all that they entail
    at once, and once with a worker that does a step now and then."""
    at_a_time(monkeypatch, 2)
    _record()
    found = []
    for at_once in (10**6, 0):
        monkeypatch.setattr(republishing, "AT_ONCE", at_once)
        with transaction.atomic():
            _edit(random.Random(seed))
            work()
            found.append(_public())
            transaction.set_rollback(True)
    assert found[0] == found[1]


def _record() -> None:
    record.coalition("willing", france="lead", germany="member")
    record.summit("meeting")
    for number in range(6):
        record.position(f"p{number}", holder=("france", "poland")[number % 2])
        record.development(f"d{number}", actors=[("willing", "germany")[number % 2]])
        record.commitment(f"c{number}", made_at=Entry.objects.get(slug="meeting").summit)


def _edit(chance: random.Random) -> None:
    for number in range(40):
        way = chance.choice(("rename", "rename", "topic", "correct", "move", "withdraw", "work"))
        entry = chance.choice(list(Entry.objects.order_by("pk").exclude(slug__startswith="gone")))
        if way == "rename":
            slug = chance.choice(("france", "germany", "poland", "willing"))
            rename(Actor.objects.get(slug=slug), f"{slug} {chance.randrange(3)}")
        elif way == "topic":
            rename(Topic.objects.get(slug="force"), f"Force {chance.randrange(3)}")
        elif way == "correct":
            Entry.objects.filter(pk=entry.pk).update(title_en=f"Corrected {number}")
            _publish(entry)
        elif way == "move":
            Entry.objects.filter(pk=entry.pk).update(slug=f"{entry.kind}-{number}")
            _publish(entry)
        elif way == "withdraw" and entry.kind == "development":
            if publishing.standing(entry):
                publishing.withdraw(entry)
        elif way == "work":
            work(steps=chance.randrange(4))


def _publish(entry: Entry) -> None:
    publishing.publish(Entry.objects.get(pk=entry.pk))


def _public() -> Any:
    """All that readers are served, but for numbers and times of versions; and the sums."""
    rows = VersionIndex.objects.filter(superseded_by=STANDS).order_by("entry")
    slugs = rows.values_list("slug", flat=True)
    documents = [without_version(public.entry(slug).document) for slug in slugs]
    tags = Tag.objects.exclude(standing=0).order_by("facet", "slug")
    months = MonthCount.objects.exclude(number=0).order_by("kind", "month")
    return (
        documents,
        list(tags.values_list("facet", "slug", "label", "standing")),
        list(months.values_list("kind", "month", "number")),
    )
