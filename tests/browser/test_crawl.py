"""What search engines find: each page once, and an end."""

from urllib.parse import parse_qs, urlsplit

from events.views.asking import LOOKED_AT
from tests.browser.crawling import crawled

# The first record has some forty entries, in two languages.
MOST = 1000


def test_a_crawl_of_the_site_comes_to_an_end(site):
    found = crawled(site.url, MOST)

    assert found.failed == set()
    assert len(found.fetched) < MOST
    paths = {urlsplit(url).path for url in found.listed}
    assert {"/en/", "/de/", "/en/timeline/", "/de/positions/", "/en/commitments/"} <= paths
    for url in found.listed:
        assert not set(parse_qs(urlsplit(url).query)) & set(LOOKED_AT), url
