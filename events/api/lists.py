"""Pages of a list, spliced from JSON texts."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import orjson
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path

NOTHING: Mapping[str, object] = {}


def spliced(
    request: HttpRequest,
    results: Sequence[bytes],
    following: object = None,
    preceding: object = None,
    walking: Mapping[str, object] = NOTHING,
    **about: int,
) -> bytes:
    """`{"next", "previous", …, "results"}` with results that are JSON texts in UTF-8.

    `following`, `preceding`: the cursors of the pages around, if there are such pages; `walking`:
    parameters that their addresses have, too; `about`: what else is said of the list.
    """
    return b'{"next":%b,"previous":%b,%b"results":[%b]}' % (
        orjson.dumps(_page_at(request, following, walking)),
        orjson.dumps(_page_at(request, preceding, walking)),
        b"".join(b'"%b":%d,' % (name.encode(), number) for name, number in about.items()),
        b",".join(results),
    )


def address(request: HttpRequest, path: str) -> str:
    """The absolute address of a path of this site."""
    return f"{request.scheme}://{request.get_host()}{escape_uri_path(path)}"


def _page_at(request: HttpRequest, cursor: object, walking: Mapping[str, object]) -> str | None:
    """The address of this list from a cursor on, with every other parameter as it is."""
    if cursor is None:
        return None
    others = [
        (name, value)
        for name, values in request.GET.lists()
        if name != "cursor" and name not in walking
        for value in values
    ]
    query = urlencode([*others, *walking.items(), ("cursor", str(cursor))])
    return f"{address(request, request.path)}?{query}"
