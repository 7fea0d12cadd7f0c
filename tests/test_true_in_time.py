"""Lists, matrix, changes, drawing, boards and comparison say of every day what a plain model of
time says of it (`tests.readings`), and so agree with each other."""

import re
from itertools import product
from typing import Any

from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events.documents.rendering.records import date_of
from events.presenting.commitments.lateness import lateness
from events.presenting.meetings.comparison import state
from events.presenting.positions.changes import ChangeKind
from tests.readings import DAYS, Read, day, read
from tests.record import Record

record = Record()
NUMBERS = st.integers(-5, DAYS + 12)
TAKEN_BACK = "taken-back"
STANCES = st.sampled_from(["supports", "opposes", TAKEN_BACK])
LINK = re.compile(r"/en/entries/(e\d)/")


def stances(said: list[tuple[Read, str]], on: int) -> set[str | None]:
    """The stance on a day in each reading of all the dates; None: nothing holds. What is taken back
    stays so, whatever end its date has."""
    found: set[str | None] = set()
    for spans in product(*(one.spans for one, _stance in said)):
        begun = [
            (start, number, None if one.ends and end < on and stance != TAKEN_BACK else stance)
            for number, ((start, end), (one, stance)) in enumerate(zip(spans, said, strict=True))
            if start <= on
        ]
        found.add(max(begun)[-1] if begun else None)
    return found


class AgreementTest(TestCase):
    """One record for each example, asked in every way."""

    @settings(max_examples=20, deadline=None)
    @given(st.lists(read(), min_size=1, max_size=4), NUMBERS, NUMBERS)
    def test_lists_and_the_drawing_of_a_window(
        self, said: list[Read], one: int, other: int
    ) -> None:
        first, last = sorted((one, other))
        for number, when in enumerate(said):
            record.development(f"e{number}", date=when.edtf)
        window = {"from": day(first).isoformat(), "to": day(last).isoformat()}
        found = {f"e{number}": when.within(first, last) for number, when in enumerate(said)}
        certain = {slug for slug, so in found.items() if so == {True}}
        possible = {slug for slug, so in found.items() if True in so}

        client = Client()
        listed = client.get("/api/v1/entries/", window).json()["results"]
        sure = client.get("/api/v1/entries/", window | {"when": "certain"}).json()["results"]
        page = client.get("/en/timeline/", window).text
        every = client.get("/en/timeline/", window | {"when": "possible"}).text

        assert {(one["slug"], one["when"]) for one in listed} == {
            (slug, "certain" if slug in certain else "possible") for slug in possible
        }
        assert {one["slug"] for one in sure} == certain
        assert set(LINK.findall(entries_of(page))) == certain
        assert set(LINK.findall(entries_of(every))) == possible
        assert set(LINK.findall(drawing_of(every))) == possible
        more = len(possible) - len(certain)
        assert (f"{more} more can have been in this time" in page) == bool(more)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.tuples(read(), STANCES), min_size=1, max_size=2), NUMBERS, NUMBERS)
    def test_the_matrix_and_what_changed(
        self, said: list[tuple[Read, str]], one: int, other: int
    ) -> None:
        first, last = sorted((one, other))
        for number, (when, stance) in enumerate(said):
            record.position(f"e{number}", date=when.edtf, stance=stance)
        before, now = stances(said, first), stances(said, last)

        client = Client()
        cells = client.get("/api/v1/matrix/", {"on": day(last).isoformat()}).json()["positions"]
        days = {"from": day(first).isoformat(), "to": day(last).isoformat(), "again": "1"}
        changes = client.get("/en/positions/changes/", days).context["changes"]

        assert {cell["stance"] for cell in cells} == now - {None}
        assert {cell["certainty"] for cell in cells} <= {"certain" if len(now) == 1 else "possible"}
        turns = [change.turn for change in changes]
        is_change = len(before | now) == 2 and changed(before, now)
        is_first = len(now) == 1 and before != now and before - {None} <= now
        assert (turns == [ChangeKind.CHANGED]) == (is_change and now != {TAKEN_BACK})
        assert (turns == [ChangeKind.TAKEN_BACK]) == (
            now == {TAKEN_BACK} and (is_change or is_first)
        )
        assert (turns == [ChangeKind.ENDED]) == (
            now == {None} and len(before - {None, TAKEN_BACK}) == len(before) == 1
        )
        if len(now) == 1 and None not in now:
            assert (turns == [ChangeKind.FIRST]) == (is_first and now != {TAKEN_BACK})
        else:
            assert not {ChangeKind.CHANGED, ChangeKind.FIRST, ChangeKind.AGAIN} & set(turns)


def changed(before: set[str | None], now: set[str | None]) -> bool:
    """Was there one position for certain on the first day, and another one on the second?"""
    return len(before) == len(now) == 1 and None not in before | now


def entries_of(page: str) -> str:
    """The list of a timeline."""
    return page.partition('id="entries"')[2]


def drawing_of(page: str) -> str:
    return page.partition("<svg")[2].partition('id="entries"')[0]


@settings(max_examples=300, deadline=None)
@given(read(), NUMBERS)
def test_a_question_was_open_only_if_it_had_been_raised(said: Read, on: int) -> None:
    question: Any = {"date": date_of(said.edtf), "status": "open"}

    begun = said.begun(on)

    over = said.ends and any(end < on for _start, end in said.spans)
    told = "not-raised" if True not in begun else "open"
    if len(begun) > 1 or (told == "open" and over):
        told = "not-certain"
    assert state(question, None, day(on)).value == told


@settings(max_examples=300, deadline=None)
@given(read(), NUMBERS)
def test_a_commitment_is_overdue_only_if_its_deadline_is_over_in_every_reading(
    said: Read, on: int
) -> None:
    promise: Any = {
        "deadline": date_of(said.edtf),
        "history": [],
        "parts": [],
        "status": "open",
    }

    found = lateness(promise, day(on))

    assert (found is not None and found.value == "late") == (said.over(on) == {True})
    assert (found is not None and found.value == "ahead") <= (said.begun(on) == {False})
