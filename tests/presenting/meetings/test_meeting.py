from datetime import date

import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.meetings.meeting import (
    Count,
    delegations,
    explained,
    parts,
    rows,
    tally,
    window,
    window_worded,
)


@pytest.fixture
def paris(record):
    """A meeting with a country, its minister, an envoy without one, and two that stayed away."""
    record.person("merz", represents="germany", office_en="Chancellor", office_de="Kanzler")
    record.person("klein", represents="germany")
    record.person("monk")
    summit = record.summit("paris", topics=["force"], actors=["nato"], publish=False)
    record.part(summit, "merz", "chair", status="attended", order=1)
    record.part(summit, "klein", "participant", status="expected", order=2)
    record.part(summit, "germany", "participant", order=3)
    record.part(summit, "monk", "participant", order=4)
    record.part(summit, "russia", "participant", status="absent", order=5)
    record.part(summit, "poland", "host", status="declined", order=6)
    record.figure(summit, "countries", 35)
    record.figure(summit, "leaders", 27, qualifier="about")
    record.figure(summit, "guests", 200)
    return publishing.publish(summit)


def told(found):
    return [
        (
            str(part.heading),
            part.away,
            [
                (delegation.name, [seat.name for seat in delegation.seats])
                for delegation in part.delegations
            ],
        )
        for part in found
    ]


def test_those_who_took_part_by_role_and_by_whom_they_were_there_for(paris, read, links):
    assert told(parts(read("paris"), links)) == [
        ("Chaired by", False, [("Germany", ["Merz"])]),
        (
            "Taking part",
            False,
            [("Nato", ["Nato"]), ("Germany", ["Klein", "Germany"]), ("Monk", ["Monk"])],
        ),
        ("Not there", True, [("Russia", ["Russia"]), ("Poland", ["Poland"])]),
    ]


def test_everybody_has_a_page(paris, read, links):
    chaired = parts(read("paris"), links)[0].delegations[0]

    assert (chaired.url, chaired.kind) == ("/en/actors/germany/", "country")
    assert chaired.seats[0].url == "/en/actors/merz/"


def test_what_somebody_was_there(paris, read, links):
    seats = {
        seat.name: (seat.office, seat.role, seat.attendance, seat.away, seat.itself)
        for delegation in delegations(read("paris"), links).values()
        for seat in delegation.seats
    }

    assert seats == {
        "Nato": ("", "", "", False, True),
        "Merz": ("Chancellor", "Chair", "Attended", False, False),
        "Klein": ("", "", "Expected", False, False),
        "Germany": ("", "", "", False, True),
        "Monk": ("", "", "", False, True),
        "Russia": ("", "", "Absent", True, True),
        "Poland": ("", "Host", "Declined", True, True),
    }


def test_a_delegation_was_there_if_one_of_it_was(record, read, links):
    record.person("lavrov", represents="russia")
    summit = record.summit("paris", actors=["lavrov"], publish=False)
    record.part(summit, "russia", "participant", status="absent")
    record.part(summit, "poland", "participant", status="absent")
    publishing.publish(summit)

    found = delegations(read("paris"), links)

    assert [(slug, one.present) for slug, one in found.items()] == [
        ("russia", True),
        ("poland", False),
    ]


def test_who_spoke_for_somebody_else_this_time(record, read, links):
    record.person("costa", represents="portugal")
    summit = record.summit("paris", publish=False)
    record.part(summit, "costa", "participant", represents=record.actor("european-council"))
    publishing.publish(summit)

    assert list(delegations(read("paris"), links)) == ["european-council"]


def test_what_is_reported_stands_beside_what_is_named(paris, read):
    assert tally(read("paris")) == [
        Count("35", "countries", reported=True),
        Count("about 27", "leaders", reported=True),
        Count("5", "named", reported=False),
        Count("2", "not there", reported=False),
    ]


