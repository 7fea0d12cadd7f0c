"""Views as pictures to keep."""

from xml.etree import ElementTree as ET

import pytest

from tests.views.test_pages import Page

SVG = "/en/picture/svg/"


def said(response):
    root = ET.fromstring(response.content)
    return [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("timeline/?kind=summit&show=list", "Title of paris"),
        ("timeline/?kind=summit&show=drawing", "Title of paris"),
        ("positions/?show=table", "Topic force"),
        ("entries/paris/?show=brief", "Title of paris"),
        ("commitments/", "Title of promise, corrected"),
        ("meetings/", "Title of berlin"),
        ("questions/", "Title of unclear"),
        ("actors/germany/", "germany"),
        ("compare/berlin/paris/", "Title of berlin"),
    ],
)
def test_each_view_is_a_picture_with_its_source(client, path, shown):
    lines = said(client.get(SVG + path))

    text = " ".join(lines)
    assert shown.lower() in text.lower()
    assert "Record of diplomacy, taken on" in text
    assert "http://testserver/en/" in lines[-1] or "http://testserver/en/" in text
    png = client.get(f"/en/picture/png/{path}")
    assert png["Content-Type"] == "image/png"
    assert png.content.startswith(b"\x89PNG")


@pytest.mark.usefixtures("site")
def test_a_picture_of_an_earlier_state_says_which(client):
    pinned = client.get("/de/pinned/timeline/")["Location"]
    response = client.get(f"/de/picture/svg/timeline/?{pinned.partition('?')[2]}")

    assert response.status_code == 200
    assert "Stand" in " ".join(said(response)[-4:])


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    "path",
    [
        *("svg/nowhere/", "svg/search/", "gif/timeline/", "png/entries/gone/"),
        *("svg/timeline/?kind=feast", "svg/timeline/?show=map", "png/entries/nothing/"),
    ],
)
def test_of_what_is_not_there_is_no_picture(client, path):
    assert client.get(f"/en/picture/{path}").status_code == 404


def test_there_is_one_address_of_a_picture(client, site):
    response = client.get(f"{SVG}timeline/?utm_source=x&kind=summit&lanes=")

    assert (response.status_code, response["Location"]) == (302, f"{SVG}timeline/?kind=summit")


@pytest.mark.usefixtures("site")
def test_the_dialogue_leads_to_pictures(client):
    page = Page(client.get("/en/take/timeline/?kind=summit&show=list&theme=dark").text)

    links = [link["href"] for link in page.all("a") if "download" in link]
    assert links == [
        f"/en/picture/{form}/timeline/?kind=summit&show=list" for form in ("png", "svg")
    ]
    for link in links:
        assert client.get(link)["X-Robots-Tag"] == "noindex"
