import re

import orjson
import pytest
from django.utils.translation import override

from events.presenting.entry import citations

URL = "http://site.test/en/entries/event/versions/1/"


@pytest.fixture
def document(record, read):
    """A document that was published on a day that the tests know."""

    def make(**fields):
        record.development("event", **fields)
        found = read("event")
        found["version"]["published_at"] = "2026-01-07T12:30:00.000000Z"
        return found

    return make


def test_in_words_it_names_version_day_and_address(document):
    assert citations.worded(document(date="2025-09"), URL) == (
        "“Title of event” (Development, September 2025). In: Record of diplomacy, version 1, "
        f"published 7 January 2026, 12:30 UTC. {URL}"
    )


def test_it_is_in_the_language_of_the_reader(document):
    with override("de"):
        found = citations.worded(document(date="2025-12-15~"), URL)

    assert "Titel von event" in found
    assert "7. Januar 2026, 12:30 UTC" in found


def test_bibtex(document):
    found = document(title_en="100 % & {more} of_it \\ ~", date="2025-09")

    assert citations.bibtex(found, URL) == (
        "@misc{event-v1,\n"
        "  title = {{100 \\% \\& \\{more\\} of\\_it \\textbackslash{} \\textasciitilde{}}},\n"
        "  howpublished = {Record of diplomacy},\n"
        "  year = {2026},\n"
        "  month = {1},\n"
        "  note = {Development, September 2025},\n"
        "  version = {1},\n"
        f"  url = {{{URL}}},\n"
        "  language = {en}\n"
        "}\n"
    )


def test_ris(document):
    lines = citations.ris(document(title_en="Two\nlines", date="2025-09"), URL).split("\r\n")

    assert lines[0] == "TY  - ELEC"
    assert lines[-2:] == ["ER  - ", ""]
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert "TI  - Two lines" in lines
    assert "DA  - 2026/01/07" in lines
    assert "N1  - Development, September 2025" in lines
    assert f"UR  - {URL}" in lines


def test_csl_json(document):
    assert orjson.loads(citations.csl(document(date="2025-09"), URL)) == [
        {
            "id": "event-v1",
            "type": "webpage",
            "title": "Title of event",
            "container-title": "Record of diplomacy",
            "publisher": "Record of diplomacy",
            "version": "1",
            "issued": {"date-parts": [[2026, 1, 7]]},
            "event-date": {"date-parts": [[2025, 9]]},
            "note": "Development, September 2025",
            "language": "en",
            "URL": URL,
        }
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-01-06", {"date-parts": [[2026, 1, 6]]}),
        ("2025-12-14/2025-12-15", {"date-parts": [[2025, 12, 14], [2025, 12, 15]]}),
        ("2025", {"date-parts": [[2025]]}),
        ("2025-12-15~", {"literal": "about 15 December 2025"}),
        ("2025-21", {"literal": "spring 2025"}),
        ("2025-12-15/..", {"literal": "since 15 December 2025"}),
        ("2026-01-06T14:30:00Z", {"literal": "6 January 2026, 14:30 UTC"}),
    ],
)
def test_what_a_format_cannot_say_of_a_date_stands_in_words(document, date, expected):
    [found] = orjson.loads(citations.csl(document(date=date), URL))

    assert found["event-date"] == expected


def test_the_day_is_that_of_the_site(document, settings):
    found = document()
    found["version"]["published_at"] = "2026-01-07T23:30:00.000000Z"

    settings.TIME_ZONE = "Europe/Berlin"
    [read] = orjson.loads(citations.csl(found, URL))

    assert read["issued"] == {"date-parts": [[2026, 1, 8]]}
