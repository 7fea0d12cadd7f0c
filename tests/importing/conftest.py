from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.records.whole import WHOLE


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of records: the whole one with texts replaced, or another text."""

    def write(*replacements: tuple[str, str], text: str | bytes = WHOLE) -> Path:
        path = tmp_path / "records.yaml"
        if isinstance(text, bytes):
            path.write_bytes(text)
            return path
        for old, new in replacements:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def line() -> Callable[[str], int]:
    """The number of the first line of the whole file that holds a text."""

    def find(text: str) -> int:
        return WHOLE[: WHOLE.index(text)].count("\n") + 1

    return find
