"""What a client can take (RFC 9110, 12): media types and compression."""

import gzip
from collections.abc import Iterator, Sequence

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

ANYTHING = "*/*"
# Below that, compressing saves nothing.
SMALLEST = 1000
# As much as pays: more takes much longer for little.
LEVEL = 4
# In the order in which they are chosen. What is public has no secret that the length of an answer
# could give away (BREACH): neither cookies nor accounts have a part in it.
ENCODINGS = ("br", "gzip")


def preferred(accept: str, media_types: Sequence[str]) -> str | None:
    """Which of these media types a client likes best by its `Accept`; None if it takes none.

    Parameters of what it accepts do not matter: every answer is in UTF-8. An empty header is none.
    """
    ranges = [*_qualities(accept)]
    if not ranges:
        return media_types[0]
    liked = []
    for place, media_type in enumerate(media_types):
        bare = media_type.partition(";")[0]
        for matching in (bare, f"{bare.partition('/')[0]}/*", ANYTHING):
            # The most specific range decides.
            if found := [one for one in ranges if one[0] == matching]:
                _range, quality, told = found[0]
                liked.append((-quality, told, place, media_type))
                break
    best = min(liked, default=None)
    return best[3] if best and best[0] else None


def compressed(request: HttpRequest, response: HttpResponse) -> None:
    """Compress an answer as the client can take it, and let caches know."""
    if len(response.content) < SMALLEST or response.has_header("Content-Encoding"):
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    encoding = encoding_of(request)
    if not encoding:
        return
    content = response.content
    response.content = (
        brotli.compress(content, quality=LEVEL)
        if encoding == "br"
        else gzip.compress(content, LEVEL, mtime=0)
    )
    response.headers["Content-Encoding"] = encoding
    tag = response.headers.get("ETag", "")
    if tag.startswith('"'):
        # Other bytes, so another strong tag.
        response.headers["ETag"] = f'{tag[:-1]}{ENCODED}{encoding}"'


# In a strong tag, before the encoding.
ENCODED = "+"


def encoding_of(request: HttpRequest) -> str:
    """The best encoding that the client can take; empty for none."""
    sent = request.META.get("HTTP_ACCEPT_ENCODING", "")
    if not sent:
        return ""
    taken = {name: quality for name, quality, _place in _qualities(sent)}
    others = taken.get("*", 0.0)
    return next((one for one in ENCODINGS if taken.get(one, others) > 0), "")


def _qualities(header: str) -> Iterator[tuple[str, float, int]]:
    """What a header lists, each with its quality and its place. What cannot be read is left out."""
    for place, item in enumerate(header.split(",")):
        name, *parameters = (part.strip().lower() for part in item.split(";"))
        quality = 1.0
        try:
            for parameter in parameters:
                key, _sign, value = parameter.partition("=")
                if key.strip() == "q":
                    quality = float(value)
        except ValueError:
            continue
        if name and 0 <= quality <= 1:
            yield name, quality, place
