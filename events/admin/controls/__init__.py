"""What the pages of the desk are filled in with: choices, dates, texts in every language."""

from events.admin.controls import choices, fields, reading
from events.admin.controls.languages import columns, first, row, untranslated
from events.admin.controls.reading import day

__all__ = ["choices", "columns", "day", "fields", "first", "reading", "row", "untranslated"]
