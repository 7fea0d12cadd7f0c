"""What the other places say of a day, beside the same plain model of time: months, bars, the stops
of the slider, boards with statuses, meetings compared, deadlines, ages, and calendars."""

import re
from collections import Counter
from datetime import date
from itertools import product
from typing import Any
from unittest.mock import patch

from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from events import dates, public, publishing
from events.documents.progress import status_on
from events.documents.rendering.records import date_of
from events.presenting.commitments.lateness import SETTLED, lateness
from events.presenting.meetings.comparison import days_of, state
from events.presenting.wording import ago, began
from events.presenting.wording.durations import so_far
from events.public import Grain
from tests.readings import DAYS, FIRST, FOR_EVER, Read, day, read
from tests.record import Record

record = Record()
NUMBERS = st.integers(-5, DAYS + 12)
DATES = st.lists(read(), min_size=1, max_size=4)
STATUSES = st.sampled_from(["fulfilled", "delayed", "suspended", "withdrawn"])
HISTORY = st.lists(st.tuples(read(), STATUSES), min_size=1, max_size=2)


def statuses(history: list[tuple[Read, str]], on: int) -> set[str]:
    """The status on a day in each reading of all the dates. A suspension is over at its end."""
    order = sorted(history, key=lambda change: date_order(change[0]))
    found = set()
    for spans in product(*(one.spans for one, _status in order)):
        come = [
            (start, number, status)
            for number, ((start, end), (one, status)) in enumerate(zip(spans, order, strict=True))
            if start <= on and not (status == "suspended" and one.ends and end < on)
        ]
        found.add(max(come)[-1] if come else "open")
    return found


def date_order(one: Read) -> date:
    """The order of a history is that of the days as they are written."""
    return dates.parse(one.edtf).sort_day


