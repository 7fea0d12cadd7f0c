import pytest
from django.utils.translation import override

from events import publishing
from events.presenting.parts.participants import (
    HEADINGS,
    CoalitionMember,
    Person,
    coalitions,
    groups,
    in_role,
    names_line,
)
from events.vocabulary import Role

ROLES = [
    ("host", "Hosted by", "Gastgeber"),
    ("chair", "Chaired by", "Vorsitz"),
    ("participant", "Taking part", "Teilnehmende"),
    ("mediator", "Mediating", "Vermittlung"),
    ("observer", "Observing", "Beobachter"),
    ("party", "Committed", "Wer sich verpflichtet"),
    ("contributor", "Contributing", "Beiträge von"),
    ("decliner", "Declined by", "Abgelehnt von"),
    ("former", "Taking part no longer", "Nicht mehr dabei"),
    ("holder", "Whose position", "Wer die Haltung vertritt"),
    ("speaker", "Said by", "Geäußert von"),
    ("involved", "Involved", "Beteiligt"),
    ("concerned", "Whom it concerns", "Wen es betrifft"),
]


def actor(slug, role="participant", status=None, **names):
    names = names or {"en": slug.title()}
    on_its_day: dict[str, object] = {
        "name_today": None,
        "office": {},
        "represents": None,
        "kind": "country",
        "country": None,
    }
    return {"slug": slug, "name": names, "role": role, "status": status, **on_its_day}


def told(found):
    return [(group.heading, group.away, [str(p.name) for p in group.people]) for group in found]


def test_every_role_has_a_heading():
    assert list(HEADINGS) == [role for role, _english, _german in ROLES]
    assert set(HEADINGS) == set(Role.values)


@pytest.mark.parametrize(("role", "english", "german"), ROLES)
def test_headings(links, role, english, german):
    document = {"actors": [actor("france", role)], "actor_records": []}

    assert told(groups(document, links)) == [(english, False, ["France"])]
    with override("de"):
        assert [group.heading for group in groups(document, links)] == [german]


def test_roles_stand_in_one_order_whatever_the_order_of_the_desk(links):
    roles = [role for role, _english, _german in ROLES]
    actors = [actor("france", role) for role in reversed(roles)]

    found = groups({"actors": actors, "actor_records": []}, links)

    assert [group.heading for group in found] == [english for _role, english, _german in ROLES]


def test_a_role_that_was_dropped_from_the_list_stands_last_but_for_those_who_are_away(links):
    actors = [
        actor("away", status="absent"),
        actor("old", "dropped-since"),
        actor("france", "concerned"),
    ]

    assert told(groups({"actors": actors, "actor_records": []}, links)) == [
        ("Whom it concerns", False, ["France"]),
        ("dropped-since", False, ["Old"]),
        ("Not there", True, ["Away"]),
    ]


def test_who_stayed_away_stands_apart_whatever_the_role(record, read, links):
    summit = record.summit("paris", actors=["france"], publish=False)
    record.part(summit, "russia", "host", status="absent", order=1)
    record.part(summit, "poland", "participant", status="declined", order=2)
    record.part(summit, "germany", "participant", status="expected", order=3)
    record.part(summit, "ukraine", "participant", status="attended", order=4)
    publishing.publish(summit)

    found = groups(read("paris"), links)

    assert told(found) == [
        ("Taking part", False, ["France", "Germany", "Ukraine"]),
        ("Not there", True, ["Russia", "Poland"]),
    ]
    assert [[person.attendance for person in group.people] for group in found] == [
        ["", "Expected", "Attended"],
        ["Absent", "Declined"],
    ]


def test_attendance_in_german(links):
    actors = [actor("a", status="expected"), actor("b", status="declined")]

    with override("de"):
        found = groups({"actors": actors, "actor_records": []}, links)

    assert [(group.heading, group.people[0].attendance) for group in found] == [
        ("Teilnehmende", "Erwartet"),
        ("Nicht dabei", "Abgesagt"),
    ]


