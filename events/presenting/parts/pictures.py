"""Pictures as readers see them: in the size that fits, with whose they are and on what terms."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from events.documents import shapes
from events.presenting.parts.sources import web_address
from events.presenting.wording import Text, closed_lists, text
from events.vocabulary import Licence


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """`src`: the largest size, of which `width` and `height` are in pixels; `srcset`: all of them;
    empty where the picture was redacted. `described`: what is to be seen."""

    src: str
    srcset: str
    width: int
    height: int
    described: Text
    caption: Text
    credit: str
    licence: str
    licence_url: str
    origin: str


def pictures(found: Iterable[shapes.Picture]) -> list[ShownPicture]:
    return [_shown(picture) for picture in found]


def _shown(picture: shapes.Picture) -> ShownPicture:
    sizes = [(picture_address(size["digest"]), size) for size in picture["sizes"] if size["digest"]]
    src, largest = sizes[-1] if sizes else ("", None)
    return ShownPicture(
        src=src,
        srcset=", ".join(f"{url} {size['width']}w" for url, size in sizes),
        width=largest["width"] if largest else 0,
        height=largest["height"] if largest else 0,
        described=text(picture["description"]),
        caption=text(picture["caption"]),
        credit=picture["credit"],
        licence=closed_lists.label(Licence, picture["licence"]),
        licence_url=web_address(picture["licence_url"]),
        origin=web_address(picture["origin"]),
    )


def picture_address(digest: str | None) -> str:
    """Where a made size is, without the host."""
    return reverse("picture-file", args=[digest]) if digest else ""
