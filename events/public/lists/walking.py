"""A whole list, page by page: for what is taken along, however long it is."""

from collections.abc import Iterator
from dataclasses import replace

from events.public.asking.filters import Filters
from events.public.lists.listing import DocumentPage, TextPage, page, texts
from events.public.versions.moments import last_seq

# How many documents are in memory at a time: as data, and as texts.
AT_ONCE = 200
TEXTS_AT_ONCE = 1000


def walk(filters: Filters) -> Iterator[DocumentPage]:
    """The pages of the list from its beginning, all of the state of the record in which the first
    one was read, whatever is published meanwhile. Raises `WrongDerivation`."""
    here = replace(_pinned(filters), limit=AT_ONCE, cursor=None)
    while True:
        found = page(here)
        yield found
        if found.next is None or not found.texts:
            return
        here = replace(here, cursor=found.next)


def walk_texts(filters: Filters) -> Iterator[TextPage]:
    """The same with nothing but the texts of the documents."""
    here = replace(_pinned(filters), limit=TEXTS_AT_ONCE, cursor=None)
    while True:
        last_seq()  # raises if another release has derived the tables meanwhile
        found = texts(here)
        yield found
        if found.next is None:
            return
        here = replace(here, cursor=found.next)


def _pinned(filters: Filters) -> Filters:
    if filters.as_of is not None or filters.seq is not None:
        return filters
    return replace(filters, seq=last_seq())
