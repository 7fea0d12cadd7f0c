"""What a reader may have meant by an address that leads nowhere."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from events import words
from events.documents.shapes import Published
from events.public.asking.filters import Filters
from events.public.lists.listing import page
from events.public.lists.search import Name, named_like
from events.vocabulary import Facet

LIMIT = 5
# Shorter words are in too many entries to tell them apart.
SHORTEST = 3
# How many words of the address are searched for: all of them, then all but one.
MOST_WORDS = 4


def resembling(slug: str) -> list[Published]:
    """The documents of up to five standing entries that have most of the words of a slug, those
    with the most similar slugs first. Takes at most five searches."""
    terms = _terms(slug)
    found: dict[str, Published] = {}
    for some in _fewer(terms):
        for document in page(Filters(q=" ".join(some), limit=LIMIT)).documents:
            found.setdefault(document["slug"], document)
        if len(found) >= LIMIT:
            break
    alike = sorted(found, key=lambda name: SequenceMatcher(None, slug, name).ratio(), reverse=True)
    return [found[name] for name in alike[:LIMIT]]


def names_resembling(slug: str) -> list[Name]:
    """Up to five actors and topics whose names have the words of a slug."""
    near = named_like(_terms(slug), facets=(Facet.ACTOR, Facet.TOPIC))
    return [*near[Facet.ACTOR], *near[Facet.TOPIC]][:LIMIT]


def _terms(slug: str) -> list[str]:
    found = dict.fromkeys(word for word in words.words(slug) if len(word) >= SHORTEST)
    return list(found)[:MOST_WORDS]


def _fewer(terms: list[str]) -> Iterator[list[str]]:
    if terms:
        yield terms
    if len(terms) > 1:
        for left_out in terms:
            yield [term for term in terms if term != left_out]
