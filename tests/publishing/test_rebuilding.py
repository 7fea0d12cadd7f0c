from io import StringIO

import pytest
from django.core.management import call_command

from events import public, publishing
from events.log.versions import MonthCount, StanceIndex, Tag, VersionIndex, VersionText, Word
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def derived() -> dict[str, list[tuple]]:
    """Everything that is made from the log, in an order of its own."""
    return {
        "index": list(VersionIndex.objects.order_by("pk").values_list()),
        "text": list(VersionText.objects.order_by("pk").values_list("pk", "words")),
        "stances": sorted(
            StanceIndex.objects.values_list("version", "actor", "topic", "stance", "cell", "sort")
        ),
        "months": sorted(
            MonthCount.objects.exclude(number=0).values_list("kind", "month", "number")
        ),
        "tags": list(Tag.objects.order_by("pk").values_list()),
        "words": list(Word.objects.order_by("pk").values_list()),
    }


def history() -> None:
    france = record.actor("france")
    record.position("one", holder="france", topic="force", date="2025-09")
    two = record.position("two", holder="germany", topic="force", date="../2026-01-06")
    record.commitment("promise", date="2025-11-15~/..", actors=["france"])
    two.stance = "opposes"
    two.save()
    publishing.publish(two)
    publishing.withdraw(record.development("gone", actors=["poland"]))
    france.name_de = "Französische Republik"
    france.save()
    publishing.republish(france)
    record.development("draft", actors=["ukraine"], publish=False)


def test_rebuilding_changes_nothing() -> None:
    history()
    before = derived()
    assert list(publishing.rebuild())[-1] == public.last_seq()
    assert derived() == before


def test_rebuilding_repairs_what_was_lost_and_removes_what_was_invented() -> None:
    history()
    before = derived()
    VersionIndex.objects.filter(slug="one").update(sort=1, kind="question", superseded_by=2)
    VersionText.objects.all().delete()
    StanceIndex.objects.all().delete()
    Word.objects.create(text="invented")
    MonthCount.objects.update(number=7)
    MonthCount.objects.create(kind="question", month=199901, number=3)
    Tag.objects.update(standing=9)
    Tag.objects.create(facet="actor", slug="invented")
    Tag.objects.filter(slug="france", facet="actor").update(label="{}")
    list(publishing.rebuild())
    assert derived() == before


def test_rebuilding_an_empty_record() -> None:
    assert list(publishing.rebuild()) == [0]


def test_the_command_says_what_it_did() -> None:
    history()
    out = StringIO()
    call_command("rebuild", stdout=out)
    assert out.getvalue() == (
        f"Versions read: {public.last_seq()}. Everything derived from them was rebuilt.\n"
    )
