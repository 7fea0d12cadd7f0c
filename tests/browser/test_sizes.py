"""How much a reader downloads, however much is on record."""

import gzip
import urllib.error
import urllib.request
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest

from tests.browser.pages import PAGES

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


def load(address):
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.read()


def compressed(body):
    return len(gzip.compress(body, 6, mtime=0))


@pytest.mark.parametrize("size", ["small", "large"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light(site, large_site, name, size):
    address = (large_site if size == "large" else site).address(PAGES[name], "de")
    html = load(address)
    parts = Parts(html.decode())
    sizes = {"": compressed(html)}
    for part in (*parts.styles, *parts.scripts):
        sizes[part] = compressed(load(urljoin(address, part)))

    assert sum(sizes.values()) < PAGE, sizes
    own = {part: sizes[part] for part in parts.scripts if "/django_htmx/" not in part}
    assert sum(own.values()) < SCRIPT, own


def test_the_whole_sites_own_script_is_small(site):
    scripts = set()
    for page in PAGES.values():
        address = site.address(page, "en")
        scripts |= {urljoin(address, part) for part in Parts(load(address).decode()).scripts}
    own = {part: compressed(load(part)) for part in scripts if "/django_htmx/" not in part}

    assert sum(own.values()) < SCRIPT, own
