"""Tables of what readers see, and of what the API lists: which columns each has, and their formats.

Which members of a document are columns is said once, for all formats: here, not where a format is
written. Rows are made from documents; nothing is queried.
"""

from events.feeds.tables import entries, meetings, positions, references, roll_call, workbook
from events.feeds.tables.columns import Column, DataTable, Row, Single, Value, member
from events.feeds.tables.comma_separated import FORMAT, bare, guarded, lines
from events.feeds.tables.within import lists_in, rows_within, table_within

__all__ = [
    "FORMAT",
    "Column",
    "DataTable",
    "Row",
    "Single",
    "Value",
    "bare",
    "entries",
    "guarded",
    "lines",
    "lists_in",
    "meetings",
    "member",
    "positions",
    "references",
    "roll_call",
    "rows_within",
    "table_within",
    "workbook",
]
