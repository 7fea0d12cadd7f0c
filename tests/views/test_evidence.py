"""How it is known, and what has become of its sources, wherever a statement is shown."""

import html

import pytest

from events import publishing
from tests.views.conftest import LANGUAGES
from tests.views.test_pages import Page, keeps_its_structure

WORDS = {"en": "inferred by the editors", "de": "von der Redaktion erschlossen"}
PAGES = [
    "entries/stand/",
    "timeline/",
    "timeline/?basis=inferred",
    "positions/",
    "positions/france/force/",
    "positions/changes/?from=2025-01-01&to=2026-12-31",
    "actors/france/",
    "topics/force/",
    "search/?q=stand",
    "feed.atom",
    "",
]
LONG = "word " * 99 + "end"


def text(response):
    return html.unescape(response.content.decode())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_what_the_editors_infer_says_so_beside_where_somebody_stands(
    client, record, language, path
):
    record.position("stand", date="2026-01-05", basis="inferred")

    assert WORDS[language] in text(client.get(f"/{language}/{path}"))


@pytest.mark.parametrize("path", PAGES)
def test_where_that_is_not_recorded_nothing_is_said(client, record, path):
    record.position("stand", date="2026-01-05")

    found = text(client.get(f"/en/{path}"))
    assert not any(f'<span class="basis">{sign}' in found for sign in ("", "“", "¶", "∴"))


def test_positions_around_a_meeting_say_how_they_are_known(client, record):
    record.summit("paris", topics=["force"])
    record.position("stand", date="2026-01-05", basis="reported")

    assert "reported by the source" in text(client.get("/en/entries/paris/"))


def test_lists_can_be_filtered_by_it_and_nothing_else_is(client, record):
    record.position("one", basis="stated")
    record.position("two", basis="inferred")
    record.development("three")
    found = client.get("/api/v1/entries/", {"basis": "stated"}).json()["results"]
    assert [entry["slug"] for entry in found] == ["one"]
    assert client.get("/api/v1/entries/", {"basis": "guessed"}).status_code == 400


@pytest.mark.parametrize(
    ("language", "state", "sentence"),
    [
        (
            "en",
            "Retracted · 3 May 2026",
            "Every source that bears this entry out has been retracted since.",
        ),
        (
            "de",
            "Zurückgezogen · 3. Mai 2026",
            "Alle Quellen, die diesen Eintrag belegen, sind inzwischen zurückgezogen.",
        ),
    ],
)
def test_a_retracted_source_says_so_wherever_it_is_cited(client, record, language, state, sentence):
    record.position("stand", date="2026-01-05")
    record.question("unclear")
    report = record.source()
    report.state, report.state_date = "retracted", "2026-05-03"
    report.state_note_en, report.doi = "The figures were invented.", "10.1000/182"
    report.save()
    publishing.republish(report)

    for path in ("entries/stand/", "positions/france/force/", "questions/"):
        assert state in text(client.get(f"/{language}/{path}")), path
    entry = text(client.get(f"/{language}/entries/stand/"))
    assert sentence in entry
    assert 'href="https://doi.org/10.1000/182"' in entry
    assert "The figures were invented." in entry
    assert '"creativeWorkStatus":"Retracted"' in entry
    flag = {"en": "its source was retracted", "de": "Quelle zurückgezogen"}[language]
    assert flag in text(client.get(f"/{language}/timeline/"))


@pytest.mark.parametrize("path", ["entries/stand/", "timeline/", "positions/", "", "search/?q=end"])
def test_long_titles_and_quotes_are_shown_whole(client, record, path):
    entry = record.position("stand", title_en=LONG[:500], publish=False)
    entry.citations.update(quote="quote " * 166)
    publishing.publish(entry)

    response = client.get(f"/en/{path}")
    keeps_its_structure(Page(response.text), "en")
    if path in ("entries/stand/", "timeline/"):
        assert LONG[:500] in text(response)
