"""How much a reader downloads, however much is on record."""

import gzip
import urllib.error
import urllib.request
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest

from tests.browser.pages import PAGES
from tests.waiting import PATIENCE

PAGE = 120 * 1024
SCRIPT = 20 * 1024


class Parts(HTMLParser):
    """What a page loads, other than pictures: `styles` and `scripts` by their addresses."""

    def __init__(self, html):
        super().__init__()
        self.styles, self.scripts = [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "script" and "src" in values:
            self.scripts.append(values["src"])
        if tag == "link" and values["rel"] == "stylesheet":
            self.styles.append(values["href"])


@cache
def load(address):
    """What an address answers, and how many bytes were sent."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    try:
        answer = urllib.request.urlopen(request, timeout=PATIENCE)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        body = answer.read()
        zipped = answer.headers["Content-Encoding"] == "gzip"
        # A few lines grow when they are compressed.
        assert zipped or len(body) < 500 or answer.status >= 400, f"{address} is not compressed"
    return (gzip.decompress(body) if zipped else body), len(body)


@pytest.mark.parametrize("size", ["small", "large"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(site, large_site, name, size):
    address = (large_site if size == "large" else site).address(PAGES[name], "de")
    html, sizes = load(address)[0], {"": load(address)[1]}
    parts = Parts(html.decode())
    for part in (*parts.styles, *parts.scripts):
        sizes[part] = load(urljoin(address, part))[1]

    assert sum(sizes.values()) < PAGE, sizes


def test_the_whole_sites_own_script_is_small(site):
    scripts = set()
    for page in PAGES.values():
        address = site.address(page, "en")
        html = load(address)[0]
        scripts |= {urljoin(address, part) for part in Parts(html.decode()).scripts}
    own = {part: load(part) for part in scripts if "/django_htmx/" not in part}

    # As it is written, not only as it is sent.
    assert 0 < sum(len(body) for body, _sent in own.values()) < SCRIPT, own.keys()
