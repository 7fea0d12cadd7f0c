"""Sources on the desk: what is kept of them, and what does not go together."""

from typing import Any

import pytest

from events.models import Citation, Entry, Source
from tests.models.test_clean import complaints
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def source(**fields: Any) -> Source:
    return Source(**{"slug": "s", "title": "S", "language": "de"} | fields)


def test_a_whole_source_has_no_complaints_and_is_kept_in_its_form() -> None:
    told = record.source("notice")
    found = source(
        authors=["  Ada  Lovelace ", "", "Ada Lovelace", "Smith, John"],
        other_languages=["en", "uk", "en"],
        access="paywall",
        doi="https://doi.org/10.1000/182",
        isbn="ISBN 978 3 16 148410 0",
        urn="urn:nbn:de:1",
        state="retracted",
        state_date="2026-02",
        state_note_en="The figures were invented.",
        state_source=told,
    )
    assert complaints(found) == {}
    assert (found.authors, found.other_languages) == (
        ["Ada Lovelace", "Smith, John"],
        ["en", "uk"],
    )
    assert (found.doi, found.isbn) == ("10.1000/182", "978-3-16-148410-0")


def test_all_that_is_wrong_is_said_at_its_field() -> None:
    assert complaints(
        source(
            url="doi:10.1000/182",
            doi="x",
            isbn="978-3-16-148410-1",
            other_languages=["English"],
            authors=["a" * 201],
        )
    ) == {
        "url": ["This is no web address: it belongs in the field “DOI”."],
        "doi": ["A DOI begins with “10.”, a number and a slash, as in 10.1000/182."],
        "isbn": ["The check digit at the end of this ISBN is wrong: a digit is mistyped."],
        "other_languages": ["English: A language tag such as “de”, “uk” or “pt-BR”."],
        "authors": [f"{'a' * 40}: A name has at most 200 characters."],
    }


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"authors": "Ada"}, {"authors": ["A list of texts stands here."]}),
        ({"authors": [1]}, {"authors": ["A list of texts stands here."]}),
        (
            {"authors": ["A\0"]},
            {"authors": ["A\0: The character U+0000 cannot be part of a text. Please remove it."]},
        ),
        ({"authors": [str(n) for n in range(101)]}, {"authors": ["At most 100 stand here."]}),
        (
            {"other_languages": ["en", "de"]},
            {"other_languages": ["“de” is the language of its title already."]},
        ),
    ],
)
def test_lists_hold_texts(fields: dict[str, Any], wrong: dict[str, list[str]]) -> None:
    assert complaints(source(**fields)) == wrong


BELONGS = "This belongs to a source that was corrected or retracted: choose which."


def test_what_was_not_corrected_has_no_date_or_note_of_it() -> None:
    told = record.source("notice")
    found = source(state_date="2026-02", state_note_de="Falsch.", state_source=told)
    assert complaints(found) == {
        "state_date": [BELONGS],
        "state_note_de": [BELONGS],
        "state_source": [BELONGS],
    }


def test_no_source_tells_of_itself_and_a_correction_has_one_date() -> None:
    report = record.source()
    report.state, report.state_source, report.state_date = "corrected", report, "2026/2027"
    found = complaints(report)
    assert found["state_source"] == ["Another source tells of it."]
    assert found["state_date"] == ["One date stands here, not a span of time."]


@pytest.mark.parametrize(
    ("model", "field", "most"),
    [
        (Entry, "title_en", 500),
        (Entry, "title_de", 500),
        (Source, "title", 500),
        (Citation, "quote", 1000),
    ],
)
def test_titles_and_quotes_are_taken_whole(model: Any, field: str, most: int) -> None:
    assert model._meta.get_field(field).max_length == most
