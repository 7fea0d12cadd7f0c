from datetime import date

import pytest
from django.utils.translation import override

from events import public
from events.presenting.positions.camps import MOST_HOLDERS, standings
from events.presenting.wording.links import Links


@pytest.fixture
def shown(db, links):
    def of_matrix(on="2026-12-31", links=links):
        matrix = public.matrix(date.fromisoformat(on))
        return standings(matrix.actors, matrix.topics, matrix.cells, links)

    return of_matrix


def told(found):
    return [
        (
            standing.topic.plain,
            standing.contested,
            [(c.stance.value, [h.name.plain for h in c.holders]) for c in standing.camps],
        )
        for standing in found
    ]


def take(record, **stances):
    """Positions on topics: `force={"france": "supports"}`."""
    for topic, holders in stances.items():
        for holder, stance in holders.items():
            record.position(f"{holder}-on-{topic}", holder=holder, topic=topic, stance=stance)


def test_camps_stand_in_the_order_of_stances(record, shown):
    holders = ["ukraine", "russia", "poland", "germany", "france"]
    stances = ["supports", "opposes", "undecided", "conditional", "supports"]
    take(record, force=dict(zip(holders, stances, strict=True)))

    assert told(shown()) == [
        (
            "Topic force",
            True,
            [
                ("supports", ["France", "Ukraine"]),
                ("conditional", ["Germany"]),
                ("undecided", ["Poland"]),
                ("opposes", ["Russia"]),
            ],
        )
    ]


def test_who_abstained_is_in_a_camp_of_its_own_and_makes_no_topic_contested(record, shown):
    take(
        record,
        force={"france": "supports", "germany": "undecided", "russia": "abstained"},
        aid={"france": "supports", "poland": "did-not-vote"},
    )

    assert told(shown()) == [
        (
            "Topic force",
            False,
            [("supports", ["France"]), ("undecided", ["Germany"]), ("abstained", ["Russia"])],
        ),
        ("Topic aid", False, [("supports", ["France"]), ("did-not-vote", ["Poland"])]),
    ]


def test_who_has_taken_it_back_is_in_no_camp(record, shown):
    record.position("support", holder="peru", date="2024-02-02")
    record.position("back", holder="peru", date="2024-05-09", stance="taken-back")
    record.position("other", holder="poland", date="2024-02-02", stance="opposes")
    record.position("alone", holder="poland", topic="aid", date="2024-02-02", stance="taken-back")

    both = [("supports", ["Peru"]), ("opposes", ["Poland"])]
    assert told(shown("2024-05-08")) == [("Topic force", True, both)]
    assert told(shown("2024-05-09")) == [("Topic force", False, both[1:])]


def test_names_stand_in_the_order_of_the_reader_s_language(record, shown):
    for slug, english, german in [
        *(("austria", "Austria", "Österreich"), ("belgium", "Belgium", "Belgien")),
        *(("czechia", "Czechia", "Tschechien"), ("egypt", "Egypt", "Ägypten")),
    ]:
        record.actor(slug, name_en=english, name_de=german)
        record.position(slug, holder=slug)

    assert told(shown())[0][2] == [("supports", ["Austria", "Belgium", "Czechia", "Egypt"])]
    with override("de"):
        names = ["Ägypten", "Belgien", "Österreich", "Tschechien"]
        assert told(shown())[0][2] == [("supports", names)]


@pytest.mark.parametrize(("beyond", "more"), [(-1, 0), (0, 0), (1, 1), (3, 3)])
def test_of_a_large_camp_the_first_are_named_and_the_others_counted(record, shown, beyond, more):
    for number in range(MOST_HOLDERS + beyond):
        record.position(f"stand-{number}", holder=f"holder-{number:02}")

    [camp] = shown()[0].camps

    named = [f"Holder {number:02}" for number in range(MOST_HOLDERS + min(beyond, 0))]
    assert [holder.name.plain for holder in camp.holders] == named
    assert camp.more == more


