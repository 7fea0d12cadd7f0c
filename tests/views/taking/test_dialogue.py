"""Where a page is taken along in a frame."""

from html import unescape

import pytest

from tests.views.test_pages import Page, is_labelled, keeps_its_structure, keeps_the_policy

HOST = "http://testserver"
TAKE = "/en/take/timeline/"


def asked(client, url):
    response = client.get(url)
    return response, response.context


@pytest.mark.usefixtures("site")
def test_a_look_is_tried_in_the_dialogue(client):
    query = "kind=summit&limit=3&theme=dark&accent=8fc3f5&show=list"
    response, shown = asked(client, f"{TAKE}?{query}")

    framed = "/en/embed/timeline/?kind=summit&limit=3&theme=dark&accent=8fc3f5&show=list"
    [preview] = Page(response.text).all("iframe")
    assert preview["src"] == shown["preview"] == framed
    assert client.get(framed).status_code == 200
    for code in (shown["code"], shown["with_script"]):
        [frame] = Page(code).all("iframe")
        assert (frame["src"], frame["title"]) == (HOST + framed, shown["title"])
    assert Page(shown["with_script"]).all("script") == [{"src": f"{HOST}/embed.js", "async": None}]
    # What is chosen elsewhere is sent along with what is chosen here.
    assert shown["unseen"] == [("kind", "summit")]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", ["", "timeline/?kind=summit", "positions/", "entries/paris/"])
def test_the_dialogue_keeps_the_rules_of_pages(client, language, path):
    response = client.get(f"/{language}/take/{path}")
    page = Page(response.text)

    assert response.status_code == 200
    keeps_its_structure(page, language)
    keeps_the_policy(page)
    is_labelled(page)
    assert "frame-src 'self'" in response["Content-Security-Policy"]
    assert {"name": "robots", "content": "noindex"} in page.all("meta")


@pytest.mark.usefixtures("site")
def test_what_nobody_takes_leaves_the_address(client):
    response = client.get(f"{TAKE}?utm_source=x&kind=summit&theme=&accent=%230B4A86&state=now")

    expected = f"{TAKE}?kind=summit&accent=0b4a86&state=now"
    assert (response.status_code, response["Location"]) == (302, expected)


@pytest.mark.usefixtures("site")
def test_the_state_of_now_is_kept(client):
    _response, shown = asked(client, f"{TAKE}?kind=summit&state=now")

    assert "as_of=" in shown["preview"]
    page = client.get(shown["preview"])
    assert page.status_code == 200
    assert page.context["frame"].as_of
    assert "as_of" not in dict(shown["unseen"])


@pytest.mark.usefixtures("site")
def test_what_is_pinned_already_stays_so(client):
    moment = asked(client, f"{TAKE}?state=now")[1]["preview"].partition("as_of=")[2]

    _response, shown = asked(client, f"{TAKE}?as_of={moment}&state=now")

    assert shown["preview"] == f"/en/embed/timeline/?as_of={moment}"


@pytest.mark.usefixtures("site")
def test_a_wrong_choice_is_told_in_place(client):
    response, shown = asked(client, f"{TAKE}?accent=blue&theme=pink")

    assert response.status_code == 400
    for said in shown["errors"]:
        assert said in unescape(response.text)
    assert len(shown["errors"]) == 2
    assert shown["preview"] == "/en/embed/timeline/"


@pytest.mark.usefixtures("site")
def test_each_page_leads_to_its_dialogue(client):
    for path in ("timeline/?kind=summit&actor=germany", "entries/paris/", "positions/", ""):
        links = Page(client.get(f"/en/{path}").text).all("a")
        [link] = [link for link in links if link["href"].startswith("/en/take/")]
        assert link == {"rel": "nofollow", "href": f"/en/take/{path}"}
        assert client.get(link["href"]).status_code == 200


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("path", ["nowhere/", "search/", "feed.atom/", "take/timeline/"])
def test_what_cannot_be_framed_has_no_dialogue(client, path):
    assert client.get(f"/en/take/{path}").status_code == 404
