"""Records as plain values, whatever they were read from, on their way to the desk's tables.

    reader = Reader()
    rows, circles = ordered(reader.rows(sections))
    written = write(rows, by=account, problems=[*reader.problems, *circles])

The place of a problem is the way to it through the values; the caller who read them knows which
line, cell or member that is.
"""

from events.desk.records.faults import Fault
from events.desk.records.reading import Plain, Reader
from events.desk.records.restoring import NoLongerThere, restore
from events.desk.records.rows import Row, ordered
from events.desk.records.writing import Refused, Written, write

__all__ = [
    "Fault",
    "NoLongerThere",
    "Plain",
    "Reader",
    "Refused",
    "Row",
    "Written",
    "ordered",
    "restore",
    "write",
]