def test_a_person_has_an_office_and_speaks_for_somebody(record, read, links):
    record.person("merz", represents="germany", office_en="Chancellor", office_de="Kanzler")
    record.summit("paris", actors=["merz"])
    document = read("paris")

    assert groups(document, links)[0].people == [
        Person("Merz", "/en/actors/merz/", "Chancellor", "Germany", "")
    ]
    with override("de"):
        [person] = groups(document, links)[0].people
        assert (person.name, person.office, person.represents) == (
            *("Merz (de)", "Kanzler", "Germany (de)"),
        )


def test_whom_somebody_speaks_for_this_time_goes_before_whom_they_usually_do(record, read, links):
    record.person("costa", represents="portugal")
    summit = record.summit("paris", publish=False)
    record.part(summit, "costa", "participant", represents=record.actor("european-council"))
    publishing.publish(summit)

    assert groups(read("paris"), links)[0].people[0].represents == "European Council"


def test_whoever_gives_something_is_a_contributor(record, read, links):
    promise = record.commitment("promise", actors=["the-willing"], publish=False)
    record.called(promise, "poland", domain="land")
    record.called(promise, "poland", domain="air")
    publishing.publish(promise)

    assert told(groups(read("promise"), links)) == [
        ("Committed", False, ["The Willing"]),
        ("Contributing", False, ["Poland"]),
    ]


def test_the_members_of_a_coalition(record, read, links):
    body = record.coalition("the-willing", france="lead", germany="member", moldova="observer")
    body.memberships.filter(actor__slug="germany").update(since="2025-03")
    record.summit("paris", actors=["the-willing"])
    document = read("paris")

    [found] = coalitions(document, links)
    assert found.name == "The Willing"
    assert sorted(found.members, key=lambda member: member.name) == [
        CoalitionMember("France", "/en/actors/france/", "Lead", ""),
        CoalitionMember("Germany", "/en/actors/germany/", "Member", "since March 2025"),
        CoalitionMember("Moldova", "/en/actors/moldova/", "Observer", ""),
    ]
    with override("de"):
        [found] = coalitions(document, links)
        assert found.name == "The Willing (de)"
        assert sorted((member.name, member.role) for member in found.members) == [
            ("France (de)", "Führung"),
            ("Germany (de)", "Mitglied"),
            ("Moldova (de)", "Beobachter"),
        ]


def test_only_coalitions_in_a_role_and_with_members_are_shown(record, read, links):
    record.coalition("empty")
    record.coalition("inner", france="lead")
    record.coalition("outer", inner="member")
    record.summit("paris", actors=["empty", "outer", "germany"])

    assert [found.name for found in coalitions(read("paris"), links)] == ["Outer"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, ""),
        (1, "A0"),
        (4, "A0, A1, A2, A3"),
        (5, "A0, A1, A2, A3, A4"),  # “1 more” would take the place of a name
        (6, "A0, A1, A2, A3, 2 more"),
        (34, "A0, A1, A2, A3, 30 more"),
    ],
)
def test_names_in_a_line(number, said):
    assert names_line(actor(f"a{place}") for place in range(number)) == said


def test_a_line_names_everybody_once():
    actors = [actor("france", "host"), actor("ukraine"), actor("france")]

    assert names_line(actors) == "France, Ukraine"


def test_a_line_in_another_language():
    actors = [actor(f"a{place}") for place in range(6)]

    with override("de"):
        assert names_line([actor("x", en="Kyiv", de="Kiew"), actor("y", uk="Україна")]) == (
            'Kiew, <bdi lang="uk">Україна</bdi>'
        )
        assert names_line(actors).endswith(", 2 weitere")
        assert names_line(actor(f"a{place}") for place in range(1204)).endswith(", 1.200 weitere")


def test_names_cannot_do_harm(links):
    document = {"actors": [actor("x", en="<script>")], "actor_records": []}

    assert names_line(document["actors"]) == "&lt;script&gt;"
    assert groups(document, links)[0].people[0].name == "&lt;script&gt;"


@pytest.mark.parametrize(
    ("roles", "slugs"),
    [(["host"], ["a"]), (["host", "chair"], ["a", "c"]), (["party"], []), ([], [])],
)
def test_actors_in_a_role(roles, slugs):
    document = {"actors": [actor("a", "host"), actor("b"), actor("c", "chair")]}

    assert [found["slug"] for found in in_role(document, *roles)] == slugs