@pytest.mark.parametrize(
    ("stances", "contested"),
    [
        (["supports"], False),
        (["opposes"], False),
        (["opposes", "opposes"], False),
        (["supports", "conditional"], False),
        (["supports", "undecided"], False),
        (["opposes", "undecided"], False),  # nobody is for it
        (["opposes", "supports"], True),
        (["opposes", "conditional"], True),
        (["opposes", "undecided", "supports"], True),
    ],
)
def test_contested_is_what_somebody_is_for_and_somebody_against(record, shown, stances, contested):
    take(record, force=dict(zip(["france", "germany", "poland"], stances, strict=False)))

    assert [standing.contested for standing in shown()] == [contested]


def test_contested_topics_come_first_then_those_on_which_most_take_a_stand(record, shown):
    everybody = {"france": "supports", "germany": "supports", "poland": "supports"}
    take(
        record,
        zones={"france": "supports"},
        aid=everybody,
        borders={"france": "supports"},
        force={"france": "supports", "russia": "opposes"},
    )

    assert [standing.topic for standing in shown()] == [
        *("Topic force", "Topic aid", "Topic borders", "Topic zones"),
    ]


def test_the_latest_position_of_each_on_each_topic(record, shown):
    record.position("before", stance="opposes", date="2025-09")
    record.position("later", stance="supports", date="2026-01-06")
    record.position("other", topic="aid", stance="opposes", date="2025-09")

    found = {standing.topic.plain: standing for standing in shown()}

    assert told(found.values()) == [
        ("Topic aid", False, [("opposes", ["France"])]),
        ("Topic force", False, [("supports", ["France"])]),
    ]
    [holder] = found["Topic force"].camps[0].holders
    assert (holder.url, holder.since) == ("/en/entries/later/", "6 January 2026")
    assert told(shown("2025-12-31"))[1] == ("Topic force", False, [("opposes", ["France"])])
    assert shown("2025-08-31") == []


def perhaps(record):
    """France supported it and can have come to oppose it since, in any order."""
    record.position("before", stance="supports", date="2025-09-01")
    record.position("perhaps", stance="opposes", date="2026~")
    record.position("perhaps-again", stance="supports", date="2026~")


def test_who_holds_a_position_possibly_is_in_each_camp_once(record, shown):
    perhaps(record)
    record.position("other", holder="germany", stance="supports", date="2025-09-01")

    [standing] = shown("2026-01-31")

    assert told([standing])[0][2] == [
        *(("supports", ["France", "Germany"]), ("opposes", ["France"])),
    ]
    supports, opposes = standing.camps
    assert [(holder.url, holder.certain) for holder in (*supports.holders, *opposes.holders)] == [
        ("/en/entries/perhaps-again/", False),
        ("/en/entries/other/", True),
        ("/en/entries/perhaps/", False),
    ]


def test_what_is_contested_only_possibly_is_not_contested(record, shown):
    record.position("one", holder="germany", stance="opposes")
    perhaps(record)

    assert [standing.contested for standing in shown("2026-01-31")] == [False]


def test_who_takes_several_stands_possibly_counts_once(record, shown):
    perhaps(record)
    take(record, aid={"germany": "supports", "poland": "supports"})

    assert [standing.topic for standing in shown("2026-01-31")] == ["Topic aid", "Topic force"]


def test_standings_in_german_as_the_record_stood(record, shown):
    record.position("stand", holder="germany", stance="conditional", date="../2026-01")

    with override("de"):
        [standing] = shown(links=Links(date(2026, 3, 1), "2026-03-01"))

    assert standing.topic == "Thema force"
    assert standing.url == "/de/topics/force/?as_of=2026-03-01"
    [camp] = standing.camps
    assert (camp.stance.label, camp.stance.sign) == ("Unter Bedingungen dafür", "±")
    [holder] = camp.holders
    assert (holder.name, holder.url, holder.since) == (
        *("Germany (de)", "/de/entries/stand/?as_of=2026-03-01", "spätestens Ende Januar 2026"),
    )


def test_names_in_another_language_and_without_harm(record, shown):
    record.actor("odd", name_en="<b>Odd</b>", name_de="")
    record.position("stand", holder="odd")

    with override("de"):
        [standing] = shown()

    assert standing.camps[0].holders[0].name == '<bdi lang="en">&lt;b&gt;Odd&lt;/b&gt;</bdi>'
