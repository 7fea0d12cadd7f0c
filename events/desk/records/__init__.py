"""Records as plain values, whatever they were read from, on their way to the desk's tables."""

from events.desk.records.shapes import (
    SECTIONS,
    Part,
    column,
    fields_of,
    group_of,
    parts_of,
    translated,
)

__all__ = ["SECTIONS", "Part", "column", "fields_of", "group_of", "parts_of", "translated"]
