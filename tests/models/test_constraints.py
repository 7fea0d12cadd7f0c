"""What the database itself refuses, whoever writes to it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from events.log.versions import VersionIndex
from events.models import (
    Entry,
    Figure,
    Membership,
    Participation,
    Restated,
    StanceIndex,
)
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def refused(write: Callable[[], Any]) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


def test_country_codes_belong_to_countries() -> None:
    assert refused(lambda: record.actor("nato", kind="organisation", country="BE"))
    assert not refused(lambda: record.actor("atlantis", kind="country", country=""))


def test_nobody_represents_themselves() -> None:
    person = record.person("envoy")
    person.represents = person
    assert refused(person.save)
    assert refused(lambda: record.actor("nato", represents=record.actor("france")))


def test_a_coalition_is_no_member_of_itself() -> None:
    coalition = record.coalition("willing", france="lead")
    members = Membership.objects
    assert refused(lambda: members.create(body=coalition, actor=coalition))
    assert refused(
        lambda: members.create(body=coalition, actor=record.actor("france"), role="member")
    )


def test_entries_do_not_point_at_themselves() -> None:
    for entry, link in (
        (record.summit(publish=False), "follows"),
        (record.question(publish=False), "answered_by"),
    ):
        setattr(entry, f"{link}_id", entry.pk)
        assert refused(entry.save)
    commitment = record.commitment(publish=False)
    assert refused(lambda: Restated.objects.create(later=commitment, commitment=commitment))


def test_an_earlier_commitment_is_taken_up_once() -> None:
    earlier = record.commitment("earlier", publish=False)
    later = record.commitment("later", restates=earlier, restatement="softens", publish=False)
    rows = Restated.objects
    assert refused(lambda: rows.create(later=later, commitment=earlier, how="replaces"))
    other = record.commitment("other", publish=False)
    rows.create(later=later, commitment=other, how="replaces")


def test_an_actor_has_a_role_once() -> None:
    summit = record.summit(actors=["france"], publish=False)
    assert refused(lambda: record.part(summit, "france", "participant"))
    record.part(summit, "france", "host")
    person = record.person("envoy")
    for body in ("france", "league"):
        record.part(summit, "envoy", "participant", represents=record.actor(body))
    again = {"represents": record.actor("league")}
    assert refused(lambda: record.part(summit, "envoy", "participant", **again))
    assert refused(
        lambda: Participation.objects.create(
            entry=summit, actor=person, role="participant", represents=person
        )
    )


@pytest.mark.parametrize(
    "quantity",
    [
        {"value": None},
        {"value": 5, "low": 6},
        {"value": 5, "high": 4},
        {"value": None, "low": 6, "high": 5},
    ],
)
def test_a_figure_is_a_quantity_within_its_bounds(quantity: dict[str, Any]) -> None:
    entry = record.summit(publish=False)
    assert refused(lambda: record.figure(entry, "countries", **quantity))
    assert Figure.objects.count() == 0


def test_one_figure_of_a_measure_is_preferred() -> None:
    entry = record.summit(publish=False)
    record.figure(entry, "countries", 35, preferred=True)
    record.figure(entry, "countries", 34)
    assert refused(lambda: record.figure(entry, "countries", 33, preferred=True))


def test_an_amount_of_a_stage_is_within_its_bounds() -> None:
    entry = record.commitment(publish=False)
    assert refused(lambda: record.called(entry, "france", value=1, low=2, unit="soldiers"))
    record.called(entry, "france", value=-1, unit="soldiers")


def test_a_rank_fits_the_sort_key() -> None:
    assert refused(lambda: record.development(rank=1024, publish=False))


def test_a_source_is_cited_once_in_a_place() -> None:
    entry = record.development(publish=False)
    record.cite(entry, "report", locator="p. 3")
    assert refused(lambda: record.cite(entry, "report", locator="p. 3"))


def test_one_version_of_an_entry_stands() -> None:
    record.position()
    row = VersionIndex.objects.get()
    record.development()
    other = VersionIndex.objects.exclude(pk=row.pk)
    assert refused(lambda: other.update(entry=row.entry))
    assert refused(lambda: other.update(slug=row.slug))
    stance = StanceIndex.objects.get()
    stance.pk = None
    assert refused(stance.save)


def test_what_was_published_cannot_be_deleted() -> None:
    entry = record.development()
    with pytest.raises(IntegrityError):
        Entry.objects.filter(pk=entry.pk).delete()
