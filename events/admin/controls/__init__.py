"""What the pages of the desk are filled in with: choices, dates, texts in every language."""

from events.admin.controls import choices, fields, numbers, reading
from events.admin.controls.languages import as_column, columns, first, row, untranslated
from events.admin.controls.lists import ListedWordsField, TextsField
from events.admin.controls.reading import day

__all__ = [
    "ListedWordsField",
    "TextsField",
    "as_column",
    "choices",
    "columns",
    "day",
    "fields",
    "first",
    "numbers",
    "reading",
    "row",
    "untranslated",
]
