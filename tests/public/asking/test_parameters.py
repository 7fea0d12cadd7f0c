"""Query parameters are read strictly, wherever they are read."""

import pytest

from events.public import InvalidParameters, Parameters


def reader(accept=("a", "b", "limit", "day"), **params):
    return Parameters({name: [value] for name, value in params.items()}, accept)


def test_what_was_given():
    parameters = Parameters(
        {"a": ["x", " y ", "x", ""], "b": ["  z"], "day": [""]}, ["a", "b", "day"]
    )

    assert parameters.many("a") == ("x", "y")
    assert parameters.one("b") == "z"
    assert parameters.one("day") is None
    assert parameters.many("missing") == ()
    parameters.finish()


def test_all_complaints_are_raised_together():
    parameters = Parameters({"a": ["x", "y"], "b": ["\0"], "c": ["z"]}, ["a", "b"])
    parameters.one("a")
    parameters.one("b")

    with pytest.raises(InvalidParameters) as caught:
        parameters.finish()
    assert caught.value.errors == {
        "c": ["There is no such parameter here. There are: a, b."],
        "a": ["Give this parameter once."],
        "b": ["A value cannot hold the character U+0000."],
    }
    assert str(caught.value).startswith("c: There is no such parameter here. There are: a, b.; a:")


def test_an_address_that_takes_no_parameters_says_so():
    with pytest.raises(InvalidParameters) as caught:
        reader((), a="x").finish()
    assert caught.value.errors == {
        "a": ["There is no such parameter here. This address takes none."]
    }


@pytest.mark.parametrize("given", [["x", "x"], ["x", "y"]])
def test_a_value_that_is_repeated_is_refused_even_if_it_is_the_same(given):
    parameters = Parameters({"a": given}, ["a"])
    parameters.one("a")

    assert parameters.errors == {"a": ["Give this parameter once."]}


def test_more_values_than_anybody_means():
    parameters = Parameters({"a": [str(number) for number in range(51)]}, ["a"])

    assert parameters.many("a") == ()
    assert parameters.errors == {"a": ["Give at most 50 values."]}


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("200", 200), ("007", 7), (" 5 ", 5), ("", None)]
)
def test_a_number(text, number):
    parameters = reader(a=text)

    assert parameters.number("a", 1, 200) == number
    parameters.finish()


@pytest.mark.parametrize(
    "text", ["0", "201", "-1", "+1", "1.0", "1e2", "1_0", "x", "٣", "²", "0001", "9" * 5000]
)
def test_what_is_no_number_that_can_be_meant(text):
    parameters = reader(a=text)

    assert parameters.number("a", 1, 200) is None
    assert parameters.errors == {"a": [f"“{text}” is not a whole number from 1 to 200."]}


def test_the_largest_number_fits_a_column():
    assert reader(a=str(2**63 - 1)).number("a", 0) == 2**63 - 1
    assert reader(a=str(2**63)).number("a", 0) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abc", "“abc” is not a whole number that is 1 or larger."),
        ("-1", "“-1” is not a whole number that is 1 or larger."),
        ("0", "“0” is not a whole number that is 1 or larger."),
        (str(2**63), f"“{2**63}” is too large a number."),
        ("9" * 40, f"“{'9' * 40}” is too large a number."),
    ],
)
def test_a_bound_that_means_nothing_is_not_told(text, said):
    parameters = reader(a=text)

    assert parameters.number("a", 1) is None
    assert parameters.errors == {"a": [said]}


def test_a_value_of_a_closed_list():
    parameters = reader(a="x", b="y")

    assert parameters.choice("a", ["x", "y"]) == "x"
    assert parameters.choice("b", ["x", "z"]) == "y"
    assert parameters.errors == {"b": ["“y” is not one of: x, z."]}


def test_the_values_can_be_told_in_the_words_that_a_reader_sees():
    parameters = Parameters(
        {"a": ["y"]}, ["a"], lambda name, values: [f"{name}-{value}" for value in values]
    )

    parameters.choice("a", ["x", "z"])

    assert parameters.errors == {"a": ["“y” is not one of: a-x, a-z."]}


@pytest.mark.parametrize("text", ["2026", "2026-W01-1", "20260106", "2026-02-30", "２０２６-01-06"])
def test_what_is_no_day(text):
    parameters = reader(day=text)

    assert parameters.day("day") is None
    assert list(parameters.errors) == ["day"]
