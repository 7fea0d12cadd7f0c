from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest

from events import publishing
from tests.views.frame.test_embed import below_a_path  # noqa: F401 - a fixture
from tests.views.test_pages import Page

HOST = "http://testserver"


@pytest.fixture
def ask(client, site):
    def make(url=None, **params):
        given = {"url": f"{HOST}{url}"} if url else {}
        return client.get(f"/oembed?{urlencode(given | params)}")

    return make


def test_the_answer_for_an_entry(ask):
    response = ask("/en/entries/paris/")

    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    answer = response.json()
    title = "Title of paris – Record of diplomacy"
    html = answer.pop("html")
    assert answer == {
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": "Record of diplomacy",
        "provider_url": f"{HOST}/en/",
        "cache_age": 3600,
        "width": 640,
        "height": 640,
        "thumbnail_url": f"{HOST}/en/entries/paris/card.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    [frame] = Page(html).all("iframe")
    assert frame == {
        "src": f"{HOST}/en/embed/entries/paris/",
        "title": title,
        "width": "100%",
        "height": "640",
        "frameborder": "0",
        "loading": "lazy",
    }


def test_what_is_named_is_there(ask, client):
    answer = ask("/en/entries/paris/").json()
    [frame] = Page(answer["html"]).all("iframe")

    for url in (frame["src"], answer["thumbnail_url"], answer["provider_url"]):
        assert client.get(url.removeprefix(HOST)).status_code == 200


def test_the_language_is_that_of_the_page(ask):
    answer = ask("/de/entries/paris/").json()

    assert answer["title"].startswith("Titel von paris – ")
    assert answer["provider_url"] == f"{HOST}/de/"


def test_the_filters_of_a_view_stay(ask):
    answer = ask("/en/timeline/?kind=summit&actor=germany").json()

    [frame] = Page(answer["html"]).all("iframe")
    assert frame["src"] == f"{HOST}/en/embed/timeline/?kind=summit&actor=germany"
    assert "thumbnail_url" not in answer


def test_an_address_for_frames_is_as_good(ask):
    plain, framed = ask("/en/entries/paris/"), ask("/en/embed/entries/paris/")

    assert plain.json() == framed.json()


def test_a_former_address_is_answered_for(ask, site):
    site.summit.slug = "paris-2026"
    site.summit.save()
    publishing.publish(site.summit)

    assert ask("/en/entries/paris/").json()["title"].startswith("Title of paris")


def test_xml_says_the_same(ask):
    response = ask("/en/entries/paris/", format="xml")

    assert response["Content-Type"] == "text/xml; charset=utf-8"
    found = {child.tag: child.text for child in ET.fromstring(response.content)}
    answer = ask("/en/entries/paris/").json()
    assert found == {name: str(value) for name, value in answer.items()}


def test_no_frame_is_larger_than_is_allowed(ask):
    answer = ask("/en/entries/paris/", maxwidth=300, maxheight=5000).json()

    assert (answer["width"], answer["height"]) == (300, 640)
    assert 'width="100%" height="640"' in answer["html"]
    assert "thumbnail_url" not in answer
    large = ask("/en/entries/paris/", maxwidth=2000, maxheight=2000).json()
    assert large["thumbnail_width"] == 1200


@pytest.mark.parametrize(
    "url",
    [
        *("/en/entries/nothing/", "/en/entries/gone/", "/en/nowhere/", "/nowhere", "/"),
        *("/en/timeline/?kind=feast", "/en/feed.atom", "/admin/", "/api/v1/entries/"),
        *("/en/entries/paris/card.png", "/en/search/?q=peace", "/fr/entries/paris/"),
    ],
)
def test_what_is_no_page_is_not_found(ask, url):
    assert ask(url).status_code == 404


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/en/entries/paris/",
        "http://testserver.example.org/en/entries/paris/",
        "http://testserver@example.org/en/entries/paris/",
        "//testserver/en/entries/paris/",
        "/en/entries/paris/",
        "javascript://testserver/en/entries/paris/",
        "http://[/en/",
        "paris",
    ],
)
def test_other_sites_are_not_answered_for(client, site, url):
    response = client.get("/oembed", {"url": url})

    assert response.status_code == 404
    assert response["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("form", ["yaml", "JSON", "html"])
def test_other_formats_are_not_implemented(ask, form):
    assert ask("/en/entries/paris/", format=form).status_code == 501


@pytest.mark.parametrize(
    ("params", "named"),
    [
        ({}, "url"),
        ({"url": ""}, "url"),
        ({"url": f"{HOST}/en/", "maxwidth": "wide"}, "maxwidth"),
        ({"url": f"{HOST}/en/", "maxheight": "0"}, "maxheight"),
        ({"url": f"{HOST}/en/", "maxwidth": "-5"}, "maxwidth"),
        ({"url": [f"{HOST}/en/", f"{HOST}/de/"]}, "url"),
    ],
)
def test_a_wrong_parameter_is_named(client, site, params, named):
    response = client.get(f"/oembed?{urlencode(params, doseq=True)}")

    assert response.status_code == 400
    assert response.text.startswith(f"{named}: ")


def test_what_others_append_is_ignored(ask):
    assert ask("/en/entries/paris/", dnt="true", omitscript="1").status_code == 200


def test_the_answer_is_not_sent_again(ask, client):
    first = ask("/en/entries/paris/")
    url = f"/oembed?{urlencode({'url': f'{HOST}/en/entries/paris/'})}"

    again = client.get(url, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("path", ["/en/entries/paris/", "/de/timeline/?kind=summit&order=oldest"])
def test_pages_lead_to_their_answer(client, path):
    links = Page(client.get(path).text).all("link")

    found = {link["type"]: link["href"] for link in links if "oembed" in link.get("type", "")}
    assert set(found) == {"application/json+oembed", "text/xml+oembed"}
    answer = client.get(found["application/json+oembed"].removeprefix(HOST)).json()
    [frame] = Page(answer["html"]).all("iframe")
    assert frame["src"] == f"{HOST}{path.replace('/', '/embed/', 2).replace('/embed/', '/', 1)}"
    assert client.get(found["text/xml+oembed"].removeprefix(HOST)).status_code == 200


@pytest.mark.usefixtures("site", "below_a_path")
def test_a_site_below_a_path_answers_for_what_is_below_it(client):
    def ask(url):
        return client.get("/oembed", {"url": url}, SCRIPT_NAME="/record")

    answer = ask(f"{HOST}/record/en/entries/paris/").json()

    [frame] = Page(answer["html"]).all("iframe")
    assert frame["src"] == f"{HOST}/record/en/embed/entries/paris/"
    assert ask(f"{HOST}/en/entries/paris/").status_code == 404


def test_the_look_of_a_frame_stays(ask):
    answer = ask("/en/embed/timeline/?kind=summit&theme=dark&accent=8fc3f5&show=list").json()

    [frame] = Page(answer["html"]).all("iframe")
    assert frame["src"] == (
        f"{HOST}/en/embed/timeline/?kind=summit&theme=dark&accent=8fc3f5&show=list"
    )


def test_a_program_that_takes_compressed_answers_gets_one(client, site):
    asked = {"url": f"{HOST}/en/entries/paris/"}

    answer = client.get("/oembed", asked, headers={"Accept-Encoding": "gzip"})

    assert answer.status_code == 200
