"""What holds for every page, in every language."""

import re
from collections import defaultdict, deque
from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from django.test import override_settings
from django.utils import timezone

from events import public
from events.presenting.kept import kept_up_to
from tests.views.conftest import LANGUAGES, PATHS

VOID = {"base", "meta", "link", "input", "br", "hr", "img", "source", "wbr"}


class Page(HTMLParser):
    """The parts of a page that a rule is about."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.headings = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def levels(self):
        return [int(name[1]) for name, _ in self.tags if re.fullmatch("h[1-6]", name)]


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.mark.usefixtures("site")
def test_every_page_keeps_the_rules(client, language):
    """One test for all pages, because the record that they show takes longest to make."""
    for path in PATHS:
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200, path
        assert not response.cookies, path
        page = Page(response.text)
        keeps_its_structure(page, language)
        keeps_the_policy(page)
        is_labelled(page)


def keeps_its_structure(page, language):
    assert page.open == []
    assert page.all("html") == [{"lang": language}]
    assert page.levels.count(1) == 1
    assert page.levels[0] == 1
    for before, after in zip(page.levels, page.levels[1:], strict=False):
        assert after <= before + 1
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert len(page.all("main")) == 1
    assert page.all("a")[0] == {"class": "skip", "href": "#content"}


def keeps_the_policy(page):
    """No script or style in the page, nothing from another host."""
    assert page.all("style") == []
    for tag, attributes in page.tags:
        if attributes.get("type") == "application/ld+json":  # which is data and never run
            continue
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        if tag in ("script", "img") or attributes.get("rel") in ("stylesheet", "icon"):
            assert (attributes.get("src") or attributes["href"]).startswith(
                ("/static/", "/accents/")
            )
    for link in page.all("a"):
        assert urlsplit(link["href"]).scheme in ("", "http", "https")


def is_labelled(page):
    labels = {attributes["for"] for attributes in page.all("label")}
    ids = {attributes.get("id") for _, attributes in page.tags}
    for tag, attributes in page.tags:
        if tag in ("input", "select") and attributes.get("type") != "hidden":
            assert attributes["id"] in labels
        for name in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(name) in {None, *ids}


@pytest.mark.usefixtures("site")
def test_every_link_leads_somewhere(client):
    """From the front page, whatever can be reached answers; outward links are left alone.

    Of the views of one page, up to four with different sets of filters: there are thousands.
    """
    waiting, seen = deque(["/en/"]), set()
    views: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    while waiting:
        url = waiting.popleft()
        path, _mark, query = url.partition("?")
        filters = tuple(sorted(parse_qs(query)))
        if filters in views[path] or len(views[path]) > 3:
            continue
        views[path].add(filters)
        seen.add(url)
        response = client.get(url, follow=True)
        assert response.status_code == 200, url
        if not response["Content-Type"].startswith("text/html") or url.startswith("/api/"):
            continue
        for link in Page(response.text).all("a"):
            target = urlsplit(urljoin(f"http://testserver{url}", link["href"]))
            if target.netloc == "testserver" and "cursor=" not in target.query:
                waiting.append(f"{target.path}?{target.query}".rstrip("?"))
    assert {"/de/", "/en/entries/paris/", "/de/entries/promise/versions/?from=1&to=2"} <= seen


@pytest.mark.usefixtures("site")
def test_languages_switch_on_the_same_view(client):
    page = Page(client.get("/en/timeline/?kind=summit&order=oldest").text)

    german = [link for link in page.all("a") if link.get("hreflang") == "de"]
    alternates = {link["hreflang"]: link["href"] for link in page.all("link") if "hreflang" in link}

    assert {link["href"] for link in german} == {"/de/timeline/?kind=summit&order=oldest"}
    assert alternates == {
        code: f"http://testserver/{code}/timeline/?kind=summit" for code in LANGUAGES
    } | {"x-default": "http://testserver/en/timeline/?kind=summit"}


@pytest.mark.usefixtures("site")
def test_a_page_names_one_address_for_all_its_copies(client):
    page = Page(client.get("/en/timeline/?kind=summit&limit=7").text)

    canonical = [link["href"] for link in page.all("link") if link["rel"] == "canonical"]

    assert canonical == ["http://testserver/en/timeline/?kind=summit"]


@pytest.mark.parametrize(
    ("accepted", "home"), [("de-AT,de;q=0.9", "/de/"), ("en", "/en/"), ("fr", "/en/")]
)
def test_the_root_leads_to_the_language_of_the_browser(client, db, accepted, home):
    response = client.get("/", headers={"Accept-Language": accepted})

    assert (response.status_code, response["Location"]) == (302, home)
    assert "accept-language" in response["Vary"].lower()


def test_pages_show_an_empty_record(client, db, language):
    for path in ("", "timeline/", "about/", "timeline/?as_of=2020-01-01"):
        assert client.get(f"/{language}/{path}").status_code == 200


def test_drafts_stay_on_the_desk(client, site):
    record = site.record
    record.development("secret-draft", title_en="Secret", actors=["secret"], publish=False)
    site.promise.title_en = "Secret change"
    site.promise.save()

    for path in PATHS:
        assert "ecret" not in client.get(f"/en/{path}").text
    assert client.get("/en/entries/secret-draft/").status_code == 404
    assert client.get("/en/entries/secret-draft/versions/").status_code == 404


def test_head_is_answered_without_a_body(client, site):
    response = client.head("/en/timeline/")

    assert (response.status_code, response.content) == (200, b"")


def test_pages_are_only_read(client, db):
    assert client.post("/en/timeline/").status_code in (403, 405)


@pytest.mark.parametrize("path", ["/en/nowhere/", "/nowhere/", "/en/entries/paris-summit-2026/"])
def test_a_page_that_does_not_exist_offers_a_search(client, db, path):
    response = client.get(path)

    assert response.status_code == 404
    searches = [field for field in Page(response.text).all("input") if field["name"] == "q"]
    assert searches[0]["value"] == path.rstrip("/").rpartition("/")[2].replace("-", " ")


@pytest.mark.usefixtures("site")
def test_every_page_tells_up_to_when_the_record_is_kept(client):
    told = kept_up_to(public.kept())

    assert len(told) == 2
    for path in PATHS:
        assert f"<p>{' '.join(told)}</p>" in client.get(f"/en/{path}").text, path


@pytest.mark.usefixtures("site")
def test_the_record_as_it_stood_tells_that_instead(client):
    today = timezone.localdate().isoformat()

    assert "Last publication" not in client.get(f"/en/timeline/?as_of={today}").text


@override_settings(DEBUG=False)
def test_an_error_of_ours_is_admitted(client, db, monkeypatch):
    monkeypatch.setattr("events.public.kept", lambda: 1 / 0)
    client.raise_request_exception = False

    response = client.get("/de/timeline/")

    assert response.status_code == 500
    assert Page(response.text).all("html") == [{"lang": "de"}]
