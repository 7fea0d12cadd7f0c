"""What a reader may have meant by an address that leads nowhere, or a search that finds nothing."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import SequenceMatcher, get_close_matches

from django.db.models.functions import Length

from events import words
from events.documents.shapes import Published
from events.log import Word
from events.public.asking.filters import Filters
from events.public.asking.suggestions import called_like
from events.public.lists.counts import count
from events.public.lists.listing import page
from events.public.lists.search import Name, named_like
from events.vocabulary import Facet

LIMIT = 5
# Shorter words are in too many entries to tell them apart.
SHORTEST = 3
# How many words of the address are searched for: all of them, then all but one.
MOST_WORDS = 4
# How like a word of the record one has to be: of “troops”, “trrops” is 0.83 and “trumps” 0.67.
ALIKE = 0.75
# By how many letters the two may differ in length.
LETTERS = 2


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


def respelled(filters: Filters) -> str:
    """The search with words of the record in the place of some that it does not have, if that finds
    something; else an empty text."""
    wanted = filters.wanted
    asked = [word for word in wanted.having.words if len(word) >= SHORTEST][:MOST_WORDS]
    instead = {word: near for word in asked if (near := _spelled_like(word))}
    again = wanted.asked(instead) if instead else ""
    return again if again and count(replace(filters, q=again)) else ""


def _spelled_like(term: str) -> str:
    """The word of the record that is spelled most like this one; empty if the record has the term,
    or nothing like it."""
    near = Word.objects.annotate(letters=Length("text")).filter(
        text__startswith=term[0],
        letters__gte=len(term) - LETTERS,
        letters__lte=len(term) + LETTERS,
    )
    found = get_close_matches(term, near.values_list("text", flat=True), 1, ALIKE)
    return found[0] if found and not words.holds(found[0], term) else ""


def nearest(terms: Collection[str], facet: str) -> list[Name]:
    """Up to three of this facet: those that are called like one of the words, or much like it, else
    those that most entries name."""
    found = called_like(facet, terms, else_most=True)
    return [Name(facet, slug, name) for slug, name in found.items()]


def _terms(slug: str) -> list[str]:
    found = dict.fromkeys(word for word in words.words(slug) if len(word) >= SHORTEST)
    return list(found)[:MOST_WORDS]


def _fewer(terms: list[str]) -> Iterator[list[str]]:
    if terms:
        yield terms
    if len(terms) > 1:
        for left_out in terms:
            yield [term for term in terms if term != left_out]
