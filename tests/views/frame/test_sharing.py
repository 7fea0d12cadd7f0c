"""What pages say about themselves, and what lets readers take them along."""

import json
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest

from events.feeds.calendar import MOST_ENTRIES
from events.views.frame.sharing import territory
from tests.views.reading import words
from tests.views.test_pages import Page

HOST = "http://testserver"


class Texts(HTMLParser):
    """The texts of the elements of one name, with their attributes."""

    def __init__(self, html, tag):
        super().__init__()
        self.tag, self.inside, self.found = tag, False, []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == self.tag:
            self.inside = True
            self.found.append([dict(attributes), ""])

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != self.tag

    def handle_data(self, data):
        if self.inside:
            self.found[-1][1] += data


def meta(page):
    return {
        tag.get("property") or tag.get("name"): tag["content"]
        for tag in page.all("meta")
        if "content" in tag
    }


@pytest.mark.usefixtures("site")
def test_every_page_has_a_card(client):
    for path in ("", "timeline/?kind=summit", "about/", "entries/promise/versions/", "nowhere/"):
        said = meta(Page(client.get(f"/de/{path}").text))
        assert said["og:image"] == f"{HOST}/de/card.png", path
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["twitter:card"] == "summary_large_image"
        assert (said["og:locale"], said["og:locale:alternate"]) == ("de_DE", "en_US")
        assert said["og:title"]
        assert said["og:description"]


def test_an_entry_has_a_card_of_its_own(client, site):
    said = meta(Page(client.get("/en/entries/promise/").text))

    assert said["og:title"] == "Title of promise, corrected"
    assert said["og:type"] == "article"
    assert said["og:url"] == f"{HOST}/en/entries/promise/"
    assert said["og:image"] == f"{HOST}/en/entries/promise/card.png?version=2"
    assert said["og:image:alt"].endswith(". September 2025")
    assert client.get(said["og:image"].removeprefix(HOST)).status_code == 200


def test_what_a_page_says_of_itself_is_escaped(client, record):
    record.development("event", title_en='"><script>alert(1)</script>', summary_en='"><b>')

    page = Page(client.get("/en/entries/event/").text)

    said = meta(page)
    assert said["og:title"] == '"><script>alert(1)</script>'
    assert said["og:description"].startswith('">')
    assert len(page.all("script")) == len(
        [script for script in page.all("script") if "src" in script or "type" in script]
    )


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("timeline/", ""),
        ("timeline/?kind=summit&actor=germany&order=oldest&limit=3", "kind=summit&actor=germany"),
        ("timeline/?as_of=2020-01-01", "as_of=2020-01-01"),
        ("search/?q=title&kind=summit&year=2026", "q=title&kind=summit&year=2026"),
        ("since/?kind=position&topic=force&as_of=2020-01-01", "kind=position&topic=force"),
        ("since/?stance=opposes&role=holder", "stance=opposes&role=holder"),
        (
            "meetings/?actor=germany&status=held&filters=open",
            "kind=summit&actor=germany&status=held",
        ),
        ("commitments/", "kind=commitment"),
        (
            "commitments/?by=map&status=open&actor=poland&firmness=agreed&domain=air&year=2025",
            "kind=commitment&status=open&actor=poland&firmness=agreed&domain=air&year=2025",
        ),
        ("questions/?topic=force&status=open", "kind=question&topic=force&status=open"),
        ("positions/?actor=germany&on=2026-01-01", "kind=position&actor=germany"),
        ("positions/?actor=germany&actor=russia&topic=force", "kind=position&topic=force"),
        ("meetings/", "kind=summit"),
        ("questions/", "kind=question"),
        ("positions/", "kind=position"),
        ("actors/germany/", "actor=germany"),
        ("topics/force/", "topic=force"),
        ("positions/germany/force/", "kind=position&actor=germany&topic=force"),
        ("", ""),
    ],
)
def test_lists_can_be_taken_along(client, path, query):
    response = client.get(f"/en/{path}")
    assert response.status_code == 200
    page = Page(response.text)
    suffix = f"?{query}" if query else ""

    links = {link["type"]: link["href"] for link in page.all("a") if "type" in link}
    assert links["application/atom+xml"] == f"/en/feed.atom{suffix}"
    assert links["text/calendar"] == f"/en/calendar.ics{suffix}"
    feeds = [link for link in page.all("link") if link.get("type") == "application/atom+xml"]
    assert [link["href"] for link in feeds] == [f"/en/feed.atom{suffix}"]
    for url in links.values():
        assert client.get(url).status_code == 200, url


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("path", ["nowhere/", "entries/gone/", "about/"])
def test_what_cannot_be_framed_offers_none(client, path):
    html = client.get(f"/en/{path}").text

    assert "/en/take/" not in html
    assert "+oembed" not in html


