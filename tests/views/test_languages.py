"""Languages of pages and of texts, and scripts that run from right to left."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.views.conftest import LANGUAGES, PATHS
from tests.views.test_pages import Page

ARABIC, HEBREW = "قمة باريس بشأن الضمانات (2026)", "פגישה בפריז על ערבויות NATO"


@pytest.mark.usefixtures("site")
def test_the_switch_stays_on_the_same_view(client):
    for path in PATHS:
        url = urlsplit(f"/en/{path}")
        page = Page(client.get(f"/en/{path}").text)
        [german] = {link["href"] for link in page.all("a") if link.get("hreflang") == "de"}
        there = urlsplit(german)

        assert there.path == url.path.replace("/en/", "/de/", 1)
        assert parse_qs(there.query) == parse_qs(url.query)


@pytest.mark.usefixtures("site")
def test_every_listed_page_names_its_other_languages(client):
    for path in PATHS:
        page = Page(client.get(f"/de/{path}").text)
        links = {link["hreflang"]: link["href"] for link in page.all("link") if "hreflang" in link}
        hidden = any(tag.get("name") == "robots" for tag in page.all("meta"))

        assert set(links) == (set() if hidden else {*LANGUAGES, "x-default"}), path
        if links:
            assert links["x-default"] == links["en"]
            for code in LANGUAGES:
                assert urlsplit(links[code]).path == f"/{code}/{path.partition('?')[0]}"


@pytest.fixture
def foreign(record):
    record.summit("arabic", title_en=ARABIC, title_de=HEBREW, summary_en=ARABIC, topics=["force"])
    record.position("german", title_en="", title_de="Nur auf Deutsch", summary_de="Auch das")
    return record


def tag_before(html, text, name):
    """The last tag of that name that opens before a text."""
    start = html.rindex(f"<{name}", 0, html.index(text))
    return html[start : html.index(">", start) + 1]


@pytest.mark.usefixtures("foreign")
def test_a_text_in_another_language_is_marked(client):
    for path in ("entries/german/", "timeline/", ""):
        html = client.get(f"/en/{path}").text
        body = html[html.index("<main") :]
        assert '<bdi lang="de">Nur auf Deutsch</bdi>' in body, path
    assert '<div class="prose" lang="de" dir="auto">' in client.get("/en/entries/german/").text


@pytest.mark.usefixtures("foreign")
def test_a_text_from_right_to_left_turns_nothing_beside_it(client):
    places = (("timeline/", "h3", "a"), ("entries/arabic/", "h1", "h1"), ("", "li", "a"))
    for path, heading, around in places:
        html = client.get(f"/en/{path}").text
        body = html[html.index("<main") :].partition('id="entries"')[2] or html
        assert f"<bdi>{ARABIC}</bdi>" in body, path
        assert 'dir="auto"' in tag_before(body, f"<bdi>{ARABIC}</bdi></{around}>", heading), path


@pytest.mark.usefixtures("foreign")
def test_nor_in_the_drawing(client):
    drawn = client.get("/en/timeline/").context["drawing"].course

    for part in (drawn.wide, drawn.narrow):
        assert 'dir="auto"' in tag_before(part, f"<bdi>{ARABIC}</bdi></a>", "p")


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("path", ["embed/timeline/", "embed/entries/arabic/", "timeline/?q=NATO"])
def test_pages_keep_their_form_with_such_texts(client, path):
    response = client.get(f"/de/{path}")

    assert response.status_code == 200
    assert Page(response.text).open == []
    assert HEBREW in response.text


@pytest.mark.usefixtures("foreign")
def test_a_citation_of_such_a_text_finds_its_direction(client):
    html = client.get("/en/entries/arabic/").text

    assert 'dir="auto"' in tag_before(html, f"“{ARABIC}”", "p")


def test_a_language_from_right_to_left_turns_the_page(client, db, monkeypatch):
    monkeypatch.setattr("django.utils.translation.get_language_bidi", lambda: True)

    page = Page(client.get("/en/about/").text)

    assert page.all("html") == [{"lang": "en", "dir": "rtl"}]
