"""The words that a document is found by."""

import pytest

from events import words
from events.documents import indexing
from events.models import Entry
from events.vocabulary import TRAITS
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

# What the documents below have in common: process, topic, the labels of the date, the source.
COMMON = {
    *("process", "prozess", "peace", "report"),
    *("6", "january", "januar", "2026"),
}
FORMAT = {*("leaders", "der", "staats", "und", "regierungschefs")}


def words_of(entry: Entry) -> set[str]:
    """The words of the document but those of its title, what all have in common, and those for its
    kind."""
    found = indexing.text_words(document_of(entry)) - called(entry)
    common = (COMMON | {"title", "of", "titel", "von", entry.slug}) - called(entry)
    assert common <= found
    return found - common


def called(entry: Entry) -> set[str]:
    return set(words.words(TRAITS[entry.kind].called))


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
    found = indexing.text_words(document_of(entry)) - called(entry)
    assert found == (COMMON - {"januar"}) | {
        *("title", "titel", "of", "von", "event"),
        *("zwei", "uebungen", "strasse", "dreikoenig"),
        *("topic", "thema", "force"),
        *("league", "de", "soldiers", "newer", "juenger"),
        *("paper", "verlag", "woertlich", "doubtful", "fraglich"),
    }


def test_words_of_a_summit() -> None:
    entry = record.summit(place_en="Geneva", place_de="Genf", place_country="CH", publish=False)
    assert words_of(entry) == {"geneva", "genf"} | FORMAT


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
    assert words_of(record.summit(publish=False)) == FORMAT
    assert words_of(record.commitment(publish=False)) == set()


def test_a_meeting_is_found_by_what_it_is() -> None:
    found = indexing.text_words(document_of(record.summit(publish=False)))
    assert {"summit", "gipfel", "meeting", "treffen"} <= found


def test_the_running_text_has_the_words_in_their_order() -> None:
    entry = record.development(title_en="Ground troops, not now", summary_en="No.", publish=False)
    document = document_of(entry)
    running = indexing.running_text(document)
    assert " ground troops not now | " in running
    # One text does not run on into the next.
    assert " now no " not in running
    assert set(running.split()) - {"|"} == indexing.text_words(document)
