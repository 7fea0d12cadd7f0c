"""Maps of a site (sitemaps.org), with the alternates by language that search engines read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.html import escape

from events.public import timestamp

CONTENT_TYPE = "application/xml; charset=utf-8"
# The standard allows 50,000; smaller maps are made and read faster.
MOST_ADDRESSES = 5_000

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@dataclass(frozen=True)
class SitemapPage:
    """`addresses`: by language. `changed`: when it last changed, if that is known."""

    addresses: Mapping[str, str]
    changed: datetime | None = None


def index(urls: Iterable[str]) -> bytes:
    """A map of maps."""
    maps = "".join(f"<sitemap><loc>{escape(url)}</loc></sitemap>\n" for url in urls)
    return f"{HEAD}<sitemapindex {SITEMAPS}>\n{maps}</sitemapindex>\n".encode()


def urls(pages: Iterable[SitemapPage]) -> bytes:
    """A map of pages, each in every language that it has."""
    listed = "".join(_in_every_language(page) for page in pages)
    return f"{HEAD}<urlset {SITEMAPS} {XHTML}>\n{listed}</urlset>\n".encode()


def _in_every_language(page: SitemapPage) -> str:
    default = page.addresses[settings.LANGUAGE_CODE]
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(url)}"/>'
        for code, url in [*page.addresses.items(), ("x-default", default)]
    )
    changed = f"<lastmod>{timestamp(page.changed)}</lastmod>" if page.changed else ""
    return "".join(
        f"<url><loc>{escape(url)}</loc>{changed}{alternates}</url>\n"
        for url in page.addresses.values()
    )
