"""How a page looks in a frame, as its address asks for it."""

from html import unescape

import pytest

from events.views.frame import EMBEDDABLE, look
from tests.views.test_pages import Page, keeps_the_policy

TIMELINE = "/en/embed/timeline/"


def sheets(client, query):
    """The style sheets of a frame that are not those of every page, with their media."""
    page = Page(client.get(f"{TIMELINE}{query}").text)
    keeps_the_policy(page)
    return [
        (link["href"].rpartition("/")[2], link["media"])
        for link in page.all("link")
        if link["rel"] == "stylesheet" and "media" in link
    ]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("query", "scheme", "taken"),
    [
        ("", "light dark", [("dark.css", "screen and (prefers-color-scheme: dark)")]),
        ("?theme=light", "light", []),
        ("?theme=dark", "dark", [("dark.css", "screen")]),
        ("?theme=light&accent=0b4a86", "light", [("0b4a86.css", "screen")]),
        (
            "?accent=0b4a86",
            "light dark",
            [
                ("dark.css", "screen and (prefers-color-scheme: dark)"),
                ("0b4a86.css", "screen and (prefers-color-scheme: light)"),
            ],
        ),
    ],
)
def test_colours_are_those_that_were_asked_for(client, query, scheme, taken):
    assert sheets(client, query) == taken
    said = Page(client.get(f"{TIMELINE}{query}").text).all("meta")
    assert {"name": "color-scheme", "content": scheme} in said


def test_a_page_on_the_site_looks_as_its_reader_wants(client, site):
    """There, these are parameters that it does not know."""
    response = client.get("/en/timeline/?theme=dark&kind=summit")

    assert (response.status_code, response["Location"]) == (302, "/en/timeline/?kind=summit")


@pytest.mark.usefixtures("site")
def test_a_part_stands_for_the_page(client):
    drawing = client.get(f"{TIMELINE}?show=drawing&kind=summit").text
    listed = client.get(f"{TIMELINE}?show=list&kind=summit").text
    whole = client.get(f"{TIMELINE}?kind=summit").text

    assert ['id="drawing"' in html for html in (drawing, listed, whole)] == [True, False, True]
    assert ['id="entries"' in html for html in (drawing, listed, whole)] == [False, True, True]
    brief = client.get("/en/embed/entries/promise/?show=brief")
    assert 'id="sources"' in brief.text
    assert "The date as programs read it" not in brief.text
    assert "The date as programs read it" in client.get("/en/embed/entries/promise/").text


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("query", "tidy"),
    [
        ("?utm_source=x&kind=summit", "?kind=summit"),
        ("?theme=&kind=summit&theme=dark", "?kind=summit&theme=dark"),
        ("?accent=%23ABC&kind=summit", "?kind=summit&accent=aabbcc"),
        ("?kind=&theme=dark", "?theme=dark"),
        ("?theme=dark&utm_medium=mail&show=list", "?theme=dark&show=list"),
        ("?fbclid=1", ""),
    ],
)
def test_there_is_one_address_for_a_look(client, query, tidy):
    response = client.get(f"{TIMELINE}{query}")
    while response.status_code == 302:
        last = response["Location"]
        response = client.get(last)

    assert (response.status_code, last) == (200, f"{TIMELINE}{tidy}")


def test_a_page_without_parts_does_not_take_one(client, site):
    response = client.get("/en/embed/meetings/?show=list&theme=dark")

    assert (response.status_code, response["Location"]) == (302, "/en/embed/meetings/?theme=dark")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("theme=blue", "Light or dark: there is no “blue”. Possible: always light, always dark."),
        ("theme=dark&theme=light", "Light or dark: there is no “light”."),
        ("show=map", "Part of the page: there is no “map”. Possible: the drawing alone, the list"),
        ("accent=blue", "Colour of links: “blue” is no colour. Write six digits, such as 0b4a86."),
        (
            "accent=ffff00&theme=light",
            "Colour of links: text in #ffff00 could not be read. Its contrast to the ground is 1",
        ),
        ("accent=888888", "Colour of links: text in #888888 could not be read."),
    ],
)
def test_what_is_wrong_is_told_in_place(client, query, said):
    response = client.get(f"{TIMELINE}?kind=summit&{query}")

    assert response.status_code == 400
    assert said in unescape(response.text)
    # The page is there all the same, and is not kept as the one that was meant.
    assert "Title of paris" in response.text
    assert "ETag" not in response


def test_each_look_is_a_page_of_its_own_in_caches(client, site):
    light = client.get(f"{TIMELINE}?theme=light")
    dark = client.get(f"{TIMELINE}?theme=dark")

    assert light["ETag"] != dark["ETag"]
    again = client.get(f"{TIMELINE}?theme=light", headers={"If-None-Match": light["ETag"]})
    assert again.status_code == 304


@pytest.mark.usefixtures("site")
def test_the_filters_of_a_frame_cannot_be_taken_away(client):
    html = client.get(f"{TIMELINE}?kind=position&actor=germany").text

    assert 'class="chip"' in html
    assert "Remove filter:" not in html
    assert "Remove filter:" in client.get("/en/timeline/?kind=position&actor=germany").text


@pytest.mark.usefixtures("site")
def test_what_is_chosen_in_a_frame_keeps_its_look(client):
    page = Page(client.get(f"{TIMELINE}?show=drawing&theme=dark").text)

    inside = [link["href"] for link in page.all("a") if link["href"].startswith(TIMELINE)]
    assert inside
    assert all("show=drawing" in url and "theme=dark" in url for url in inside)
    slider = client.get("/en/embed/positions/?theme=dark").context["slider"]
    assert slider["url"] == "/en/embed/positions/?theme=dark"


def test_what_has_parts_can_be_framed():
    assert set(look.PARTS) <= EMBEDDABLE
