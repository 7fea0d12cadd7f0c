"""Sources at the desk: lists in one control, what is wrong at its field, and a retraction."""

import pytest

from events.models import Source
from events.public import entry as public_entry
from tests.admin.desk import errors

pytestmark = pytest.mark.django_db


def test_authors_stand_on_lines_and_languages_between_commas(record, desk):
    report = record.source()
    desk.save("source", report.pk, authors="Ada\r\n\r\nSmith, John", other_languages="en, uk")

    report.refresh_from_db()
    assert (report.authors, report.other_languages) == (["Ada", "Smith, John"], ["en", "uk"])
    form = desk.form("source", report.pk)
    assert form["authors"].split("\r\n") == ["Ada", "Smith, John"]
    assert form["other_languages"] == "en, uk"


def test_nothing_typed_is_lost_where_something_is_wrong(record, desk):
    response = desk.save("source", record.source().pk, doi="10.1", url="doi:10.1000/182", isbn="12")

    found = errors(response)
    assert set(found) == {"doi", "url", "isbn"}
    page = response.content.decode()
    assert all(f'value="{typed}"' in page for typed in ("10.1", "doi:10.1000/182", "12"))
    assert Source.objects.get().url == ""


def test_a_retraction_is_public_at_once_and_asked_about(record, desk):
    record.development("event")
    desk.save("source", record.source().pk, state="retracted")

    assert desk.messages[0] == "1 public entry names this and was published again."
    assert "Since when is that so, and who says so?" in desk.messages[1]
    assert public_entry("event").document["sources"][0]["state"] == "retracted"
