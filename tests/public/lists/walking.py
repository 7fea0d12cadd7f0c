"""Lists by query parameters, page by page."""

from typing import Any

from events import public


def page(**params: Any) -> public.DocumentPage:
    """A page by query parameters; `start` and `end` stand for from and to."""
    names = {"start": "from", "end": "to"}
    given = {
        names.get(name, name): value if isinstance(value, list) else [str(value)]
        for name, value in params.items()
    }
    return public.page(public.parse(given))


def slugs(**params: Any) -> list[str]:
    return [document["slug"] for document in page(**params).documents]


def walk(**params: Any) -> list[list[str]]:
    """The slugs of all pages, page by page, following `next`."""
    pages: list[list[str]] = []
    cursor: dict[str, Any] = {}
    while True:
        found = page(**params, **cursor)
        pages.append([document["slug"] for document in found.documents])
        if found.next is None:
            return pages
        cursor = {"cursor": found.next}
