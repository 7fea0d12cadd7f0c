"""From the desk's tables to documents: entries, reference data, and today's names in old ones."""

from events.documents.rendering.entries import render, whole
from events.documents.rendering.links import LINKS, NamedEntry, link_rows, named_entries
from events.documents.rendering.onfile import with_facts
from events.documents.rendering.people import Before
from events.documents.rendering.records import texts
from events.documents.rendering.relabelling import Library, relabel

__all__ = [
    "LINKS",
    "Before",
    "Library",
    "NamedEntry",
    "link_rows",
    "named_entries",
    "relabel",
    "render",
    "texts",
    "whole",
    "with_facts",
]
