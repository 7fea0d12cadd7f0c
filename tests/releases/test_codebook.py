import pytest
from django.conf import settings
from django.utils.translation import override

from events import public
from events.releases import codebook, contents

MOMENT = public.Moment.parse("2026-01-06")


@pytest.fixture
def tables(db):
    return [table for table, _rows in contents.every_table(MOMENT)]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_column_is_explained(tables, language):
    with override(language):
        missing = [
            f"{table.name}.{column}"
            for table in tables
            for column in table.header
            if not codebook.explained(table, column)
        ]
    assert missing == []


def test_it_is_in_the_words_of_the_desk(tables):
    summits = next(table for table in tables if table.name == "summits")

    with override("en"):
        assert codebook.explained(summits, "status") == "Status"
        assert codebook.explained(summits, "date.earliest") == (
            "Date. The first day on which it can have been; empty where that is open."
        )
        assert ("planned", "Planned") in codebook.values_of(summits, "status")
    with override("de"):
        assert ("planned", "Geplant") in codebook.values_of(summits, "status")


def test_the_values_of_statuses_that_follow_from_others_are_listed(tables):
    promises = next(table for table in tables if table.name == "commitments")

    with override("en"):
        assert ("fulfilled", "Fulfilled") in codebook.values_of(promises, "status")


def test_each_language_has_a_codebook_of_all_tables(tables):
    made = dict(codebook.every_language(tables))

    assert [*made] == [code for code, _name in settings.LANGUAGES]
    for text in made.values():
        assert [line for line in text.splitlines() if line.startswith("## ")] == [
            f"## {table.name}.csv" for table in tables
        ]
    assert made["de"] != made["en"]