def test_of_two_figures_of_one_measure_the_preferred_one_counts(record, read):
    summit = record.summit("paris", publish=False)
    record.figure(summit, "countries", 33, source=record.source())
    reason = {"preferred": True, "reason_en": "closer", "source": record.source("paper")}
    record.cite(summit, "paper")
    record.figure(summit, "countries", 35, **reason)
    publishing.publish(summit)

    assert [count.amount for count in tally(read("paris"))] == ["35", "0"]


@pytest.mark.parametrize(
    ("actors", "said"),
    [
        ([], "Nobody who took part is named."),
        (["nato"], "1 is named as taking part."),
        (
            ["france"],
            "1 is named as taking part. Among them, 1 country is represented.",
        ),
        (
            ["merz", "klein", "germany", "france", "nato"],
            "5 are named as taking part. Among them, 2 countries are represented.",
        ),
    ],
)
def test_how_many_are_named_in_words(record, read, links, actors, said):
    record.person("merz", represents="germany")
    record.person("klein", represents="germany")
    record.summit("paris", actors=actors)

    assert explained(read("paris"), links) == said


@pytest.mark.parametrize(
    ("dated", "first", "last"),
    [
        ("2026-01-06", date(2025, 12, 30), date(2026, 1, 13)),
        ("2026-01-06/2026-01-07", date(2025, 12, 30), date(2026, 1, 14)),
        ("2026-01-06/..", date(2025, 12, 30), date(2026, 1, 13)),
        # Whichever day of these it was.
        ("2026-01-06~", date(2026, 1, 2), date(2026, 1, 10)),
        ("[2026-01-01..2026-01-15]", date(2026, 1, 8), date(2026, 1, 8)),
        ("0001-01-01", date(1, 1, 1), date(1, 1, 8)),
        ("9999-12-31", date(9999, 12, 24), date(9999, 12, 31)),
    ],
)
def test_the_days_around_a_meeting(record, read, dated, first, last):
    record.summit("paris", date=dated)

    assert window(read("paris")) == (first, last)


@pytest.mark.parametrize("dated", ["2026-01", "2026", "../2026-01-06", "XXXX-01-06", "2026-01/.."])
def test_no_day_is_around_a_meeting_of_which_the_day_is_not_known(record, read, dated):
    record.summit("paris", date=dated)

    assert window(read("paris")) is None


def test_the_days_around_a_meeting_in_words(record, read):
    record.summit("paris")

    said = window_worded(*window(read("paris")))

    assert "from 30 December 2025 to 13 January 2026" in said
    assert "seven days before" in said
    with override("de"):
        assert "30. Dezember 2025" in window_worded(*window(read("paris")))


def test_a_meeting_in_a_list(paris, read, links):
    [row] = rows([read("paris")], links)

    assert (row.item.slug, row.format) == ("paris", "Summit of leaders")
    assert (row.place, row.agenda) == ("", '<a href="/en/topics/force/">Topic force</a>')
    assert row.counts == "35 countries reported, about 27 leaders reported, 5 named, 2 not there"


def test_a_meeting_of_which_little_is_known(record, read, links):
    record.summit("berlin", place_en="Berlin", place_country="DE", format="talks")

    [row] = rows([read("berlin")], links)

    assert (row.place, row.format) == ("Berlin, Germany", "Talks between delegations")
    assert (row.counts, row.agenda) == ("0 named", "")


def test_names_cannot_do_harm(record, read, links):
    record.actor("x", name_en="<script>")
    summit = record.summit("paris", actors=["x"], publish=False)
    measure = record.measure("guests")
    measure.name_en = "<b>"
    measure.save()
    record.figure(summit, "guests", 3)
    publishing.publish(summit)
    document = read("paris")

    assert parts(document, links)[0].delegations[0].name == "&lt;script&gt;"
    assert rows([document], links)[0].counts == "3 &lt;b&gt; reported, 1 named"
    assert tally(document)[0].label == "&lt;b&gt;"
