"""What held on a day: pure functions of what is on file."""

from typing import Any

import pytest

from events.documents.onday import former_name, in_office, name_on


def date(edtf: str) -> Any:
    return {"edtf": edtf} if edtf else None


def office(since: str, until: str, title: Any = "A", represents: str | None = "france") -> Any:
    texts = title if isinstance(title, dict) else {"en": title}
    return {
        "title": texts,
        "represents": represents,
        "since": date(since),
        "until": date(until),
        "source": None,
    }


def former(name: str, until: str) -> Any:
    return {"name": {"en": name}, "until": date(until), "source": None}


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        ("2020", "2022", "2019-12-31", False),
        ("2020", "2022", "2020-01-01", True),
        ("2020", "2022", "2022-12-31", True),
        ("2020", "2022", "2023-01-01", False),
        ("2020", "", "2019-12", False),
        ("2020", "", "2050", True),
        ("", "2022", "1950", True),
        ("", "2022", "2023", False),
        ("", "", "1950", True),
        ("2020", "2022", "../2019", False),
        # In office only after it had begun.
        ("2020", "2022", "2019/2021", False),
        ("2020", "2022", "2021/2030", True),
        ("2020", "2022", "2023/..", False),
        ("2020", "2022", "XXXX", True),
    ],
)
def test_one_office(since: str, until: str, day: str, held: bool) -> None:
    expected = ({"en": "A"}, "france") if held else ({}, None)
    assert in_office([office(since, until)], day) == expected


def test_what_is_certain_goes_before_what_is_possible() -> None:
    offices = [office("2019", "2021", "B", "poland"), office("2015-03", "2025", "A")]
    assert in_office(offices, "2021-05-05") == ({"en": "A"}, "france")
    assert in_office(offices, "2020-05-05") == ({"en": "B, A"}, "poland")


@pytest.mark.parametrize(
    ("whom", "represents"),
    [(("france", "france"), "france"), (("france", "poland"), None), (("france", None), None)],
)
def test_what_is_only_possible_is_claimed_for_nobody_unless_all_agree(
    whom: tuple[str | None, ...], represents: str | None
) -> None:
    first, second = whom
    offices = [office("2019", "2021-05", "A", first), office("2021-05", "2030", "B", second)]
    assert in_office(offices, "2021-05-05") == ({"en": "A / B"}, represents)


def test_a_title_that_a_language_lacks_is_said_in_another() -> None:
    offices = [office("2019", "", {"en": "A", "de": "X"}), office("2019", "", {"de": "Y"})]
    assert in_office(offices, "2020").office == {"en": "A, Y", "de": "X, Y"}


def test_nothing_is_on_file() -> None:
    assert in_office([], "2020") == ({}, None)
    assert former_name([], "2020") is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1970", "Old"),
        ("1971-10-26", "Old"),
        ("1971-10-27", "Older than now"),
        ("1971-10", "Older than now"),
        ("1997-05", None),  # on one of its days, it had another name
        ("1997-04/..", "Older than now"),
        ("../1970", "Old"),
        ("XXXX", None),
        ("2020", None),
    ],
)
def test_the_name_that_was_in_use(day: str, name: str | None) -> None:
    names = [former("Older than now", "1997-05-16"), former("Old", "1971-10-26")]
    assert former_name(names, day) == ({"en": name} if name else None)
    record: Any = {"name": {"en": "Now"}, "former_names": names}
    assert name_on(record, day) == {"en": name or "Now"}


def test_a_vague_end_of_a_name_is_its_first_day() -> None:
    names = [former("Old", "1971")]
    assert former_name(names, "1971-01-01") == {"en": "Old"}
    assert former_name(names, "1971-06") is None
