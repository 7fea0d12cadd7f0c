"""Entries and names as items of a list: of the timeline, of a search, of a roster, of questions."""

from events.presenting.lists import questions, roster
from events.presenting.lists.items import Item, item, items, place
from events.presenting.lists.items_html import listed
from events.presenting.lists.months import groups, stops
from events.presenting.lists.snippets import Hit, hit

__all__ = [
    "Hit",
    "Item",
    "groups",
    "hit",
    "item",
    "items",
    "listed",
    "place",
    "questions",
    "roster",
    "stops",
]
