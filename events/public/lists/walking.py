"""A whole list, page by page: for what is taken along, however long it is."""

from collections.abc import Iterator
from dataclasses import replace

from events.public.asking.filters import Filters
from events.public.lists.listing import DocumentPage, page
from events.public.versions.moments import last_seq

# How many documents are in memory at a time.
AT_ONCE = 200


def walk(filters: Filters) -> Iterator[DocumentPage]:
    """The pages of the list from its beginning, all of the state of the record in which the first
    one was read, whatever is published meanwhile. Raises `WrongDerivation`."""
    if filters.as_of is None:
        filters = replace(filters, seq=last_seq())
    here = replace(filters, limit=AT_ONCE, cursor=None)
    while True:
        found = page(here)
        yield found
        if found.next is None or not found.texts:
            return
        here = replace(here, cursor=found.next)
