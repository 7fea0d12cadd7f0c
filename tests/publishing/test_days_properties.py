"""Whatever becomes of its actors, an entry goes on to say what it said of its day."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import publishing
from events.models import Actor
from tests.publishing.test_days import change, day, office
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()

OFFICES = [
    ("Foreign Minister", "netherlands", "2017-10-26", "2021-08"),
    ("Chair", None, "2019", "2022"),
    ("Secretary General", "nato-x", "2021-10", ""),
    ("Envoy", "france", "2010", "2011"),
]
STEPS = st.one_of(
    st.tuples(st.just("office"), st.sampled_from(["Minister", "Envoy", ""])),
    st.tuples(st.just("represents"), st.sampled_from(["netherlands", "nato-x", "france", None])),
    st.tuples(st.just("name"), st.sampled_from(["Sam", "Samuel"])),
    st.tuples(st.just("dated"), st.integers(0, len(OFFICES) - 1)),
    st.tuples(st.just("publish"), st.sampled_from(["", "withdraw"])),
    st.tuples(st.just("title"), st.sampled_from(["One", "Two"])),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(STEPS, max_size=12))
def test_what_an_entry_says_of_its_day_changes_only_by_a_dated_fact(steps: list[Any]) -> None:
    with transaction.atomic():
        _walk(steps)
        transaction.set_rollback(True)


def _walk(steps: list[Any]) -> None:
    record.actor("netherlands", kind="country", country="NL")
    sam = record.person("sam", represents="netherlands", office_en="Foreign Minister")
    may = record.summit("may", date="2021-05-05", actors=["sam"])
    expected = day()
    for what, value in steps:
        if what == "dated":
            office(sam, *OFFICES[value])
        elif what == "represents":
            change(sam, represents=record.actor(value) if value else None)
        elif what in ("office", "name"):
            change(sam, **{f"{what}_en": value})
        elif what == "title":
            change(may, title_en=value)
        if value == "withdraw":
            publishing.withdraw(may)
        if what in ("publish", "title"):
            publishing.publish(may)
        else:
            publishing.republish(sam)
        if any(one.title_en != "Envoy" for one in sam.offices.all()):
            # Only those that held on the day say anything of it, unless all were over long before.
            expected = _by_office(sam)
        assert day() == expected


def _by_office(sam: Actor) -> tuple[str | None, str | None, str | None, str | None]:
    held = [one for one in sam.offices.all() if one.title_en in ("Foreign Minister", "Chair")]
    titles = ", ".join(dict.fromkeys(one.title_en for one in held))
    spoke = any(one.represents for one in held)
    return (titles or None, *(("netherlands", "NL", "office") if spoke else (None, None, None)))
