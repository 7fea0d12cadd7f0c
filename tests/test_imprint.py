"""Who publishes the record, and under which licence: on pages and in all that programs take."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from events import imprint
from events.api import schema
from events.views.frame.caching import release
from tests.record import Record
from tests.views.reading import missing, words

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LICENCE = "https://licence.example/by/4.0/"


@pytest.fixture
def forgotten():
    """What is worked out once in a process, anew in each of these tests."""
    for kept in (release, schema.description):
        kept.cache_clear()
    yield
    for kept in (release, schema.description):
        kept.cache_clear()


@pytest.fixture
def owned(settings, forgotten):
    settings.PUBLISHER = "The <Record> Office"
    settings.CONTACT = "mailto:desk@record.example"
    settings.LICENCE_NAME, settings.LICENCE_URL = "CC BY 4.0", LICENCE
    settings.ABOUT_TEXTS = {
        "choosing": {"en": "What **changes** something.", "de": "Was **etwas** ändert."},
        "judging": {"de": "Nach dem Wortlaut. <script>"},
    }


def test_where_nothing_is_set_the_page_says_so(client, forgotten):
    page = client.get("/en/about/")

    assert (
        missing(
            page,
            "Who publishes this copy has not said. No address to write to is given.",
            "Under which licence the record may be used has not been said.",
            "By what rules entries are chosen has not been said.",
            "By what rules stances are judged has not been said.",
        )
        == []
    )
    assert "nicht angegeben" in words(client.get("/de/about/"))


def test_what_is_set_stands_on_the_page(client, owned):
    page = client.get("/en/about/")

    assert "The &lt;Record&gt; Office" in page.text
    assert '<a href="mailto:desk@record.example">desk@record.example</a>' in page.text
    assert f'<a rel="license" href="{LICENCE}">CC BY 4.0</a>' in page.text
    assert "<p>What <strong>changes</strong> something.</p>" in page.text
    # In the language that there is, without what could do harm.
    assert '<div lang="de" dir="auto"><p>Nach dem Wortlaut.' in page.text
    assert "<script>" not in page.text.partition("judging")[2]
    assert "not been said" not in words(page)


def test_caches_learn_that_it_is_set(settings, forgotten):
    before = release()
    release.cache_clear()
    settings.PUBLISHER = "Somebody"

    assert release() != before
    assert "Somebody" in imprint.state()


def test_programs_are_told(client, owned):
    record = Record()
    record.development("event")

    feed = ET.fromstring(client.get("/en/feed.atom").content)
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "The <Record> Office"
    assert feed.findtext("a:rights", namespaces=ATOM) == f"CC BY 4.0 {LICENCE}"
    links = feed.findall("a:link[@rel='license']", ATOM)
    assert [link.get("href") for link in links] == [LICENCE]
    told = f'<{LICENCE}>; rel="license"'
    assert told in client.get("/api/v1/entries/").headers["Link"].split(", ")
    assert client.get("/en/entries.csv").headers["Link"].endswith(f", {told}")
    page = client.get("/en/entries/event/").text
    data = json.loads(re.search(r'ld\+json"[^>]*>(.*?)</script>', page, re.DOTALL).group(1))
    assert data["license"] == LICENCE
    assert data["publisher"] == {"@type": "Organization", "name": "The <Record> Office"}
    info = client.get("/api/v1/schema/").json()["info"]
    assert info["contact"] == {"name": "The <Record> Office", "email": "desk@record.example"}
    assert info["license"] == {"name": "CC BY 4.0", "url": LICENCE}


def test_programs_are_told_nothing_that_is_not_set(client, forgotten):
    Record().development("event")

    feed = ET.fromstring(client.get("/en/feed.atom").content)
    assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Record of diplomacy"
    assert feed.find("a:rights", ATOM) is None
    assert "license" not in client.get("/api/v1/entries/").headers["Link"]
    assert "license" not in client.get("/en/entries.csv").headers["Link"]
    assert "license" not in client.get("/en/entries/event/").text
    assert {"contact", "license"} & client.get("/api/v1/schema/").json()["info"].keys() == set()
