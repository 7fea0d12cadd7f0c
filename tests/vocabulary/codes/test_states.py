"""Codes of states: their form, and whether anybody has or had them."""

import pytest
from babel import Locale

from events.vocabulary import has_form_of_code, is_known_code
from events.vocabulary.codes.states import FILE

# What the list of territories has beside codes of states: regions, reserved and private codes.
NO_STATES = {
    *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"),
}


def assigned() -> set[str]:
    text = FILE.read_text("utf-8")
    return set(text[text.index("[assigned]") : text.index("[withdrawn]")].split()[1:])


def test_the_codes_that_are_assigned_are_those_of_another_list():
    others = {
        code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()
    }
    assert assigned() == others - NO_STATES
    assert len(assigned()) == 249


@pytest.mark.parametrize(
    "code", ["DE", "XK", "TW", "PS", "SU", "CS", "DD", "YU", "YUCS", "SUHH", "CSXX", "GB-SCT"]
)
def test_codes_that_somebody_has_or_had(code):
    assert (has_form_of_code(code), is_known_code(code)) == (True, True)


@pytest.mark.parametrize("code", ["QQ", "ZZ", "EU", "QQ-SCT", "QQQQ", "AAAA"])
def test_codes_of_nobody(code):
    assert (has_form_of_code(code), is_known_code(code)) == (True, False)


@pytest.mark.parametrize(
    "text", ["de", "D", "DEU", "GB-", "GB-SCOT", "gb-sct", "GB_SCT", "276", "DE ", "ДЕ", ""]
)
def test_what_has_not_the_form_of_a_code(text):
    assert not has_form_of_code(text)
