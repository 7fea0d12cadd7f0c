"""Walks at the door: the document, what it follows, and what is taken out of it."""

import csv
import io
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override

from events import desk, publishing
from events.models import Entry, Walk, WalkStep
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
TWICE = (
    "Step 2 shows the same entry as the one before it, “Title of event”: say both at one step, or "
    "put another one between them."
)
GROUND: dict[str, Any] = {
    "ground": "personal-data",
    "reason": {"en": "A right to be forgotten.", "de": "Ein Recht auf Vergessen."},
}


def served(path: str = "walks/walk/") -> Any:
    return Client().get(f"/api/v1/{path}").json()


def test_its_document_has_its_steps_in_their_order() -> None:
    first, second = record.development("first"), record.summit("second")
    entry = record.walk(publish=False, shows=[first])
    record.step(entry, second, order=2)
    record.step(entry, first, order=1, text_en="Once more.", text_de="Noch einmal.")
    entry.steps.filter(order=1).update(order=3)
    publishing.publish(entry)

    assert [(step["id"], step["slug"]) for step in served()["steps"]] == [
        (str(first.uid), "first"),
        (str(second.uid), "second"),
        (str(first.uid), "first"),
    ]
    assert served()["steps"][2]["text"] == {"en": "Once more.", "de": "Noch einmal."}
    assert [one["slug"] for one in served("entries/?kind=walk")["results"]] == ["walk"]
    assert served()["sources"] == []


def test_the_table_of_walks_has_the_steps() -> None:
    record.walk()
    table = b"".join(Client().get("/en/entries.csv?kind=walk")).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(table, newline=""))

    assert row["steps.slug"].split() == ["walk-first", "walk-second"]
    assert "Look at walk-first." in row["steps.text.en"]


def test_what_is_missing_is_said_of_the_step() -> None:
    event = record.development("event")
    entry = record.walk(shows=[event, event], publish=False)
    entry.steps.filter(order=1).update(text_de="")

    assert [str(one) for one in publishing.check(entry)] == [
        "Step 2, “Title of event”, has no sentence in German.",
        TWICE,
    ]
    with override("de"):
        [said, _twice] = publishing.check(entry)
        assert str(said) == "Schritt 2, „Titel von event“, hat keinen Satz auf Deutsch."


def test_the_same_entry_may_be_shown_again_later() -> None:
    one, other = record.development("one"), record.development("other")
    assert publishing.check(record.walk(shows=[one, other, one], publish=False)) == []


def test_a_step_shows_no_other_walk() -> None:
    step = WalkStep(walk=record.walk("one"), entry=record.walk("other"), text_en="Look.")
    with pytest.raises(ValidationError, match="A step shows an entry, and not another walk"):
        step.full_clean()


def test_another_short_name_of_what_it_shows_publishes_it_again() -> None:
    event = record.development("event")
    record.walk(shows=[event, record.development("other")])
    Entry.objects.filter(pk=event.pk).update(slug="happening")
    publishing.publish(Entry.objects.get(pk=event.pk))

    assert served()["steps"][0]["slug"] == "happening"
    assert served()["version"]["number"] == 2


def test_what_a_walk_shows_cannot_be_deleted_and_the_walk_is_named() -> None:
    event = record.development("event", publish=False)
    other = record.development("other", publish=False)
    entry = record.walk(shows=[event, other], publish=False)
    state = record.overview("state", [record.development("third", publish=False)], publish=False)

    assert [str(one) for one in desk.uses([event])] == [str(entry)]
    assert [str(one) for one in desk.uses([Entry.objects.get(slug="third")])] == [str(state)]


@pytest.mark.parametrize("part", ["steps/first/text", "steps/1/text", "steps/*/text"])
def test_a_sentence_is_redacted_by_the_step(part: str) -> None:
    shown = [record.development("first"), record.development("second")]
    entry = record.walk(shows=shown, publish=False)
    entry.steps.filter(order=0).update(text_en="Quastenflosser", text_de="Quastenflosser")
    publishing.publish(entry)

    desk.redact(Walk.objects.get(), parts=[part], **GROUND)

    texts = [step["text"] for step in served()["steps"]]
    assert texts[0] == {"en": "[redacted]", "de": "[geschwärzt]"}
    assert (texts[1]["en"] == "Look at second.") == ("*" not in part)
    assert desk.where_is(["Quastenflosser"]) == []
    assert "[redacted]" in Client().get("/en/entries/walk/").content.decode()
