"""Entries and names as items of a list: of the timeline, of a search, of a roster, of questions."""

from events.presenting.lists import questions, roster
from events.presenting.lists.items import Item, item, items, items_of, line_of
from events.presenting.lists.items_html import listed
from events.presenting.lists.months import month_groups, periods
from events.presenting.lists.snippets import Hit, hit

__all__ = [
    "Hit",
    "Item",
    "hit",
    "item",
    "items",
    "items_of",
    "line_of",
    "listed",
    "month_groups",
    "periods",
    "questions",
    "roster",
]
