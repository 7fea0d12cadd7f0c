"""Entries that contradict each other: each says so, and so do their sources' pages."""

import pytest
from django.test import Client

from events import publishing
from tests.record import Record
from tests.views.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(db) -> Record:
    return Record()


@pytest.fixture
def denial(record):
    """A position that contradicts what was claimed the day before."""
    claim = record.development("claim", date="2026-01-05", source="wire")
    found = record.position("denial", date="2026-01-06", publish=False)
    record.contradiction(found, claim)
    publishing.publish(found)
    return found


def read(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    found: str = words(response)
    return found


HEADING = "Contradictions in the record"


@pytest.mark.usefixtures("denial")
def test_both_say_so_in_either_language() -> None:
    assert f"{HEADING} It contradicts Title of claim 5 January 2026" in read("/en/entries/denial/")
    assert f"{HEADING} Contradicted by Title of denial 6 January 2026" in read("/en/entries/claim/")
    assert "Widersprüche in der Chronik Widersprochen von Titel von denial 6. Januar 2026" in read(
        "/de/entries/claim/"
    )


def test_what_was_withdrawn_contradicts_nothing_any_more(denial) -> None:
    publishing.withdraw(denial)

    assert HEADING not in read("/en/entries/claim/")


def test_what_is_contradicted_no_more_once_it_was_withdrawn(denial) -> None:
    publishing.withdraw(denial.contradicts.get().contradicted)

    assert HEADING not in read("/en/entries/denial/")


def test_an_earlier_version_says_what_it_contradicted(denial) -> None:
    denial.contradicts.all().delete()
    publishing.publish(denial)

    assert HEADING not in read("/en/entries/denial/")
    assert f"{HEADING} It contradicts Title of claim" in read("/en/entries/denial/versions/1/")
    compared = read("/en/entries/denial/versions/?from=1&to=2")
    assert "It contradicts removed [removed: claim ]" in compared


@pytest.mark.usefixtures("denial")
def test_the_page_of_its_source_says_what_contradicts_it() -> None:
    said = read("/en/sources/wire/")

    assert "1 statement rests on this source or names it: 1 is contradicted." in said
    assert "contradicted by: Supports – Title of denial" in said


@pytest.mark.usefixtures("denial")
def test_it_is_data_too() -> None:
    found = Client().get("/api/v1/entries/denial/").json()
    claim = Client().get("/api/v1/entries/claim/").json()

    assert found["contradicts"] == [{"id": claim["id"], "slug": "claim"}]
    assert (claim["contradicts"], claim["key_event"]) == ([], False)


def test_a_key_event_says_that_it_is_one(record) -> None:
    record.summit("paris", key_event=True)
    record.summit("berlin")

    assert "outcome not on record Key event Title of paris" in read("/en/entries/paris/")
    assert "Key event" not in read("/en/entries/berlin/")
    assert Client().get("/api/v1/entries/paris/").json()["key_event"] is True
