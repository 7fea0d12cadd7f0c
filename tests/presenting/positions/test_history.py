from datetime import date

import pytest

from events import public, publishing
from events.presenting.positions.history import beside, others, stands

TODAY = date(2026, 12, 31)


@pytest.fixture
def shown(record, links):
    def shown(actor="france", topic="force"):
        return stands(actor, public.stances(actor, topic).said, links)

    return shown


@pytest.fixture
def related(record, links):
    def related(slug, topic="force"):
        [actor] = public.records(public.ACTORS, [slug])
        found = public.beside(slug, topic, TODAY, others(actor, TODAY))
        items = beside(actor, topic, found, links)
        return sorted((item.name.plain, item.stance.value, item.how) for item in items)

    return related


def test_a_position_with_all_that_is_known_of_it(record, shown):
    record.person("minister", represents="france", office_en="Minister", office_de="Ministerin")
    entry = record.position(
        "stand",
        stance="conditional",
        speaker="minister",
        attribution_en="a spokesman",
        summary_en="**Only** later.",
        date="2026-01",
        source=None,
        publish=False,
    )
    record.cite(entry, quote="Only later", locator="p. 3")
    record.part(entry, "poland", "holder")
    publishing.publish(entry)

    [stand] = shown()

    assert (stand.slug, stand.url) == ("stand", "/en/entries/stand/")
    assert stand.versions_url == "/en/entries/stand/versions/"
    assert (stand.title, stand.excerpt) == ("Title of stand", "Only later.")
    assert (stand.stance.label, stand.before) == ("Supports on conditions", None)
    assert (stand.when.label, stand.when.machine) == ("January 2026", "")
    assert (stand.begins, stand.ends) == (date(2026, 1, 1), date(2026, 1, 31))
    assert [(s.name, s.url, s.office) for s in stand.speakers] == [
        ("Minister", "/en/actors/minister/", "Minister")
    ]
    assert stand.attribution == "a spokesman"
    assert [other.name for other in stand.together] == ["Poland"]
    [source] = stand.sources
    assert (source.quote.plain, "p. 3" in source.about) == ("Only later", True)
    assert stand.since == publishing.standing(entry).published_at
    assert stand.corrected is None


def test_each_change_names_the_stance_before_it(record, shown):
    record.position("first", stance="supports", date="2025-01")
    record.position("again", stance="supports", date="2025-02")
    record.position("turn", stance="opposes", date="2025-03")

    assert [(stand.slug, stand.before and stand.before.value) for stand in shown()] == [
        *(("turn", "supports"), ("again", None), ("first", None)),
    ]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2025~", "2025-21"),  # a season within the days of “about 2025”
        ("../2026-01-06", "2025-12"),
        ("XXXX", "2025-12-01"),
        ("202X", "2025-12-01"),
    ],
)
def test_what_can_have_come_later_is_not_called_before(record, shown, older, newer):
    record.position("one", stance="opposes", date=older)
    record.position("other", stance="supports", date=newer)

    assert [stand.before for stand in shown()] == [None, None]


def test_a_date_whose_start_is_open_ends_where_it_is_known(record, shown):
    record.position("known-by", date="../2026-01-06")
    record.position("goes-on", holder="poland", date="2025-09/..")

    assert [(stand.begins, stand.ends) for stand in (*shown(), *shown("poland"))] == [
        (date(2026, 1, 6), date(2026, 1, 6)),
        (date(2025, 9, 1), date(2025, 9, 1)),
    ]


def test_what_the_entry_said_until_it_was_corrected(record, shown):
    entry = record.position("stand", stance="supports")
    entry.stance = "opposes"
    entry.save()
    publishing.publish(entry)

    [stand] = shown()

    assert (stand.stance.value, stand.corrected.value) == ("opposes", "supports")


def test_what_others_have_to_do_with_an_actor(record, related):
    record.person("minister", represents="france")
    record.coalition("the-willing", france="lead", poland="member")
    record.position("own", stance="supports")
    record.position("by-minister", holder="minister", stance="conditional")
    record.position("by-all", holder="the-willing", stance="opposes", speaker="minister")
    record.position("by-poland", holder="poland", stance="undecided")

    assert related("france") == [
        ("Minister", "conditional", "speaks for France"),
        ("The Willing", "opposes", "a coalition of which France is a member: Lead"),
    ]
    assert related("minister") == [
        ("France", "supports", "is represented by Minister"),
        ("The Willing", "opposes", "in the words of Minister"),
    ]
    assert related("the-willing") == [
        ("France", "supports", "member of The Willing: Lead"),
        ("Poland", "undecided", "member of The Willing: Member"),
    ]
    assert related("poland") == [
        ("The Willing", "opposes", "a coalition of which Poland is a member: Member")
    ]


def test_who_has_nothing_to_do_with_an_actor_is_left_out(record, related):
    entry = record.position("own", publish=False)
    record.part(entry, "poland", "holder")
    publishing.publish(entry)

    assert related("france") == []


def test_those_beside_lead_to_their_own_history(record, links):
    record.person("minister", represents="france")
    record.position("by-minister", holder="minister", date="2025-09")
    [actor] = public.records(public.ACTORS, ["france"])

    [item] = beside(actor, "force", public.beside("france", "force", TODAY), links)

    assert (item.url, item.history_url) == ("/en/actors/minister/", "/en/positions/minister/force/")
    assert item.date == "September 2025"


def test_the_latest_is_called_so_only_if_no_other_can_have_begun_after_it(record, links):
    record.position("day", date="2025-06-01")
    record.position("newer", date="2025-07-01")
    said = stands("france", public.stances("france", "force").said, links)
    assert [stand.latest for stand in said] == [True, False]

    record.position("about", date="2025~", stance="opposes")
    said = stands("france", public.stances("france", "force").said, links)
    assert [stand.slug for stand in said] == ["newer", "day", "about"]
    assert [stand.latest for stand in said] == [False, False, False]
