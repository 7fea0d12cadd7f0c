"""Who was a member of a coalition on the date of an entry: on that day only."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from events.documents.membership import joined_in, members_between, members_on
from events.documents.rendering.records import date_of
from events.models import Membership
from tests.record import Record


def coalition(*terms: tuple[str, str, str]) -> Any:
    """A record whose members each have a name, and a day since and until, or none."""
    return {
        "members": [
            {
                "actor": name,
                "role": "member",
                "since": date_of(since) if since else None,
                "until": date_of(until) if until else None,
            }
            for name, since, until in terms
        ]
    }


TERMS = [
    ("belarus", "", "2020-08"),
    ("netherlands", "2014", "2018"),
    ("netherlands", "2022-03", ""),
    ("poland", "2019-05-01", ""),
]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025-05-01", ["netherlands", "poland"]),
        ("2020-01-15", ["belarus", "poland"]),
        ("2020-08-31", ["belarus", "poland"]),
        ("2020-09-01", ["poland"]),
        ("2016", ["belarus", "netherlands"]),
        ("2018/..", ["belarus", "netherlands"]),
        ("2019", ["belarus", "poland"]),
        # When it was, nobody knows: whoever had left by 2025 may have been there.
        ("../2025-05-01", ["belarus", "netherlands", "poland"]),
    ],
)
def test_a_membership_counts_on_the_day_in_question(edtf: str, expected: list[str]) -> None:
    found = members_on(coalition(*TERMS), date_of(edtf))
    assert sorted(member["actor"] for member in found) == expected


def test_today() -> None:
    day = date(2026, 11, 26)
    found = members_between(coalition(*TERMS), day, day)
    assert [member["actor"] for member in found] == ["netherlands", "poland"]


def test_what_is_no_body_has_no_members() -> None:
    record: Any = {}
    assert members_on(record, date_of("2025")) == []


def test_in_what_an_organisation_does_its_members_take_no_part() -> None:
    member: Any = {"actor": "poland", "since": None, "until": None}
    body: Any = {"kind": "organisation", "members": [member]}
    assert members_on(body, date_of("2025")) == [member]
    assert joined_in(body, date_of("2025")) == []
    body["kind"] = "coalition"
    assert joined_in(body, date_of("2025")) == [member]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "until", "wrong"),
    [
        ("2021", "2019", True),
        ("2021-03-01", "2021-02-28", True),
        ("2021", "2021", False),
        ("2021-06", "2021", False),
        ("2021", "2020~", False),
        ("", "2019", False),
        ("2021", "", False),
    ],
)
def test_an_end_before_the_beginning_is_refused(since: str, until: str, wrong: bool) -> None:
    record = Record()
    group = record.coalition("willing", france="member")
    membership = Membership(body=group, actor=record.actor("poland"), since=since, until=until)
    if not wrong:
        membership.clean()
        return
    with pytest.raises(ValidationError) as refusal:
        membership.clean()
    assert list(refusal.value.message_dict) == ["until"]