class PlacesTest(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(DATES)
    def test_months_and_their_numbers(self, said: list[Read]) -> None:
        for number, when in enumerate(said):
            record.development(f"e{number}", date=when.edtf)
        months = [{day(start).strftime("%Y-%m") for start in when.begins} for when in said]
        certain = Counter(next(iter(found)) for found in months if len(found) == 1)

        content = Client().get("/en/timeline/?order=oldest").context

        headings = Counter(
            {group.key: len(group.items) for group in content["groups"] if not group.without_month}
        )
        named = {date(2025, number, 1).strftime("%B %Y"): number for number in range(1, 13)}
        stops = Counter(
            {
                f"2025-{named[stop.label]:02}": int(stop.count)
                for stop in content["stops"]
                if stop.label in named
            }
        )
        assert headings == stops == certain
        years = [
            {day(start).year if start < FOR_EVER - 1 else 9999 for start in when.begins}
            for when in said
        ]
        in_year = years.count({2025})
        unknown = [int(stop.count) for stop in content["stops"] if "month not known" in stop.label]
        assert sum(unknown) == in_year - certain.total()

    @settings(max_examples=15, deadline=None)
    @given(DATES, NUMBERS, NUMBERS)
    def test_bars_of_days(self, said: list[Read], one: int, other: int) -> None:
        first, last = sorted((one, other))
        for number, when in enumerate(said):
            record.development(f"e{number}", date=when.edtf)
        window = {"from": [day(first).isoformat()], "to": [day(last).isoformat()]}
        for certain in (True, False):
            listed = [
                when
                for when in said
                if True in (inside := when.within(first, last))
                and not (certain and False in inside)
            ]
            asked = public.parse(window | {"when": ["certain" if certain else "possible"]})
            found = public.histogram(asked, Grain.DAY, "kind", 7)
            known = {
                tally.first: tally.number for tally in found.tallies if tally.first == tally.last
            }
            # What began on one day in every reading, and no more.
            assert known == Counter(
                day(when.begins[0]).toordinal()
                for when in listed
                if len(when.begins) == 1 and first <= when.begins[0]
            )
            assert found.total <= len(listed) == public.count(asked)

    @settings(max_examples=15, deadline=None)
    @given(DATES, NUMBERS)
    def test_the_stops_of_the_slider(self, said: list[Read], on: int) -> None:
        for number, when in enumerate(said):
            record.position(f"e{number}", date=when.edtf, topic=f"topic-{number}")

        days = public.turns(day(on)).days

        known = {day(when.begins[0]) for when in said if len(when.begins) == 1}
        assert days == sorted(known)
        for stop in days:
            table = Client().get("/en/positions/", {"on": stop.isoformat()}).context["table"]
            new = [place for row in table.rows for place in row.places if place and place.new]
            assert len(new) == sum(
                when.begins == range((stop - FIRST).days, (stop - FIRST).days + 1) for when in said
            )

    @settings(max_examples=20, deadline=None)
    @given(st.lists(HISTORY, min_size=1, max_size=2), NUMBERS, st.integers(0, 30))
    def test_boards(
        self, promises: list[list[tuple[Read, str]]], published: int, later: int
    ) -> None:
        with patch.object(timezone, "localdate", lambda *_: day(published)):
            for number, history in enumerate(promises):
                entry = record.commitment(f"e{number}", date="2020", publish=False)
                for when, status in history:
                    record.status(entry, status, when.edtf)
                publishing.publish(entry)
        on = published + later
        model = {f"e{number}": statuses(one, on) for number, one in enumerate(promises)}

        with patch.object(timezone, "localdate", lambda *_: day(on)):
            groups = Client().get("/en/commitments/").context["groups"]
            listed = {
                value: [
                    card.url.split("/")[-2]
                    for group in Client()
                    .get("/en/commitments/", {"status": value})
                    .context["groups"]
                    for card in group.items
                ]
                for value in ("open", "fulfilled", "delayed", "suspended", "withdrawn")
            }

        assert sum(group.number for group in groups) == len(promises)
        for group in groups:
            value = group.id.removeprefix("status-")
            assert group.number == len(group.items) == len(listed[value])
            for card in group.items:
                possible = model[card.url.split("/")[-2]]
                assert value == card.status.value
                assert value in possible
                assert ("possibly" in card.status.label) == (len(possible) > 1)

    @settings(max_examples=15, deadline=None)
    @given(DATES)
    def test_calendars(self, said: list[Read]) -> None:
        for number, when in enumerate(said):
            record.development(f"e{number}", date=when.edtf)

        calendar = Client().get("/en/calendar.ics").text

        assert sorted(re.findall(r"DTSTART;VALUE=DATE:(\d+)", calendar)) == sorted(
            f"{day(when.begins[0]):%Y%m%d}"
            for when in said
            if len(when.begins) == 1 and len(when.ends or [0]) == 1 and "/.." not in when.edtf
        )

    @settings(max_examples=20, deadline=None)
    @given(read(), read())
    def test_questions_at_a_meeting(self, raised: Read, met: Read) -> None:
        record.summit("meeting", date=met.edtf)
        record.question("question", date=raised.edtf)
        meeting: Any = public.entry("meeting").document
        question: Any = public.entry("question").document

        told = state(question, None, *days_of(meeting)).value

        # Of one without an end that is known, its first day.
        days = {end if max(met.ends or [0]) < FOR_EVER - 1 else start for start, end in met.spans}
        begun = {start <= on for start in raised.begins for on in days}
        # Whether it was open after the end of its date, nobody has said.
        over = {bool(raised.ends) and end < on for _start, end in raised.spans for on in days}
        unknown = len(begun) > 1 or (True in begun and True in over)
        assert told == ("not-certain" if unknown else "open" if True in begun else "not-raised")


@settings(max_examples=200, deadline=None)
@given(HISTORY, read(), NUMBERS)
def test_nothing_is_late_that_may_be_over(
    history: list[tuple[Read, str]], deadline: Read, on: int
) -> None:
    order = sorted(history, key=lambda change: date_order(change[0]))
    promise: Any = {
        "date": date_of("2020"),
        "deadline": date_of(deadline.edtf),
        "history": [{"date": date_of(when.edtf), "status": status} for when, status in order],
        "parts": [],
        "status": "open",
    }

    model = statuses(history, on)
    said = status_on(promise, day(on))
    found = lateness(promise, day(on))

    assert set(said.possible) == model
    late = deadline.over(on) == {True} and model.isdisjoint({*SETTLED, "suspended"})
    assert (found is not None and found.value == "late") == late
    if model <= set(SETTLED):
        assert found is None


@settings(max_examples=15, deadline=None)
@given(read(), NUMBERS)
def test_ages_are_those_of_every_reading(said: Read, on: int) -> None:
    """“3 days ago” only if that is so in each, “at least 3 days ago” if it is no less in any."""
    days = [on - start for start in said.begins]
    told = ago(began(date_of(said.edtf)), day(on))
    lasting = so_far(began(date_of(said.edtf)), day(on))

    if min(days) < 0:
        assert (told, lasting) == ("", "")
    if told == "today":
        assert set(days) == {0}
    elif told.startswith("at least"):
        assert min(days) >= int(told.split()[2])
    elif told and "day" in told:
        assert set(days) == {int(told.split()[0])}
    if lasting.startswith("at least"):
        assert min(days) >= int(lasting.split()[2])
    elif lasting and "day" in lasting:
        assert set(days) == {int(lasting.split()[0])}
