from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from events.feeds.sitemap import SitemapPage, index, urls

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_an_index_lists_maps():
    root = ET.fromstring(index(["http://site.test/sitemap-entries.xml?after=1&b"]))

    assert root.tag == f"{{{NAMES['s']}}}sitemapindex"
    assert [loc.text for loc in root.findall("s:sitemap/s:loc", NAMES)] == [
        "http://site.test/sitemap-entries.xml?after=1&b"
    ]


def test_every_language_names_all_languages():
    addresses = {"en": "http://site.test/en/?a&b", "de": "http://site.test/de/?a&b"}
    page = SitemapPage(addresses, datetime(2026, 1, 6, 12, tzinfo=UTC))

    root = ET.fromstring(urls([page]))

    found = root.findall("s:url", NAMES)
    assert [url.find("s:loc", NAMES).text for url in found] == list(addresses.values())
    for url in found:
        assert url.find("s:lastmod", NAMES).text == "2026-01-06T12:00:00.000000Z"
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        assert links == addresses | {"x-default": addresses["en"]}


def test_what_has_no_day_of_change_says_none():
    root = ET.fromstring(urls([SitemapPage({"en": "http://site.test/en/"})]))

    assert root.findall("s:url/s:lastmod", NAMES) == []
