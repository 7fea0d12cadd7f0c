"""Tables as CSV: whatever is on record comes back, and nothing in it is run."""

import csv
from io import StringIO
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.feeds import tables
from events.feeds.tables.comma_separated import cell

# Each of these begins a formula in some spreadsheet, or is read on from behind it.
BEGINNINGS = tuple("=+-@＝＋－＠\t\r")


class Line(TypedDict):
    text: str | None
    number: float | None
    several: list[str]


TABLE = tables.DataTable("lines", (Line,), ("text", "number", "several"))


def read(*rows):
    text = "".join(tables.lines(TABLE, rows))
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_table_opens_with_the_standard_library():
    row = {"text": 'He said: "No, never",\nand “left”', "number": 26, "several": ["a", "b"]}

    assert read(row) == [{"text": row["text"], "number": "26", "several": "a\nb"}]


def test_the_header_is_the_first_line_and_lines_end_as_they_have_to():
    text = "".join(tables.lines(TABLE, [{"text": "ä", "number": None, "several": []}]))

    assert text == "text,number,several\r\nä,,\r\n"


def test_a_table_without_rows_has_its_header():
    assert "".join(tables.lines(TABLE, [])) == "text,number,several\r\n"


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_no_cell_begins_a_formula(beginning):
    for text in (f"{beginning}cmd|' /C calc'!A0", f" {beginning}1", f'"{beginning}1'):
        guarded = cell(text)
        if beginning in "\t\r" and not text.startswith(beginning):
            continue
        assert guarded == f"'{text}"
        assert tables.bare(guarded) == text


@pytest.mark.parametrize("between", [";", "\t", "\n", "\r\n"])
def test_what_some_take_for_the_end_of_a_cell_is_no_way_in(between):
    assert cell(f"harmless{between}=1+1") == f"harmless{between}'=1+1"
    assert cell(f"harmless{between}1+1") == f"harmless{between}1+1"


def test_what_is_harmless_stays_as_it_is():
    for text in ("2026-01-06", "../2026-01-06", "2025~", "a-b", "'quoted'", "a; b", "100 %", ""):
        assert cell(text) == text


def test_numbers_and_truth_are_told_from_texts():
    assert [cell(value) for value in (-5, -0.25, True, False, None, "-5")] == [
        *("-5", "-0.25", "true", "false", "", "'-5")
    ]


def test_a_list_is_a_line_for_each_value():
    assert cell(["one", None, "two\r\nlines"]) == "one\n\ntwo lines"
    assert cell(["=1", "@x"]) == "'=1\n'@x"
    assert cell([-5, None, 3]) == "-5\n\n3"
    assert cell([]) == ""


@given(st.text(alphabet="a';\t\r\n =+-@\"＝", max_size=12))
def test_any_text_comes_back(text):
    guarded = tables.guarded(text)

    assert tables.bare(guarded) == text
    for part in guarded.replace(";", "\n").replace("\t", "\n").splitlines():
        assert not part.startswith(BEGINNINGS)
    [row] = read({"text": text, "number": None, "several": []})
    assert tables.bare(row["text"]) == text


def test_rows_are_written_as_they_come():
    made = []

    def rows():
        for number in range(3):
            made.append(number)
            yield {"text": str(number), "number": number, "several": []}

    lines = tables.lines(TABLE, rows())
    assert (next(lines), made) == ("text,number,several\r\n", [0])
    assert (next(lines), made) == ("0,0,\r\n", [0, 1])
