"""Short names that are to go are in no list of redactions; records that were deleted can still be
redacted."""

from typing import Any

import pytest
from django.core.management import call_command

from events import desk, public
from events.models import Actor, AuditLine, Citation, CommitmentPart, Redaction, RollCallStage
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
SECRET = "Quastenflosser"
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


@pytest.fixture
def promise() -> Any:
    record.person("hans-q", represents="france", name_en="Hans Q")
    promise = record.commitment("promise", publish=False)
    record.called(promise, "hans-q", quote=SECRET)
    record.called(promise, "germany", quote="It stays")
    record.promised(promise, "hans-part")
    desk.publish(promise)
    return promise


def test_rows_are_called_by_what_says_nothing(promise: Any) -> None:
    done = desk.redact(promise, parts=["roll_call/hans-q/quote"], **WHY)

    row = RollCallStage.objects.get(actor__slug="hans-q")
    assert done.desk["parts"] == [f"roll_call/={row.pk}/quote"]
    quotes = RollCallStage.objects.order_by("pk").values_list("quote", flat=True)
    assert list(quotes) == ["[redacted]", "It stays"]


def test_a_name_that_goes_later_is_in_no_redaction_of_before(promise: Any) -> None:
    desk.redact(promise, parts=["roll_call/hans-q/quote", "parts/hans-part/text"], **WHY)

    desk.redact_record(Actor.objects.get(slug="hans-q"), **WHY)

    assert desk.where_is(["hans-q", SECRET]) == []
    assert not [one for one in Redaction.objects.all() if "hans" in str(one.desk)]


def test_a_part_of_a_commitment_is_blanked_by_its_row(promise: Any) -> None:
    desk.redact(promise, parts=["parts/hans-part/text"], **WHY)

    assert CommitmentPart.objects.get().text_en == "[redacted]"


def test_done_again_it_means_the_same_rows(promise: Any) -> None:
    done = desk.redact(promise, parts=["roll_call/hans-q/quote"], **WHY)
    RollCallStage.objects.filter(actor__slug="hans-q").update(quote=SECRET)

    desk.blanking.blank(done)

    quotes = RollCallStage.objects.order_by("pk").values_list("quote", flat=True)
    assert list(quotes) == ["[redacted]", "It stays"]


def test_where_there_is_no_such_row_any_more_all_are_meant(promise: Any) -> None:
    citation = Citation.objects.get(entry=promise.pk)
    Citation.objects.filter(pk=citation.pk).update(quote=SECRET)
    desk.publish(promise)
    Citation.objects.filter(pk=citation.pk).update(source=record.source("other"))

    done = desk.redact(promise, parts=["sources/report/quote"], **WHY)

    assert done.desk["parts"] == ["sources/*/quote"]
    assert Citation.objects.get().quote == "[redacted]"


@pytest.fixture
def deleted() -> None:
    """A person whom earlier releases let be deleted, though a version tells of her."""
    person = record.person("jane-q", represents="france", name_en=f"Jane {SECRET}")
    event = record.development("event", actors=["jane-q"])
    AuditLine.objects.create(
        action="deleted",
        kind="actor",
        key=person.pk,
        slug="jane-q",
        params={"name": {"en": SECRET}},
    )
    event.participations.all().delete()
    Actor.objects.filter(pk=person.pk).delete()


def test_a_record_that_was_deleted_is_found_and_redacted(deleted: None) -> None:
    call_command(
        *("redact", "actor/jane-q", "--ground", "personal-data", "--reason", "A right.", "--yes")
    )

    assert desk.where_is([SECRET, "jane-q"]) == []
    [actor] = public.entry("event").document["actors"]
    assert actor["name"]["en"] == "[redacted]"
    assert AuditLine.objects.get(action="deleted").slug.startswith("redacted-")


def test_a_record_that_nobody_tells_of_is_not_there() -> None:
    assert not desk.is_told_of(Actor, "nobody")
