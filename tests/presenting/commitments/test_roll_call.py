"""Each number of the counts opens to exactly its rows."""

from datetime import date

import pytest

from events import publishing
from events.documents.counts import counts_on
from events.presenting.commitments import roll_call
from events.presenting.parts.counts import counts_worded


def test_each_number_has_its_rows(record, read, links):
    promise = record.commitment("promise", date="2025-09-04", publish=False)
    for actor, domain, stage, when in (
        ("france", "land", "signed", "2025-09-04"),
        ("france", "air", "", ""),
        ("france", "sea", "declined", "2025-09-04"),
        ("poland", "", "", ""),
        ("germany", "", "announced", "2025-09-04"),
        ("germany", "", "suspended", "2025-10"),
        ("italy", "", "announced", "2025-09-04"),
        ("italy", "", "withdrawn", "2025-10-01"),
        ("norway", "", "signed", "2027-01-01"),
        ("ukraine", "", "declined", "2028-01-01"),
    ):
        domains = {"domain": domain} if domain else {}
        record.called(promise, actor, stage=stage, date=when, **domains)
    publishing.publish(promise)
    day = date(2026, 1, 31)

    found = roll_call(read("promise"), links, day)

    assert [
        (group.key, group.heading, [(one.name.plain, one.domain.plain) for one in group.called])
        for group in found.groups
    ] == [
        ("named", "2 named", [("Poland", ""), ("Norway", "")]),
        ("confirmed", "1 confirmed", [("France", "On land"), ("France", "In the air")]),
        ("suspended", "1 suspended", [("Germany", "")]),
        ("left", "1 no longer taking part", [("Italy", "")]),
        ("declined", "1 declined", [("France", "At sea")]),
    ]
    assert [one.name.plain for one in found.later] == ["Ukraine"]
    numbers = counts_worded(counts_on(read("promise"), day)).numbers
    assert [one.key for one in numbers if one.key] == [group.key for group in found.groups]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        # Whether it was announced by then, nobody knows.
        (date(2025, 10, 1), ["", "not yet on this day", "not yet on this day"]),
        (date(2026, 12, 31), ["", "", "announced, not in force yet"]),
        (date(2100, 1, 1), ["", "", "announced, not in force yet"]),
    ],
)
def test_what_came_after_a_day_is_not_called_announced_on_it(record, read, links, on, said):
    promise = record.commitment("promise", date="2025-09-04", publish=False)
    for stage, when in (("signed", "2025-09-04"), ("suspended", "2026-01-01"), ("ended", "2101")):
        record.called(promise, "france", stage=stage, date=when)
    publishing.publish(promise)

    [group] = roll_call(read("promise"), links, on).groups

    assert [step.ahead for step in group.called[0].stages] == said


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        ([("10", "tanks", "")], "10 tanks"),
        ([("10", "tanks", ""), ("8", "tanks", "")], "8 tanks"),
        ([("10", "tanks", ""), ("5", "million-EUR", "")], "10 tanks, 5 million euros"),
        ([("5", "million-EUR", ""), ("-1000000", "EUR", "")], "4,000,000 euros"),
        ([("10", "tanks", "pledged"), ("4", "tanks", "delivered")], "4 tanks"),
        ([("-3000", "EUR", "pledged")], "−3,000 euros"),
    ],
)
def test_what_an_actor_gives_in_each_unit_with_its_corrections(record, read, links, amounts, said):
    promise = record.commitment("promise", date="2025-09-04", publish=False)
    for month, (value, unit, form) in enumerate(amounts, start=1):
        fields = {"value": value, "unit": unit, "form": form, "date": f"2025-1{month - 1}-01"}
        record.called(promise, "france", stage="announced", **fields)
    publishing.publish(promise)

    [group] = roll_call(read("promise"), links, date(2026, 1, 31)).groups

    assert [one.amount for one in group.called] == [said]
