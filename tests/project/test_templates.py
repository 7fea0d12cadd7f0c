"""What holds for every template, the readers' and the desk's."""

from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
LONGEST_LINE = 120


@pytest.mark.parametrize("side", ["pages", "desk"])
def test_no_line_is_longer_than_a_screen_is_wide(side: str) -> None:
    templates = sorted((TEMPLATES / side).rglob("*.html"))
    too_long = [
        f"{path.relative_to(TEMPLATES)}:{number}"
        for path in templates
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]
    assert templates
    assert too_long == []
