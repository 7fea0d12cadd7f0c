"""What a document says of its actors is what held on the day of the entry."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events import public, publishing
from events.models import Actor, Entry, FormerName, Office, Participation
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def said(slug: str = "may", actor: str = "sam") -> Any:
    [row] = [row for row in public.entry(slug).document["actors"] if row["slug"] == actor]
    return row


def day(slug: str = "may") -> tuple[str | None, str | None, str | None, str | None]:
    row = said(slug)
    return row["office"].get("en"), row["represents"], row["country"], row["represents_by"]


def listed(**filters: str) -> set[str]:
    found = Client().get("/api/v1/entries/", filters).json()["results"]
    return {document["slug"] for document in found}


def change(thing: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()


def move(sam: Actor) -> None:
    """What the desk does when somebody has a new office."""
    change(sam, office_en="Secretary General", represents=record.actor("nato-x"))
    publishing.republish(sam)


def office(sam: Actor, title: str, represents: str | None, since: str, until: str) -> Office:
    whom = record.actor(represents) if represents else None
    held = Office(actor=sam, title_en=title, represents=whom, since=since, until=until)
    held.full_clean(exclude=["title", "title_de"])
    held.save()
    return held


@pytest.fixture
def sam() -> Actor:
    record.actor("netherlands", kind="country", country="NL")
    return record.person("sam", represents="netherlands", office_en="Foreign Minister")


@pytest.fixture
def may(sam: Actor) -> Entry:
    return record.summit("may", date="2021-05-05", actors=["sam"])


MINISTER = ("Foreign Minister", "netherlands", "NL", "file")


def test_a_new_office_is_not_written_into_the_past(sam: Actor, may: Entry) -> None:
    move(sam)
    assert day() == MINISTER
    [on_file] = [r for r in public.entry("may").document["actor_records"] if r["slug"] == "sam"]
    assert (on_file["office"]["en"], on_file["represents"]) == ("Secretary General", "nato-x")


def test_nor_by_publishing_the_entry_again(sam: Actor, may: Entry) -> None:
    move(sam)
    change(may, title_en="Without the typo")
    assert publishing.publish(may).number == 3
    assert day() == MINISTER
    assert publishing.publish(may).number == 3


def test_nor_after_a_withdrawal_or_in_another_role(sam: Actor, may: Entry) -> None:
    publishing.withdraw(may)
    move(sam)
    Participation.objects.update(role="chair")
    publishing.publish(may)
    assert day() == MINISTER


def test_the_country_of_the_day_finds_the_entry(sam: Actor, may: Entry) -> None:
    move(sam)
    change(may, title_en="Without the typo")
    publishing.publish(may)
    for slug, found in (("netherlands", 1), ("nato-x", 0)):
        assert len(listed(actor=slug)) == found


def test_an_entry_that_is_new_says_what_is_on_file(sam: Actor, may: Entry) -> None:
    move(sam)
    record.summit("june", date="2025-06-24", actors=["sam"])
    assert day("june") == ("Secretary General", "nato-x", None, "file")


def test_of_a_day_that_is_still_to_come_what_is_on_file_is_renewed(sam: Actor) -> None:
    record.summit("planned", date="9998-05-05", actors=["sam"])
    move(sam)
    assert day("planned") == ("Secretary General", "nato-x", None, "file")


def test_what_the_entry_says_wins_and_can_be_taken_back(sam: Actor, may: Entry) -> None:
    part = may.participations.get()
    change(part, represents=record.actor("france"))
    publishing.publish(may)
    assert day() == ("Foreign Minister", "france", "FR", "entry")
    office(sam, "Envoy", "poland", "2020", "2022")
    publishing.republish(sam)
    assert day() == ("Envoy", "france", "FR", "entry")
    sam.offices.all().delete()
    change(part, represents=None)
    publishing.publish(may)
    assert day()[1:] == ("netherlands", "NL", "file")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-05-05", ("Foreign Minister", "netherlands", "NL", "office")),
        # It had ended on the last day of June, and the next one began in October.
        ("2021-06-30", ("Foreign Minister", "netherlands", "NL", "office")),
        ("2021-07-01", (None, None, None, None)),
        ("2017-10-25", (None, None, None, None)),
        # One of the days of that month.
        ("2021-10-20", ("Secretary General", "nato-x", None, "office")),
        ("2021-11-01", ("Secretary General", "nato-x", None, "office")),
        ("2031", ("Secretary General", "nato-x", None, "office")),
        # Any day of the year: either office, so that neither represents for certain.
        ("2021", ("Foreign Minister / Secretary General", None, None, None)),
        # What lasts has the day on which it began.
        ("2021-05-05/..", ("Foreign Minister", "netherlands", "NL", "office")),
    ],
)
def test_dated_offices_say_who_somebody_was(sam: Actor, date: str, expected: Any) -> None:
    office(sam, "Foreign Minister", "netherlands", "2017-10-26", "2021-06-30")
    office(sam, "Secretary General", "nato-x", "2021-10", "")
    record.summit("may", date=date, actors=["sam"])
    assert day() == expected


def test_dated_offices_set_right_what_was_published(sam: Actor, may: Entry) -> None:
    record.summit("june", date="2025-06-24", actors=["sam"])
    office(sam, "Foreign Minister", "netherlands", "2017-10-26", "2021-06-30")
    office(sam, "Secretary General", "nato-x", "2024-10-01", "")
    assert publishing.republish(sam) == 2
    assert day("may") == ("Foreign Minister", "netherlands", "NL", "office")
    assert day("june") == ("Secretary General", "nato-x", None, "office")
    # The same as by publishing them.
    for entry in Entry.objects.all():
        assert publishing.publish(entry).number == 2


def test_an_office_that_was_over_by_then_takes_nothing_from_the_entry(
    sam: Actor, may: Entry
) -> None:
    before = day()

    office(sam, "Envoy", "france", "2010", "2011")
    publishing.republish(sam)
    publishing.publish(may)

    assert day() == before


def test_two_offices_at_once(sam: Actor) -> None:
    office(sam, "Deputy Prime Minister", None, "2020", "")
    office(sam, "Minister", "netherlands", "2020", "")
    record.summit("may", date="2021-05-05", actors=["sam"])
    assert day()[:2] == ("Deputy Prime Minister, Minister", "netherlands")


def test_an_office_without_an_end_is_in_doubt_once_another_one_began(sam: Actor) -> None:
    office(sam, "Minister", "netherlands", "2018", "")
    office(sam, "Secretary General", "nato-x", "2021", "")
    for slug, date in (("may", "2020-05-05"), ("june", "2023-06-24")):
        record.summit(slug, date=date, actors=["sam"])
    assert day("may")[:2] == ("Minister", "netherlands")
    assert day("june")[:2] == ("Secretary General", "nato-x")


def test_who_contributes_is_treated_alike(sam: Actor) -> None:
    office(sam, "Foreign Minister", "netherlands", "2017", "2021")
    promise = record.commitment("may", date="2020-01", publish=False)
    record.called(promise, "sam")
    publishing.publish(promise)
    assert day() == ("Foreign Minister", "netherlands", "NL", "office")


def eswatini() -> Actor:
    country = record.actor("eswatini", kind="country", country="SZ", name_en="Swaziland")
    change(country, name_de="Swasiland")
    record.development("vote", date="2017-09", actors=["eswatini"])
    record.development("later", date="2019", actors=["eswatini"])
    change(country, name_en="Eswatini", name_de="Eswatini")
    FormerName.objects.create(
        actor=country, name_en="Swaziland", name_de="Swasiland", until="2018-04-18"
    )
    publishing.republish(country)
    return country


def test_a_state_has_the_name_of_the_day_and_that_of_today_beside_it() -> None:
    eswatini()
    today = {"en": "Eswatini", "de": "Eswatini"}
    vote, later = said("vote", "eswatini"), said("later", "eswatini")
    assert vote["name"] == {"en": "Swaziland", "de": "Swasiland"}
    assert vote["name_today"] == today
    assert (later["name"], later["name_today"]) == (today, None)
    # The vote is found by both names.
    for word, found in (("swasiland", {"vote"}), ("eswatini", {"vote", "later"})):
        assert listed(q=word) == found


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("1949", "Zaire the First"),
        ("1971-10-26", "Zaire the First"),
        ("1971", "Zaire"),
        ("1990", "Zaire"),
        ("1997", "Congo"),
        ("2020", "Congo"),
    ],
)
def test_the_first_name_that_was_still_in_use_is_taken(date: str, name: str) -> None:
    congo = record.actor("congo", name_en="Congo")
    for former, until in (("Zaire", "1997-05-17"), ("Zaire the First", "1971-10-26")):
        FormerName.objects.create(actor=congo, name_en=former, until=until)
    record.development("vote", date=date, actors=["congo"])
    assert said("vote", "congo")["name"]["en"] == name


def test_dated_facts_cost_no_query_per_entry_or_per_actor() -> None:
    def queries(name: str, count: int) -> int:
        people = [record.person(f"{name}-{n}", represents="france") for n in range(count)]
        for n, person in enumerate(people):
            office(person, "Minister", "germany", "2020", "2030")
            office(person, "Envoy", f"{name}-land-{n}", "2010", "2011")
            FormerName.objects.create(actor=person, name_en="Other", until="1990")
            FormerName.objects.create(actor=person.represents, name_en="Gaul", until="0500")
        entry = record.summit(name, actors=[person.slug for person in people], publish=False)
        with CaptureQueriesContext(connection) as context:
            publishing.publish(entry)
        again = len(context)
        change(entry, title_en="Again")
        with CaptureQueriesContext(connection) as context:
            publishing.publish(entry)
        return again + len(context)

    queries("warm", 1)
    assert queries("one", 1) == queries("many", 5)
