from datetime import date

import pytest
from django.utils.translation import override

from events import public, publishing
from events.presenting.parts import EntryLink
from events.presenting.profiles import (
    Related,
    actor,
    camps,
    contested,
    stands,
    taken_back,
    topic,
)
from events.vocabulary import Facet

TODAY = date(2026, 2, 1)


@pytest.fixture
def profile(db, links):
    return lambda slug: actor(slug, public.carrying(Facet.RECORD, slug), links)


def test_a_person(record, profile):
    record.person(
        "merz", represents="germany", office_en="Chancellor", description_en="Of the CDU."
    )
    record.development("event", actors=["merz"])

    found = profile("merz")

    assert (found.slug, found.name, found.kind) == ("merz", "Merz", "Person")
    assert (found.country, found.office) == ("Germany", "Chancellor")
    assert (found.description, found.language) == ("Of the CDU.", None)
    event = EntryLink("Title of event", "/en/entries/event/")
    assert found.represents == Related("Germany", "/en/actors/germany/", "", stated_in=event)
    assert (found.members, found.bodies, found.represented_by) == ([], [], [])
    with override("de"):
        assert profile("merz").language == "en"


def test_a_country_with_who_represents_it_and_the_coalitions_it_is_in(record, profile):
    record.person("merz", represents="germany", office_en="Chancellor")
    coalition = record.coalition("the-willing", germany="lead", poland="member")
    coalition.memberships.filter(actor__slug="germany").update(since="2025-03")
    record.development("first", actors=["merz"])
    record.development("second", actors=["the-willing"])

    found = profile("germany")

    assert (found.kind, found.country) == ("Country", "")
    first = EntryLink("Title of first", "/en/entries/first/")
    merz = Related("Merz", "/en/actors/merz/", "Chancellor", stated_in=first)
    assert found.represented_by == [merz]
    assert found.bodies == [
        Related("The Willing", "/en/actors/the-willing/", "", "Lead", "since March 2025")
    ]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({}, ""),
        ({"since": "2025-03"}, "since March 2025"),
        ({"until": "2026"}, "until 2026"),
        ({"since": "2025-03", "until": "2026-01-06"}, "from March 2025 to 6 January 2026"),
    ],
)
def test_the_members_of_a_coalition_with_role_and_dates(record, profile, dates, said):
    coalition = record.coalition("the-willing", france="lead")
    coalition.memberships.update(**dates)
    record.development("event", actors=["the-willing"])

    assert profile("the-willing").members == [
        Related("France", "/en/actors/france/", "", "Lead", said)
    ]


def test_no_entry_is_said_to_say_what_it_does_not(record, profile):
    """The record of whom it represents is in every document that names either of them."""
    record.person("merz", represents="germany")
    record.development("event", actors=["germany"])
    record.development("older", actors=["merz"], date="2025")

    assert profile("germany").represented_by[0].stated_in == EntryLink(
        "Title of older", "/en/entries/older/"
    )


def test_names_on_file_stand_in_the_order_of_the_reader_s_language(record, profile):
    for slug, german in [
        ("austria", "Österreich"),
        ("czechia", "Tschechien"),
        ("egypt", "Ägypten"),
    ]:
        record.actor(slug, name_de=german)
    coalition = record.coalition("the-willing", czechia="lead", austria="member", egypt="member")
    record.development("event", actors=["the-willing"])

    def members():
        return [member.name.plain for member in profile(coalition.slug).members]

    assert members() == ["Austria", "Czechia", "Egypt"]
    with override("de"):
        assert members() == ["Ägypten", "Österreich", "Tschechien"]


def test_what_is_on_file_is_what_the_newest_document_says(record, profile):
    france = record.actor("france")
    record.development("first", actors=["france"])
    france.description_en = "A republic."
    france.save()
    publishing.republish(france)

    assert profile("france").description == "A republic."


def test_a_topic(record, read, links):
    record.topic("aid", wider="money")
    record.development("event", topics=["aid"])
    [aid] = read("event")["topics"]

    found = topic(aid, {"loans": {"en": "Loans"}, "grants": {"de": "Geschenke"}}, links)

    assert (found.slug, found.name, found.description, found.language) == (
        *("aid", "Topic aid", "", None),
    )
    assert found.wider == [("Topic money", "/en/topics/money/")]
    assert [str(name) for name, _url in found.narrower] == [
        '<bdi lang="de">Geschenke</bdi>',
        "Loans",
    ]


