"""What readers see as long as another release has derived what the pages would read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.log.derivation import DERIVATION
from tests.log.derived_by import AHEAD, BEHIND, WRONG, derived_by, read_by
from tests.views.conftest import LANGUAGES, PATHS

# The pages of programs, and pages in a frame.
OTHERS = (
    *("feed.atom", "calendar.ics", "card.png", "entries/promise/card.png"),
    *("entries/promise/versions/1/citation.ris", "embed/", "embed/timeline/"),
)
HEADING = {"en": "Back in a few minutes", "de": "In wenigen Minuten wieder da"}
TEXT = {
    ("en", False): "The record is being prepared for a new release of the site.",
    ("en", True): "This server is about to be replaced by one with a newer release.",
    ("de", False): "Die Website wird gerade auf eine neue Programmversion umgestellt.",
    (
        "de",
        True,
    ): "Dieser Server wird gleich durch einen mit einer neueren Programmversion ersetzt.",
}


def says_so(response, language, ahead):
    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert f"<h1>{HEADING[language]}</h1>" in response.text
    assert TEXT[language, ahead] in response.text


@pytest.mark.parametrize("number", WRONG)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_so_and_reads_nothing_else(client, site, language, number):
    derived_by(number)

    for path in (*PATHS, *OTHERS):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(f"/{language}/{path}")

        says_so(response, language, number == DERIVATION + 1)
        assert read_by(asked) == set(), path


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-entries.xml", "/oembed?url=http://x/"])
def test_so_does_what_is_below_no_language(client, site, path):
    derived_by(None)

    says_so(client.get(path, headers={"Accept-Language": "de"}), "de", ahead=False)


@pytest.mark.parametrize("number", BEHIND)
def test_a_frame_shows_it(client, site, number):
    derived_by(number)

    response = client.get("/en/embed/timeline/")

    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response


@pytest.mark.parametrize("number", [AHEAD])
def test_a_copy_that_a_browser_has_is_not_called_good(client, site, number):
    tag = client.get("/en/timeline/")["ETag"]
    derived_by(number)

    says_so(client.get("/en/timeline/", headers={"If-None-Match": tag}), "en", ahead=True)


@pytest.mark.parametrize("number", WRONG)
def test_a_wrong_address_is_one_still_but_nothing_is_suggested(client, site, number):
    assert 'href="/en/entries/promise/"' in client.get("/en/nowhere/promise/").text
    derived_by(number)

    with CaptureQueriesContext(connection) as asked:
        response = client.get("/en/nowhere/promise/")

    assert response.status_code == 404
    assert 'href="/en/entries/promise/"' not in response.text
    assert read_by(asked) == set()


@pytest.mark.parametrize("number", WRONG)
def test_addresses_that_only_lead_on_lead_on(client, db, number):
    derived_by(number)

    assert client.get("/").status_code == 302
    assert client.get("/en/pinned/timeline/").status_code == 302
    assert client.get("/robots.txt").status_code == 200


def test_an_empty_record_is_shown(client, db):
    derived_by(None)

    assert client.get("/en/").status_code == 200
