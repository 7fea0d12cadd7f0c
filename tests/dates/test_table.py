"""Every line of the table, in both languages."""

import pytest

from events.dates import LANGUAGES, DateError, understand
from tests.dates.table import Row, rows

ROWS = rows()


def name(row: Row) -> str:
    return ascii(row.written)[1:-1]


def test_the_table_is_long_and_says_nothing_twice() -> None:
    assert len(ROWS) >= 170
    assert len({row.written for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", [row for row in ROWS if not row.error], ids=name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_is_kept_and_reads_well(row: Row, language: str) -> None:
    value = understand(row.written, language)
    days = [day.isoformat() if day else "-" for day in (value.earliest, value.latest)]
    found = (value.edtf, *days, value.label("en"), value.label("de"))
    assert found == (row.edtf, row.earliest, row.latest, row.english, row.german)
    assert understand(row.english, language) == understand(row.german, language) == value


@pytest.mark.parametrize("row", [row for row in ROWS if row.error], ids=name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_said_is_refused(row: Row, language: str) -> None:
    with pytest.raises(DateError) as caught:
        understand(row.written, language)
    assert caught.value.code == row.error