@pytest.mark.usefixtures("site")
def test_a_permanent_link_keeps_the_state(client):
    page = Page(client.get("/en/timeline/?kind=summit&actor=germany").text)

    [form] = [form for form in page.all("form") if "/pinned/" in form["action"]]
    assert form == {"action": "/en/pinned/timeline/", "method": "get"}
    response = client.get(f"{form['action']}?{urlencode({'kind': 'summit', 'actor': 'germany'})}")
    assert response["Location"].startswith("/en/timeline/?kind=summit&actor=germany&as_of=")


def test_an_entry_can_be_cited(client, site):
    response = client.get("/en/entries/promise/")

    assert "“Title of promise, corrected” (Commitment, September 2025)." in words(response)
    links = [link["href"] for link in Page(response.text).all("a")]
    assert f"{HOST}/en/entries/promise/versions/2/" in links
    for form in ("bib", "ris", "json"):
        assert f"/en/entries/promise/versions/2/citation.{form}" in links


def test_an_old_version_is_cited_as_what_it_is(client, site):
    response = client.get("/en/entries/promise/versions/1/")

    assert "“Title of promise” (Commitment, September 2025)." in words(response)
    assert f"{HOST}/en/entries/promise/versions/1/" in response.text


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("slug", "kind"),
    [
        ("paris", "Event"),
        ("promise", "Claim"),
        ("stand", "Claim"),
        ("event", "CreativeWork"),
        ("unclear", "Question"),
    ],
)
def test_an_entry_is_linked_data(client, slug, kind):
    scripts = Texts(client.get(f"/en/entries/{slug}/").text, "script").found

    [data] = [text for attributes, text in scripts if "type" in attributes]
    read = json.loads(data)
    assert read["@id"] == f"{HOST}/en/entries/{slug}/"
    assert read["mainEntity"]["@type"] == kind


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("path", ["versions/1/", "?as_of=2100-01-01x", "?as_of=2020-01-01"])
def test_only_the_entry_as_it_stands_is_linked_data(client, path):
    html = client.get(f"/en/entries/promise/{path}").text

    assert ("ld+json" in html) is (path == "?as_of=2100-01-01x")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "en_US"), ("de", "de_DE"), ("ar", "ar_EG"), ("pt-br", "pt_BR"), ("tlh", "tlh")],
)
def test_a_language_has_a_country(language, expected):
    assert territory(language) == expected


@pytest.mark.usefixtures("site")
def test_a_feed_is_named_after_what_it_follows(client):
    def name(path):
        links = Page(client.get(f"/en/{path}").text).all("link")
        return [link["title"] for link in links if link.get("type") == "application/atom+xml"]

    assert name("timeline/") == ["Timeline – Record of diplomacy"]
    assert name("entries/paris/") == ["Record of diplomacy"]


def test_the_site_tells_how_much_a_calendar_has(client, db):
    assert f"the latest {MOST_ENTRIES} entries" in words(client.get("/en/about/"))
