"""Frames that show a page of the site in pages of others, and oEmbed (oembed.com, version 1.0).

A frame says all it needs in attributes: WordPress takes its style away. It is as wide as the page
around it lets it be, and says how high it is (`static/site/framed.js`) to whoever listens.
"""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

import orjson
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events.feeds import xml

# The size of a frame if nobody says how large it may be.
WIDTH, HEIGHT = 640, 640
CACHE_AGE = 3600


@dataclass(frozen=True)
class Thumbnail:
    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Embedding:
    """`url`: the absolute address of the page in the form for frames."""

    url: str
    title: str
    site: str
    site_url: str
    width: int = WIDTH
    height: int = HEIGHT
    thumbnail: Thumbnail | None = None


def frame(url: str, title: str, height: int = HEIGHT) -> SafeString:
    """The code that others copy into their pages."""
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" frameborder="0" loading="lazy">'
        "</iframe>",
        url,
        title,
        height,
    )


def element(url: str, title: str, script: str) -> SafeString:
    """The same with a script that makes the frame as high as what it shows. `script`: its absolute
    address."""
    return format_html(
        '<record-embed>{}</record-embed>\n<script src="{}" async></script>',
        frame(url, title),
        script,
    )


def answer(embedding: Embedding) -> dict[str, str | int]:
    """The answer, under the names of the specification and in its order."""
    found: dict[str, str | int] = {
        "type": "rich",
        "version": "1.0",
        "title": embedding.title,
        "provider_name": embedding.site,
        "provider_url": embedding.site_url,
        "cache_age": CACHE_AGE,
        "html": str(frame(embedding.url, embedding.title, embedding.height)),
        "width": embedding.width,
        "height": embedding.height,
    }
    if embedding.thumbnail:
        found |= {
            "thumbnail_url": embedding.thumbnail.url,
            "thumbnail_width": embedding.thumbnail.width,
            "thumbnail_height": embedding.thumbnail.height,
        }
    return found


def as_json(embedding: Embedding) -> bytes:
    return orjson.dumps(answer(embedding))


def as_xml(embedding: Embedding) -> bytes:
    root = ET.Element("oembed")
    for name, value in answer(embedding).items():
        xml.element(root, name, str(value))
    return xml.document(root)


# By the value of `format`: the type of the answer, and the function that writes it.
FORMATS = {
    "json": ("application/json; charset=utf-8", as_json),
    "xml": ("text/xml; charset=utf-8", as_xml),
}
