"""Parts of a commitment and what has become of each, entered on one page."""

from typing import Any

import pytest

from events import public
from tests.admin.desk import errors, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def promise(record):
    return record.commitment("promise", actors=["france"], publish=False)


def test_a_part_and_its_status_are_added_at_once(record, desk, promise):
    form = desk.form("commitment", promise.pk)
    form = row(form, "parts", key="radar", text_en="Radar", text_de="Radar", order="0")
    form = row(
        form,
        "status_changes",
        status="blocked",
        date="6 January 2026",
        part="radar",
        by=record.actor("court").pk,
        source=record.source().pk,
    )

    desk.send("commitment", promise.pk, form, "_publish")

    assert desk.messages == ["Published: readers now see version 1."]
    document: Any = public.entry("promise").document
    [part] = document["parts"]
    assert (part["key"], part["status"]) == ("radar", "blocked")
    assert [(step["by"], step["date"]["edtf"]) for step in part["history"]] == [
        ("court", "2026-01-06")
    ]


def test_a_status_of_a_part_that_is_not_there_is_not_published_and_leads_to_its_row(
    record, desk, promise
):
    form = row(
        desk.form("commitment", promise.pk),
        "status_changes",
        status="expired",
        date="2026",
        part="radar",
        source=record.source().pk,
    )

    desk.send("commitment", promise.pk, form, "_publish")

    [message] = desk.messages
    assert 'href="#id_status_changes-0-part"' in message
    assert "A status change names a part that is not there, “radar”." in message
    assert promise.status_changes.get().part == "radar"


def test_two_parts_of_one_name_are_refused_and_stay_typed(desk, promise):
    form = desk.form("commitment", promise.pk)
    for text in ("Radar", "Another radar"):
        form = row(form, "parts", key="radar", text_en=text, order="0")

    response = desk.send("commitment", promise.pk, form)

    assert list(errors(response)) == ["parts-1-key"]
    assert promise.parts.count() == 0
    assert "Another radar" in response.content.decode()


def test_a_part_without_a_text_is_refused(desk, promise):
    form = row(desk.form("commitment", promise.pk), "parts", key="radar", order="0")

    response = desk.send("commitment", promise.pk, form)

    assert promise.parts.count() == 0
    assert all(name.startswith("parts-0-text") for name in errors(response))
    assert errors(response)


def test_a_second_speaker_is_published(record, desk):
    position = record.position("stand", holder="germany", speaker="merz", publish=False)
    form = row(
        desk.form("position", position.pk),
        "participations",
        actor=record.actor("macron").pk,
        role="speaker",
        order="2",
    )

    desk.send("position", position.pk, form, "_publish")

    document: Any = public.entry("stand").document
    assert document["speakers"] == ["merz", "macron"]
