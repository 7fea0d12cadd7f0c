"""Reads `table.txt`: what people write, what is kept of it, and how it then reads."""

import re
from pathlib import Path
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table; `error` is empty where the text is understood."""

    written: str
    error: str
    edtf: str = ""
    earliest: str = ""
    latest: str = ""
    english: str = ""
    german: str = ""


def rows() -> list[Row]:
    """All lines of the table below its first heading."""
    text = (Path(__file__).parent / "table.txt").read_text("utf-8").partition("\n# ")[2]
    found = []
    for line in text.splitlines()[1:]:
        first, *others = line.split(" | ")
        written = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), first)
        match len(others):
            case 1:
                found.append(Row(written, others[0]))
            case 5:
                found.append(Row(written, "", *others))
            case _:
                assert not line or line.startswith("# "), line
    return found
