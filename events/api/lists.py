"""Pages of a list, spliced from JSON texts."""

from collections.abc import Sequence
from urllib.parse import urlencode

import orjson
from django.http import HttpRequest
from django.utils.encoding import escape_uri_path


def spliced(
    request: HttpRequest,
    results: Sequence[bytes],
    following: object = None,
    preceding: object = None,
) -> bytes:
    """`{"next", "previous", "results"}` with results that are JSON texts in UTF-8.

    `following`, `preceding`: the cursors of the pages around, if there are such pages.
    """
    return b'{"next":%b,"previous":%b,"results":[%b]}' % (
        orjson.dumps(_page_at(request, following)),
        orjson.dumps(_page_at(request, preceding)),
        b",".join(results),
    )


def address(request: HttpRequest, path: str) -> str:
    """The absolute address of a path of this site."""
    return f"{request.scheme}://{request.get_host()}{escape_uri_path(path)}"


def _page_at(request: HttpRequest, cursor: object) -> str | None:
    """The address of this list from a cursor on, with every other parameter as it is."""
    if cursor is None:
        return None
    others = [
        (name, value)
        for name, values in request.GET.lists()
        if name != "cursor"
        for value in values
    ]
    return f"{address(request, request.path)}?{urlencode([*others, ('cursor', str(cursor))])}"
