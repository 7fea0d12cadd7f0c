"""The links of a document: the entries that it names, each by an id that stays and by a slug."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from events.documents.shapes import Document, Linked
from events.vocabulary import TRAITS


def links(document: Document) -> Iterator[tuple[str, Linked]]:
    """The entries that the document names, each after what it is to it (`vocabulary.Naming`)."""
    members: Mapping[str, Any] = document
    for member, naming in TRAITS[document["kind"]].links.items():
        found = members[member]
        for link in found if isinstance(found, list) else [found]:
            if link is not None:
                yield naming, link


def named_by(document: Document) -> set[str]:
    """The ids of the entries that the document names."""
    return {link["id"] for _naming, link in links(document) if link["id"]}


def with_slugs(document: Document, slugs: Mapping[str, str]) -> Document:
    """The document with the slugs that these entries have (by id); the original stays as it is."""

    def change(link: Linked) -> Linked:
        return {**link, "slug": slugs.get(link["id"] or "", link["slug"])}

    return _relinked(document, change)


def with_ids(document: Document, ids: Mapping[str, str]) -> Document:
    """The document with an id (by slug) wherever a link has none; the original stays as it is."""

    def change(link: Linked) -> Linked:
        return {**link, "id": link["id"] or ids.get(link["slug"])}

    return _relinked(document, change)


def without_id(document: Document) -> set[str]:
    """The slugs of links of which the document does not say the id."""
    return {link["slug"] for _naming, link in links(document) if not link["id"]}


def _relinked(document: Document, change: Callable[[Linked], Linked]) -> Document:
    found: dict[str, Any] = dict(document)
    for member in TRAITS[document["kind"]].links:
        value = found[member]
        if isinstance(value, list):
            found[member] = [change(link) for link in value]
        elif value is not None:
            found[member] = change(value)
    return cast("Document", found)