def test_positions_of_an_actor_by_the_name_of_the_topic(record, links):
    record.position("on-force", topic="force", date="2025-05")
    record.position("on-aid", topic="aid", stance="opposes")

    found = stands(public.held_by("france", TODAY), links, of="topic")

    assert [(one.name, one.url, one.stance.label, one.since, one.mark) for one in found] == [
        ("Topic aid", "/en/topics/aid/", "Opposes", "6 January 2026", ""),
        ("Topic force", "/en/topics/force/", "Supports", "May 2025", "day not known"),
    ]
    assert [one.certain for one in found] == [True, True]
    assert [(one.entry, one.history) for one in found] == [
        ("/en/entries/on-aid/", "/en/positions/france/aid/"),
        ("/en/entries/on-force/", "/en/positions/france/force/"),
    ]


def test_positions_on_a_topic_by_stance(record, links):
    for holder, stance in [
        ("russia", "opposes"),
        ("poland", "supports"),
        ("france", "supports"),
        ("germany", "undecided"),
    ]:
        record.position(f"of-{holder}", holder=holder, stance=stance)

    found = camps(stands(public.held_on("force", TODAY), links, of="actor"))

    assert [(camp.stance.label, [str(one.name) for one in camp.stands]) for camp in found] == [
        ("Supports", ["France", "Poland"]),
        ("Undecided", ["Germany"]),
        ("Opposes", ["Russia"]),
    ]
    assert found[0].stands[0].url == "/en/actors/france/"


@pytest.mark.parametrize(
    ("edtf", "age", "in_german"),
    [
        ("2026-01-06", "26 days ago", "vor 26 Tagen"),
        ("../2026-01-06", "at least 26 days ago", "vor mindestens 26 Tagen"),
        ("2025-05", "at least 8 months ago", "vor mindestens 8 Monaten"),
        # It may be to come.
        ("2025~", "", ""),
        ("2025-05-01/2026-05-01", "9 months ago", "vor 9 Monaten"),
    ],
)
def test_how_long_ago_a_position_was_taken(record, links, edtf, age, in_german):
    record.position("one", date=edtf)
    held = public.held_by("france", TODAY)

    [stand] = stands(held, links, of="topic")
    with override("de"):
        [stand_in_german] = stands(held, links, of="topic")

    assert (stand.age, stand_in_german.age) == (age, in_german)


def perhaps(record):
    record.position("before", stance="supports", date="2025-09-01")
    record.position("perhaps", stance="opposes", date="2026~")
    record.position("perhaps-again", stance="supports", date="2026~")


def test_each_position_that_holds_possibly(record, links):
    perhaps(record)

    found = stands(public.held_by("france", TODAY), links, of="topic")

    assert [(one.entry, one.stance.label, one.certain) for one in found] == [
        ("/en/entries/perhaps-again/", "Supports", False),
        ("/en/entries/perhaps/", "Opposes", False),
        ("/en/entries/before/", "Supports", False),
    ]


def test_who_holds_a_position_possibly_is_in_each_camp_once_and_contests_nothing(record, links):
    perhaps(record)
    record.position("other", holder="germany", stance="opposes")

    found = camps(stands(public.held_on("force", TODAY), links, of="actor"))

    assert [(camp.stance.label, [str(one.name) for one in camp.stands]) for camp in found] == [
        ("Supports", ["France"]),
        ("Opposes", ["France", "Germany"]),
    ]
    assert not contested(found)


def test_who_has_taken_a_position_back_stands_apart(record, links):
    record.position("support", holder="peru", date="2024-02-02")
    record.position("back", holder="peru", date="2024-05-09", stance="taken-back")
    record.position("vote", holder="poland", date="2024-05-09", stance="abstained")

    found = stands(public.held_on("force", TODAY), links, of="actor")

    assert [
        (camp.stance.label, [one.name.plain for one in camp.stands]) for camp in camps(found)
    ] == [
        ("Abstained", ["Poland"]),
    ]
    group = taken_back(found)
    assert (group.stance.label, [(one.name.plain, one.since) for one in group.stands]) == (
        *("Taken back", [("Peru", "9 May 2024")]),
    )
    assert taken_back([]) is None
    [stand] = stands(public.held_by("peru", TODAY), links, of="topic")
    assert (stand.stance.label, stand.since, stand.entry) == (
        *("Taken back", "9 May 2024", "/en/entries/back/"),
    )


@pytest.mark.parametrize(
    ("stances", "is_contested"),
    [
        ([], False),
        (["supports"], False),
        (["opposes", "undecided"], False),
        (["opposes", "abstained", "did-not-vote"], False),
        (["supports", "taken-back"], False),
        (["supports", "opposes"], True),
        (["conditional", "opposes"], True),
    ],
)
def test_a_topic_is_contested_if_some_are_for_it_and_some_against(
    record, links, stances, is_contested
):
    for number, stance in enumerate(stances):
        record.position(f"stand-{number}", holder=f"actor-{number}", stance=stance)

    held = public.held_on("force", TODAY)

    assert contested(camps(stands(held, links, of="actor"))) is is_contested
