"""Tables as CSV (RFC 4180): UTF-8 without a mark at the beginning, so that the first column is
called as it is, commas, and lines that end with CR LF. The first line is the header.

* What is not on record is an empty cell. Truth is `true` or `false`, numbers are as in JSON.
* A member of a list is a cell with one value on each line, in the order of the list; a line break
  inside of such a value is a space.
* A spreadsheet takes a text that begins with `=` for a formula, and runs it. So an apostrophe
  stands before whatever could be taken for one: at the beginning of a cell, after a line break, a
  tab or a semicolon, which some take for the end of a cell. `bare` takes it off again: nothing is
  lost. Numbers are no text, and stay numbers: -5.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from django.utils.translation import gettext_lazy

from events.feeds.formats import ListFormat
from events.feeds.tables.columns import DataTable, Row, Single, Value

FORMAT = ListFormat("entries-csv", "text/csv", gettext_lazy("Entries as a table (CSV)"))
# What begins a formula somewhere; the wide ones are those of East Asian keyboards.
FORMULA = r"(?:[^\S\t\r\n]|['\"])*[=+\-@＝＋－＠]"
# A cell that begins with one of these is read on from behind it.
BLANK = r"'*[\t\r\n]"
BETWEEN = ";\t\r\n"
AFTER = r"(?<=[;\t\r\n])"
RISKY = re.compile(rf"\A(?={BLANK}|{FORMULA})|{AFTER}(?={FORMULA})")
GUARDED = re.compile(rf"\A'(?={BLANK}|{FORMULA})|{AFTER}'(?={FORMULA})")
BREAK = re.compile(r"\r\n|[\r\n]")


def lines(table: DataTable, rows: Iterable[Row]) -> Iterator[str]:
    """The header and then each row, as they come: nothing is kept."""
    buffer = StringIO()
    writer = csv.writer(buffer)  # RFC 4180 is its default
    writer.writerow(table.header)
    for row in rows:
        yield _taken(buffer)
        writer.writerow([cell(value) for value in table.values(row)])
    yield _taken(buffer)


def cell(value: Value) -> str:
    """What stands in a cell."""
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        several = any(isinstance(one, str) for one in value)
        told = "\n".join(BREAK.sub(" ", _told(one)) for one in value)
        return guarded(told) if several else told
    return guarded(value) if isinstance(value, str) else _told(value)


def guarded(text: str) -> str:
    """A text in which nothing can be taken for a formula."""
    # Most texts are a line that begins with a letter: that is told faster than by the pattern.
    if text[:1].isalnum() and not any(mark in text for mark in BETWEEN):
        return text
    return RISKY.sub("'", text)


def bare(text: str) -> str:
    """The text again."""
    return GUARDED.sub("", text)


def _told(value: Single) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _taken(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
