"""The words that a document is found by."""

import pytest

from events.documents import indexing
from events.models import Entry
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

# What the documents below have in common: process, topic, the labels of the date, the source.
COMMON = {
    *("process", "prozess", "peace", "report"),
    *("6", "january", "januar", "2026"),
}


def words_of(entry: Entry) -> set[str]:
    """The words of the document but those of its title and what all have in common."""
    found = indexing.text_words(document_of(entry))
    common = COMMON | {"title", "of", "titel", "von", entry.slug}
    assert common <= found
    return found - common


def test_words_of_what_all_kinds_have() -> None:
    entry = record.development(
        summary_en="*Zwei* Übungen",
        summary_de="Straße",
        date_label_de="Dreikönig",
        topics=["force"],
        actors=["league"],
        publish=False,
    )
    record.figure(entry, "soldiers", 10, reason_en="newer", reason_de="jünger")
    paper = record.source("paper")
    paper.publisher = "Verlag"
    paper.save()
    record.cite(entry, "paper", quote="Wörtlich!", note_en="doubtful", note_de="fraglich")
    found = indexing.text_words(document_of(entry))
    assert found == (COMMON - {"januar"}) | {
        *("title", "titel", "of", "von", "event"),
        *("zwei", "uebungen", "strasse", "dreikoenig"),
        *("topic", "thema", "force"),
        *("league", "de", "soldiers", "newer", "juenger"),
        *("paper", "verlag", "woertlich", "doubtful", "fraglich"),
    }


def test_words_of_a_summit() -> None:
    entry = record.summit(place_en="Geneva", place_de="Genf", place_country="CH", publish=False)
    assert words_of(entry) == {"geneva", "genf"}


def test_words_of_a_commitment() -> None:
    entry = record.commitment(
        condition_en="ceasefire", condition_de="Waffenruhe", condition_state="met", publish=False
    )
    record.called(entry, "france", note_en="jets", note_de="Flieger")
    record.status(entry, "delayed", "2026-02", note_en="weather", note_de="Wetter")
    assert words_of(entry) == {
        *("ceasefire", "waffenruhe", "jets", "flieger", "weather", "wetter"),
        *("france", "de"),
    }


def test_words_of_a_position() -> None:
    entry = record.position(attribution_en="an envoy", attribution_de="Gesandter", publish=False)
    assert words_of(entry) == {
        *("an", "envoy", "gesandter"),
        *("topic", "thema", "force", "france", "de"),
    }


def test_words_of_what_has_no_text_of_its_own() -> None:
    assert words_of(record.question(publish=False)) == set()
    assert words_of(record.development(publish=False)) == set()
    assert words_of(record.summit(publish=False)) == set()
    assert words_of(record.commitment(publish=False)) == set()
