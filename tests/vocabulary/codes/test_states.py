"""Codes of states: their form, and whether anybody has or had them."""

import pytest
from babel import Locale

from events.vocabulary import are_of_one_state, has_form_of_code, is_known_code, meant_code
from events.vocabulary.codes.states import STATES

# What the list of territories has beside codes of states: regions, reserved and private codes.
NO_STATES = {
    *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"),
}


def assigned() -> set[str]:
    text = STATES.read_text("utf-8")
    lines = text[text.index("[assigned]") : text.index("[withdrawn]")].split()[1:]
    return {codes.partition(":")[0] for codes in lines}


def test_the_codes_that_are_assigned_are_those_of_another_list():
    others = {
        code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()
    }
    assert assigned() == others - NO_STATES
    assert len(assigned()) == 249


@pytest.mark.parametrize(
    "code",
    [
        *("DE", "XK", "TW", "PS", "SU", "CS", "DD", "YU", "YUCS", "SUHH", "CSXX"),
        *("GB-SCT", "US-CA", "FR-75C", "RU-MOW"),
    ],
)
def test_codes_that_somebody_has_or_had(code):
    assert (has_form_of_code(code), is_known_code(code)) == (True, True)


@pytest.mark.parametrize(
    "code", ["QQ", "ZZ", "EU", "UK", "QQ-SCT", "QQQQ", "AAAA", "GB-ZZZ", "US-ZZ", "DE-SCT"]
)
def test_codes_of_nobody(code):
    assert (has_form_of_code(code), is_known_code(code)) == (True, False)


@pytest.mark.parametrize(
    "text", ["de", "D", "DEU", "GB-", "GB-SCOT", "gb-sct", "GB_SCT", "276", "DE ", "ДЕ", ""]
)
def test_what_has_not_the_form_of_a_code(text):
    assert not has_form_of_code(text)


@pytest.mark.parametrize("code", ["DEU", "276", "SUN", "810", "YUG", "DDR"])
def test_three_letters_and_numbers_are_known_too(code):
    assert is_known_code(code)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        *(("DE", "DEU", True), ("DE", "276", True), ("DD", "DDR", True), ("SU", "SUHH", True)),
        *(("DE", "FR", False), ("DE", "FRA", False), ("DD", "DEU", False), ("XK", "RS", False)),
        # One number, one after the other.
        *(("YU", "891", True), ("CS", "891", True), ("RS", "891", False)),
        # Of these, nothing is known.
        *(("DE", "QQ", True), ("GB", "GB-SCT", True)),
    ],
)
def test_codes_of_one_state(one, other, expected):
    assert are_of_one_state(one, other) is expected


def test_what_is_written_for_another_code():
    assert [meant_code(code) for code in ("UK", "EL", "QQ")] == ["GB", "GR", ""]
