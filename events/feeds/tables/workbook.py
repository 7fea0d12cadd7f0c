"""Tables as a workbook of a spreadsheet (XLSX): a sheet for the table, one for each list within its
rows, and one that says what it is of.

Texts stay texts: none is taken for a formula, a link or a number. Dates are EDTF texts, because a
spreadsheet has no way to say “September 2025”.
"""

from collections.abc import Iterable, Mapping
from tempfile import TemporaryFile
from typing import IO, Any

from xlsxwriter import Workbook

from events.feeds.tables.columns import DataTable, Row, Value
from events.feeds.tables.within import lists_in, rows_within, table_within

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A sheet has at most so many rows, and a cell so many characters.
MOST_ROWS = 50_000
LAST_ROW = 1_048_576
LONGEST = 32_767
TEXTS_STAY = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def written(table: DataTable, rows: Iterable[Row], about: Mapping[str, str]) -> IO[bytes]:
    """The workbook as a file, at its beginning, which is gone when it is closed. `about`: what it
    is of, in words or numbers."""
    file = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book = Workbook(file, TEXTS_STAY)
    tables = {"": table} | {name: table_within(table, name) for name in lists_in(table)}
    sheets = {name: book.add_worksheet(_sheet(name or table.name)) for name in tables}
    last = dict.fromkeys(tables, 0)
    for name, sheet in sheets.items():
        for place, header in enumerate(tables[name].header):
            sheet.write_string(0, place, header)
    for row in rows:
        for name, sheet in sheets.items():
            for one in rows_within([row], name) if name else [row]:
                if last[name] + 1 < LAST_ROW:
                    last[name] += 1
                    for place, value in enumerate(tables[name].values(one)):
                        _write(sheet, last[name], place, value)
    said = book.add_worksheet("about")
    for line, (name, value) in enumerate(about.items()):
        said.write_string(line, 0, name)
        said.write_string(line, 1, value[:LONGEST])
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, row: int, place: int, value: Value) -> None:
    if value is None or value == []:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    else:
        several = value if isinstance(value, list) else [value]
        told = "\n".join("" if one is None else str(one) for one in several)
        sheet.write_string(row, place, told[:LONGEST])


def _sheet(name: str) -> str:
    """No sheet has a longer name."""
    return name[:31]
