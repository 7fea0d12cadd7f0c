"""What a page tells programs of an entry."""

from typing import Any

from events.presenting.entry.linked_data import linked_data


def absolute(url: str) -> str:
    return f"http://site.test{url}"


def told_of(document: Any, links: Any) -> Any:
    return linked_data(document, links, absolute)["mainEntity"]
