"""A search engine that keeps to what it is told: `robots.txt` (RFC 9309), `nofollow`, `noindex`."""

import re
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from tests.waiting import PATIENCE

DISALLOW = "Disallow: "


@dataclass
class Crawl:
    """`fetched`: the addresses of all pages that were looked at; `listed`: the canonical ones of
    those that are to be found; `failed`: what did not answer."""

    fetched: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)


class Links(HTMLParser):
    """What a page says to search engines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.unlisted = False
        self.canonical = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in said and "nofollow" not in said.get("rel", ""):
            self.links.append(said["href"])
        elif tag == "meta" and said.get("name") == "robots":
            self.unlisted = "noindex" in said["content"]
        elif tag == "link" and said.get("rel") == "canonical":
            self.canonical = said["href"]


def crawled(url: str, most: int) -> Crawl:
    """From the front page over links, up to this many pages. `url`: the site's, without a slash."""
    closed = _closed(url)
    found, seen, waiting = Crawl(), {"/"}, deque(["/"])
    while waiting and len(found.fetched) < most:
        address = waiting.popleft()
        page = _page(url + address, found)
        if page is None:
            continue
        found.fetched.add(address)
        if page.unlisted:
            continue
        found.listed.add(page.canonical)
        for link in page.links:
            to = urlsplit(urljoin(url + address, link))
            path = f"{to.path}?{to.query}".rstrip("?")
            if to.netloc == urlsplit(url).netloc and path not in seen and not closed.match(path):
                seen.add(path)
                waiting.append(path)
    return found


def _closed(url: str) -> re.Pattern[str]:
    with urllib.request.urlopen(f"{url}/robots.txt", timeout=PATIENCE) as answer:
        lines = answer.read().decode().splitlines()
    rules = [line.removeprefix(DISALLOW) for line in lines if line.startswith(DISALLOW)]
    patterns = [".*".join(map(re.escape, rule.split("*"))) for rule in rules]
    return re.compile("|".join(patterns))


def _page(address: str, found: Crawl) -> Links | None:
    """What a page says; None for what is none, or does not answer."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            is_page = answer.headers["Content-Type"].startswith("text/html")
            return Links(answer.read().decode()) if is_page else None
    except urllib.error.HTTPError as error:
        # A withdrawn entry is still led to, by the history that it leaves.
        if error.status != 410:
            found.failed.add(address)
        return None
