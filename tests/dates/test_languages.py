"""Every language has what the others have, and every error has a message in each."""

import copy
import pickle
import re
from dataclasses import fields
from string import Formatter

import pytest

from events.dates import LANGUAGES, DateError, parse
from events.dates.grammar import DIVISIONS
from events.dates.languages import Language

tables = pytest.mark.parametrize("table", LANGUAGES.values(), ids=LANGUAGES)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@tables
def test_a_language_is_complete(table: Language) -> None:
    assert len(table.months) == len(set(table.months)) == 12
    assert sorted(table.seasons) == ["21", "22", "23", "24"]
    assert set(table.divisions) | set(table.seasons) == set(DIVISIONS)
    assert set(table.parts) == {"year", "month", "day"} | {
        division.precision for division in DIVISIONS.values()
    }
    assert sorted(table.thirds) == ["EARLY", "LATE", "MID"]
    assert "" in table.nth
    assert "" in table.by
    assert len(table.weekdays) == 7
    assert "" in table.about


@tables
def test_patterns_take_the_same_places_in_every_language(table: Language) -> None:
    english = LANGUAGES["en"]
    for field in fields(Language):
        ours, theirs = getattr(table, field.name), getattr(english, field.name)
        if isinstance(ours, str):
            assert placeholders(ours) == placeholders(theirs), field.name


@tables
def test_messages_are_the_same_in_every_language(table: Language) -> None:
    english = LANGUAGES["en"].messages
    assert {code: placeholders(text) for code, text in table.messages.items()} == {
        code: placeholders(text) for code, text in english.items()
    }


@tables
def test_a_message_shows_a_good_example(table: Language) -> None:
    for code, message in table.messages.items():
        if code not in ("ambiguous", "zone", "language", "reversed_in_utc"):
            examples = re.findall(r"\d[\dX]{3}(?:-[\dX]{2}){0,2}", message)
            assert examples, code
            for example in examples:
                if code != "year_range":
                    parse(example)


@tables
def test_no_word_stands_for_two_things(table: Language) -> None:
    words = [word for words in table.phrases.values() for word in words]
    words += [word for words in table.spellings.values() for word in words]
    words += [word for words in table.weekdays for word in words]
    # What is typed counts in any case, so the tables have it in one.
    assert words == [word.lower() for word in words]
    words += [name.casefold() for name in (*table.months, *table.seasons.values())]
    assert sorted(words) == sorted(set(words))


def test_an_error_can_be_copied_pickled_and_read_in_two_languages() -> None:
    with pytest.raises(DateError) as caught:
        parse("2025-13")
    for error in (caught.value, copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
        assert repr(error) == "DateError('month', {'part': '13'})"
        assert error.code == "month"
        assert str(error) == (
            "“13” is not a month (01 to 12), season (21 to 24), quarter (33 to 36), third (37 to "
            "39) or half (40, 41) of a year: write 2026-01 or 2026-33."
        )
        assert error.message("de-AT").startswith("„13“ ist weder Monat")
    with pytest.raises(DateError, match="choose one of"):
        caught.value.message("fr")
