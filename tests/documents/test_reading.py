"""What a document says, asked in ways that several readers share."""

from typing import Any, get_args

import pytest

from events.documents import reading
from events.documents.reading import Of, passages, status_changes, without_version
from events.documents.shapes import Document, Texts
from events.models import Entry
from events.public import entry as read
from events.vocabulary import Kind
from tests.documents.rendered import document_of
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def one_of_each_kind() -> dict[str, Entry]:
    """Each names all that an entry of its kind can name."""
    meeting, promise = record.summit("meeting"), record.commitment("promise")
    event = record.development("event")
    entries = [
        record.summit("next", follows=meeting),
        record.commitment(
            "again", made_at=meeting, restates=promise, restatement="softens", actors=["france"]
        ),
        record.position("stand"),
        event,
        record.question("unclear", answered_by=event),
    ]
    return {entry.kind: entry for entry in entries}


def test_the_status_is_that_of_kinds_that_have_one() -> None:
    found = {kind: reading.status(document_of(entry)) for kind, entry in one_of_each_kind().items()}
    assert found == {
        "summit": "planned",
        "commitment": "open",
        "position": None,
        "development": None,
        "question": "answered",
    }


def test_the_documents_of_a_kind() -> None:
    entries = one_of_each_kind()
    documents = [read(entry.slug).document for entry in entries.values()]
    of_kind: dict[str, list[Any]] = {
        Kind.SUMMIT: reading.summits(documents),
        Kind.COMMITMENT: reading.commitments(documents),
        Kind.POSITION: reading.positions(documents),
        Kind.QUESTION: reading.questions(documents),
    }
    for kind, found in of_kind.items():
        assert [document["slug"] for document in found] == [entries[kind].slug]


def test_what_the_door_has_added_is_taken_away() -> None:
    entry = record.development()
    published = read("event").document
    assert without_version(published) == document_of(entry)
    assert published["version"]["number"] == 1


def everything() -> list[Document]:
    """Documents that have, together, every text that documents can have."""
    record.person("envoy", represents="poland")
    record.alias("france", "La France", "fr")
    record.alias("poland", "PL")
    summit = record.summit("paris", place_en="Geneva", place_de="Genf", publish=False)
    record.earlier_date(summit, "2026-01-05", note_en="storm")
    promise = record.commitment(
        "promise",
        summary_en="*At last*",
        condition_en="ceasefire",
        condition_state="met",
        topics=["force"],
        domains=["money"],
        actors=["france", "germany"],
        publish=False,
    )
    record.figure(promise, "soldiers", 10, reason_en="newer", reason_de="jünger")
    said: Any = {"description_en": "Two men", "description_de": "Zwei Männer"}
    record.picture(promise, caption_en="Handshake", **said)
    record.medium(promise, "https://a.example/b", title_en="Signed", title_de="Gezeichnet")
    record.called(promise, "poland", note_en="jets", note_de="Flieger")
    record.promised(promise, "radar", text_en="radar", text_de="Radar")
    record.status(promise, "delayed", "2026-02", note_en="weather")
    record.status(promise, "fulfilled", "2026-03", part="radar", note_de="geliefert")
    paper = record.source("paper")
    paper.publisher, paper.authors = "Verlag", ["Ada", "Bo"]
    paper.state, paper.state_note_en = "corrected", "wrong page"
    paper.save()
    record.cite(promise, "paper", quote="Wörtlich!", note_en="doubtful")
    stand = record.position("stand", attribution_en="an envoy", publish=False)
    walk = record.walk("walk", publish=False)
    return [document_of(entry) for entry in (summit, promise, stand, walk)]


def test_every_text_is_a_passage_that_says_what_it_is_of() -> None:
    summit, promise, stand, walk = (list(passages(document)) for document in everything())
    assert [tuple(passage) for passage in promise] == [
        ("title", {"en": "Title of promise", "de": "Titel von promise"}),
        ("summary", {"en": "*At last*"}),
        ("condition", {"en": "ceasefire"}),
        ("parts", {"en": "radar", "de": "Radar"}),
        ("domains", {"en": "Money", "de": "Geld"}),
        ("actors", {"en": "France", "de": "France (de)"}),
        ("actors", {"en": "Germany", "de": "Germany (de)"}),
        ("actors", {"en": "Poland", "de": "Poland (de)"}),
        ("aliases", {"fr": "La France"}),
        ("aliases", {"": "PL"}),
        ("topics", {"en": "Topic force", "de": "Thema force"}),
        ("figures", {"en": "soldiers", "de": "soldiers (de)"}),
        ("figures", {"en": "newer", "de": "jünger"}),
        ("pictures", {"en": "Handshake"}),
        ("pictures", {"en": "Two men", "de": "Zwei Männer"}),
        ("media", {"en": "Signed", "de": "Gezeichnet"}),
        ("roll_call", {"en": "jets", "de": "Flieger"}),
        ("history", {"en": "weather"}),
        ("history", {"de": "geliefert"}),
        ("quote", {"de": ""}),
        ("note", {}),
        ("note", {}),
        ("sources", {"de": "Report report"}),
        ("quote", {"de": "Wörtlich!"}),
        ("note", {"en": "doubtful"}),
        ("note", {"en": "wrong page"}),
        ("sources", {"de": "Report paper · Ada, Bo · Verlag"}),
        ("process", {"en": "Process peace", "de": "Prozess peace"}),
        ("date", {"en": "6 January 2026", "de": "6. Januar 2026"}),
    ]
    assert ("place", {"en": "Geneva", "de": "Genf"}) in summit
    assert ("earlier_dates", {"en": "storm"}) in summit
    assert ("attribution", {"en": "an envoy"}) in stand
    assert {passage.of for passage in [*summit, *promise, *stand, *walk]} == set(get_args(Of))


def texts_in(value: object) -> list[Texts]:
    """Every object of texts by language that a document has, wherever in it."""
    if isinstance(value, list):
        return [texts for item in value for texts in texts_in(item)]
    if not isinstance(value, dict):
        return []
    if value and value.keys() <= {"en", "de"}:
        return [value]
    return [texts for item in value.values() for texts in texts_in(item)]


def test_no_text_of_an_entry_is_passed_over() -> None:
    """What stands in the records that a document carries is not the entry's own."""
    for document in everything():
        own = {
            name: value
            for name, value in document.items()
            if name not in ("actor_records", "process_records", "format_record", "domain_records")
        }
        told = [passage.texts for passage in passages(document)]
        beside = [
            *(topic["description"] for topic in document["topics"]),
            *(
                change["date"]["label"]
                for change in (status_changes(document) if document["kind"] == "commitment" else [])
            ),
            *(
                earlier["date"]["label"]
                for earlier in (document["earlier_dates"] if document["kind"] == "summit" else [])
            ),
        ]
        assert [texts for texts in texts_in(own) if texts not in [*told, *beside]] == []
