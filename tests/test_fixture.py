"""Whether the record, as published, says everything that the fixture is there to say."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from events import dates

FIXTURE = settings.BASE_DIR / "fixtures" / "ukraine-peace.yaml"
LANGUAGES = {code for code, _name in settings.LANGUAGES}
STATEMENTS = yaml.safe_load((Path(__file__).parent / "ukraine-peace.yaml").read_text("utf-8"))
FILTERS = ("kind", "process", "topic", "stance", "status")
SOURCE = "paris-report-2026-01-06"

Document = dict[str, Any]

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _record(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The fixture, loaded and published once for all tests of this module, then undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load", FIXTURE, stdout=io.StringIO())
        yield
        transaction.set_rollback(True)


def get(path: str, **parameters: Any) -> Any:
    response = Client().get(f"/api/v1/{path}", parameters)
    assert response.status_code == 200, response.content
    return response.json()


def documents_of(statement: Document) -> list[Document]:
    """What the API lists for the filters that fit a statement."""
    parameters = {name: statement[name] for name in FILTERS if name in statement}
    if "actors" in statement:
        parameters["actor"] = statement["actors"]
    answer = get("entries/", limit=200, **parameters)
    assert answer["next"] is None
    return list(answer["results"])


def text(document: Document, language: str) -> str:
    return f"{document['title'][language]} {document['summary'].get(language, '')}"


def contains(text: str, words: Iterable[str]) -> bool:
    return all(word.casefold() in text.casefold() for word in words)


# What an entry has to be where a statement expects something of it.
CHECKS = {
    "says": lambda document, expected: True,
    "kind": lambda document, expected: document["kind"] == expected,
    "slug": lambda document, expected: document["slug"] == expected,
    "process": lambda document, expected: document["process"] == expected,
    "stance": lambda document, expected: document.get("stance") == expected,
    "status": lambda document, expected: document.get("status") == expected,
    "date": lambda document, expected: document["date"]["edtf"] == expected,
    "topic": lambda document, expected: expected in {t["slug"] for t in document["topics"]},
    "domains": lambda document, expected: document.get("domains") == expected,
    "counts": lambda document, expected: document.get("counts") == expected,
    "place": lambda document, expected: expected in (document["place"] or {})["name"].values(),
    "country": lambda document, expected: document["place"]["country"] == expected,
    "actors": lambda document, expected: (
        set(expected) <= {actor["slug"] for actor in document["actors"]}
    ),
    "people": lambda document, expected: all(
        any(actor["slug"] == slug and said.items() <= actor.items() for actor in document["actors"])
        for slug, said in expected.items()
    ),
    "figures": lambda document, expected: (
        {figure["measure"]: figure["value"] for figure in document["figures"]} == expected
    ),
    "attribution": lambda document, expected: all(
        contains(document["attribution"][language], words) for language, words in expected.items()
    ),
    "mentions": lambda document, expected: all(
        contains(text(document, language), words) for language, words in expected.items()
    ),
}


def holds(document: Document, statement: Document) -> bool:
    return document["kind"] == statement.get("kind", document["kind"]) and all(
        CHECKS[what](document, expected) for what, expected in statement.items()
    )


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_record_says_it(name: str) -> None:
    statement = dict(STATEMENTS[name])
    if "members" in statement:
        members = get(f"actors/{statement['actor']}/")["members"]
        assert {member["actor"]: member["role"] for member in members} == statement["members"]
        assert {(member["since"], member["until"]) for member in members} == {(None, None)}
        return
    if "process_summary" in statement:
        summary = get(f"processes/{statement['process']}/")["summary"]
        for language, words in statement.pop("process_summary").items():
            assert contains(summary[language], words)
    found = [document for document in documents_of(statement) if holds(document, statement)]
    assert found, statement["says"]
    if "slug" in statement:
        assert found == [get(f"{statement['kind']}s/{statement['slug']}/")]


def test_nothing_is_left_out_and_nothing_unknown_is_expected() -> None:
    assert list(STATEMENTS) == [f"F{number:02}" for number in range(1, 45)]
    known = CHECKS.keys() | {"actor", "members", "process_summary"}
    assert {what for statement in STATEMENTS.values() for what in statement} <= known


def test_a_wrong_expectation_is_noticed() -> None:
    """The checks above can fail: each, turned round, does."""
    [paris] = [document for document in documents_of({}) if document["slug"] == "paris-2026"]
    assert holds(paris, STATEMENTS["F02"])
    for wrong in (
        {"date": "2026-01-05"},
        {"country": "DE"},
        {"place": "Berlin"},
        {"figures": {"countries": 35}},
        {"actors": ["coalition-of-the-willing", "russia"]},
        {"people": {"friedrich-merz": {"status": "attended"}}},
        {"topic": "donbas-withdrawal"},
        {"mentions": {"en": ["ceasefire"], "de": ["ceasefire"]}},
        {"status": "held"},
        {"stance": "supports"},
    ):
        assert not holds(paris, STATEMENTS["F02"] | wrong), wrong


def every_text(value: Any, path: str) -> Iterator[tuple[str, Document]]:
    """Every object by language inside of a document, with the way to it."""
    if isinstance(value, dict):
        if value.keys() & LANGUAGES:
            yield path, value
            return
        for key, inner in value.items():
            yield from every_text(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from every_text(inner, f"{path}.{number}")


def test_every_text_is_there_in_every_language() -> None:
    texts = [
        found for document in documents_of({}) for found in every_text(document, document["slug"])
    ]
    assert len(texts) > 250
    assert [(path, text) for path, text in texts if text.keys() != LANGUAGES] == []
    assert [path for path, text in texts if not all(map(str.strip, text.values()))] == []


def test_every_entry_has_a_title_and_a_summary_and_no_other_language_in_disguise() -> None:
    for document in documents_of({}):
        for field in ("title", "summary"):
            assert document[field].keys() == LANGUAGES, document["slug"]
            assert document[field]["en"] != document[field]["de"], document["slug"]
        assert max(map(len, document["title"].values())) <= 90, document["slug"]


def test_every_entry_cites_the_report() -> None:
    assert {tuple(s["slug"] for s in d["sources"]) for d in documents_of({})} == {(SOURCE,)}
    [report] = documents_of({})[0]["sources"]
    assert (report["language"], report["published_on"]) == ("de", "2026-01-06")
    assert (report["publisher"], report["url"], report["archive_url"]) == (None, None, None)


def test_no_date_says_more_than_the_report() -> None:
    """Only Paris, what is about that day, and what is open on it have a day of their own."""
    exact = {
        document["slug"]
        for document in documents_of({})
        if (date := dates.parse(document["date"]["edtf"])).earliest == date.latest
        and not date.approximate
    }
    questions = {d["slug"] for d in documents_of({}) if d["kind"] == "question"}
    assert exact == {"paris-2026", "paris-results-macron"} | questions


def test_a_claim_is_not_a_count() -> None:
    [commitment] = [d for d in documents_of({}) if d["kind"] == "commitment"]
    assert commitment["contributions"] == []
    assert [actor["slug"] for actor in commitment["actors"]] == ["coalition-of-the-willing"]


def test_the_file_names_every_topic_and_actor_in_some_entry() -> None:
    records = yaml.safe_load(FIXTURE.read_text("utf-8"))
    named = {actor["slug"] for d in documents_of({}) for actor in d["actor_records"]}
    assert named == set(records["actors"])
    topics = {topic["slug"] for d in documents_of({}) for topic in d["topics"]}
    assert topics == set(records["topics"])
