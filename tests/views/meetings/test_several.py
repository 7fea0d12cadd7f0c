"""Any number of meetings beside each other."""

import csv
from io import StringIO

import pytest

from events import publishing
from events.views.comparison.meetings import MOST
from tests.views.reading import missing, queries, words

THREE = "/en/compare/berlin/paris/london/"


@pytest.fixture
def three(record):
    record.coalition("the-willing", france="lead", poland="member")
    record.person("merz", represents="germany", office_en="Chancellor")
    berlin = record.summit(
        "berlin", date="2025-12-15", place_en="Berlin", topics=["peace", "force"], publish=False
    )
    record.part(berlin, "merz", "host", status="attended")
    record.part(berlin, "russia", "participant", status="absent")
    publishing.publish(berlin)
    paris = record.summit(
        "paris", date="2026-01-06", place_en="Paris", topics=["force"], publish=False
    )
    record.part(paris, "the-willing", "participant", status="attended")
    record.part(paris, "germany", "participant", status="attended")
    publishing.publish(paris)
    london = record.summit(
        "london", date="2026-02-03", place_en="London", topics=["force"], publish=False
    )
    record.part(london, "germany", "participant", status="declined")
    record.part(london, "france", "participant", status="attended")
    publishing.publish(london)
    record.position("early", holder="germany", date="2025-12-01", stance="undecided")
    record.position("late", holder="germany", date="2026-01-20", stance="supports")
    record.position("kept", holder="poland", date="2025-12-01", stance="opposes")
    record.position("new", holder="france", date="2026-01-01", stance="supports")
    record.position("vague", holder="russia", date="2026~", stance="opposes")
    record.position("elsewhere", holder="russia", topic="aid", date="2025-12-01")
    return berlin, paris, london


def attendance(page):
    return {
        part.key: {row.slug: [place.key for place in row.places] for row in part.rows}
        for part in page.context["attendance"]
    }


def test_who_took_part_in_which(client, three):
    page = client.get(THREE)

    assert page.status_code == 200
    assert attendance(page) == {
        "all": {},
        "several": {"germany": ["there", "there", "away"]},
        "one": {
            "france": ["unknown", "member", "there"],
            "the-willing": ["unknown", "there", "unknown"],
        },
        "members": {"poland": ["unknown", "member", "unknown"]},
        "absent": {"russia": ["away", "unknown", "unknown"]},
    }
    told = (
        "In several 1 Germany Merz , Chancellor, Host Attended",
        "Not named, but member of a coalition that took part 1 Poland Not named Not named itself;",
        "member of The Willing Not named",
        "Named as absent or as having declined 1 Russia Absent Not named Not named",
        "Whoever is not named in a source may have been there all the same.",
    )
    assert missing(page, *told) == []


def test_what_was_on_which_agenda(client, three):
    page = client.get(THREE)

    assert [(row.slug, row.on) for row in page.context["agenda"]] == [
        ("force", [True, True, True]),
        ("peace", [True, False, False]),
    ]
    assert missing(page, "Topic peace ● on the agenda Not named Not named") == []


def test_who_moved_in_between(client, three):
    page = client.get(THREE)

    found = {
        group.key: [
            (
                row.actor.plain,
                [
                    place and (place.certain, [stance.value for stance in place.stances])
                    for place in row.places
                ],
            )
            for row in group.rows
        ]
        for group in page.context["positions"]
    }
    assert found == {
        "moved": [
            (
                "Germany",
                [(True, ["undecided"]), (True, ["undecided"]), (True, ["supports"])],
            )
        ],
        "first": [("France", [None, (True, ["supports"]), (True, ["supports"])])],
        "same": [("Poland", [(True, ["opposes"])] * 3)],
        "perhaps": [("Russia", [(False, ["opposes"])] * 3)],
    }
    told = "Who moved 1 Germany: Topic force ? Undecided 1 December 2025 ? Undecided"
    assert missing(page, told, "possibly − Opposes", "nothing on record") == []


def test_two_meetings_also_say_who_moved(client, three):
    page = client.get("/en/compare/berlin/london/")

    keys = [group.key for group in page.context["positions"]]
    assert keys == ["moved", "first", "same", "perhaps"]
    assert (
        missing(page, "Positions at each of these times", "Who moved 1 Germany: Topic force") == []
    )


def test_questions_and_commitments_at_each(client, record, three):
    record.question("asked", topics=["force"], date="2026-01-01")
    record.commitment("promise", made_at=three[1])

    page = client.get(THREE)

    [row] = page.context["questions"]
    assert ([term.value for term in row.at], row.now.value) == (
        *(["not-raised", "open", "open"], "open"),
    )
    assert [(side.slug, len(items)) for side, items in page.context["committed"]] == [
        ("berlin", 0),
        ("paris", 1),
        ("london", 0),
    ]


def test_the_earliest_comes_first_and_each_once(client, three):
    for path in ("london/paris/berlin", "berlin/paris/paris/london"):
        response = client.get(f"/en/compare/{path}/")
        assert (response.status_code, response["Location"]) == (302, THREE)
    fewer = client.get("/en/compare/paris/paris/berlin/")
    assert fewer["Location"] == "/en/compare/berlin/paris/"
    one = client.get("/en/compare/paris/")
    assert one["Location"] == "/en/compare/?meeting=paris"


def test_one_can_be_left_out_and_another_added(client, three):
    page = client.get(THREE)

    assert [without for _side, without in page.context["columns"]] == [
        "/en/compare/paris/london/",
        "/en/compare/berlin/london/",
        "/en/compare/berlin/paris/",
    ]
    chooser = client.get(page.context["adding_url"])
    assert chooser.status_code == 200
    assert chooser.text.count(" selected>") == 2
    assert chooser.text.count('value="london" checked>') == 1


def test_further_ones_are_chosen_beside_the_two(client, three):
    page = client.get("/en/compare/?first=berlin&second=paris&meeting=london")

    assert page["Location"] == THREE
    assert client.get(page["Location"]).status_code == 200
    form = client.get("/en/compare/")
    assert form.text.count('type="checkbox" name="meeting"') == 3


def test_more_than_can_be_read_beside_each_other_are_refused(client, record):
    slugs = [f"m{number:02}" for number in range(MOST + 1)]
    for number, slug in enumerate(slugs):
        record.summit(slug, date=f"2026-01-{number + 1:02}")

    page = client.get(f"/en/compare/{'/'.join(slugs)}/")

    assert page.status_code == 400
    assert missing(page, f"Choose at most {MOST} meetings; these are {MOST + 1}.") == []
    assert client.get(f"/en/compare/{'/'.join(slugs[:MOST])}/").status_code == 200
    assert client.get(f"/en/compare/{'/'.join(slugs)}/agenda.csv").status_code == 404
    many = "/".join(str(number) for number in range(500))
    assert client.get(f"/en/compare/{many}/").status_code == 400


@pytest.mark.parametrize("other", ["nowhere", "event", "%00", "x" * 300])
def test_what_is_no_meeting_is_told_on_the_page_of_choices(client, record, three, other):
    record.development("event")

    page = client.get(f"/en/compare/berlin/{other}/london/")

    assert page.status_code == 404
    assert page.text.count('<option value="berlin" selected>') == 1
    assert "/embed/" not in page.text


def test_an_address_that_has_moved_leads_on(client, three):
    three[1].slug = "paris-2026"
    three[1].save()
    publishing.publish(three[1])

    response = client.get(THREE)

    assert response["Location"] == "/en/compare/berlin/paris-2026/london/"


def test_as_the_record_stood(client, three):
    assert client.get(f"{THREE}?as_of=2020-01-01").status_code == 404
    assert client.get(f"{THREE}?as_of=nonsense").status_code == 400


def test_more_meetings_cost_no_more_queries(client, record, three, django_assert_max_num_queries):
    record.commitment("c", made_at=three[0])
    few = queries(client, THREE, django_assert_max_num_queries)
    for number in range(4):
        one = record.summit(f"m{number}", date=f"2026-03-0{number + 1}", topics=[f"t{number}"])
        record.commitment(f"c{number}", made_at=one)
        record.position(f"p{number}", holder="poland", topic=f"t{number}")

    many = THREE + "m0/m1/m2/m3/"
    assert queries(client, many, django_assert_max_num_queries) == few


def rows(response):
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.DictReader(StringIO(response.text, newline="")))


def test_participants_as_a_table(client, three):
    page = client.get(THREE)
    found = rows(client.get(page.context["tables"]["participants"]))

    told = {
        (row["meeting.slug"], row["actor"]): (
            *(row["attendance"], row["actors.slug"], row["actors.status"], row["members_of"]),
        )
        for row in found
    }
    assert len(told) == len(found) == 15
    assert told["berlin", "germany"] == ("there", "merz", "attended", "")
    assert told["london", "germany"] == ("away", "germany", "declined", "")
    assert told["paris", "poland"] == ("member", "", "", "the-willing")
    assert told["berlin", "poland"] == ("unknown", "", "", "")
    assert {row["meeting.date.edtf"] for row in found} == {
        *("2025-12-15", "2026-01-06", "2026-02-03"),
    }
    [merz] = [row for row in found if row["actors.slug"] == "merz"]
    assert (merz["named.name.de"], merz["actors.role"]) == ("Germany (de)", "host")
    assert merz["actors.office.en"] == "Chancellor"
    assert merz["meeting.url"] == "http://testserver/en/entries/berlin/"
    assert merz["meeting.sources.title"] == "Report report"


def test_agendas_and_positions_as_tables(client, three):
    tables = client.get(THREE).context["tables"]
    on = {
        (row["topic"], row["meeting.slug"]): row["on_agenda"]
        for row in rows(client.get(tables["agenda"]))
    }
    assert (on["peace", "berlin"], on["peace", "paris"]) == ("true", "false")
    assert len(on) == 6

    held = rows(client.get(tables["positions"]))
    germany = [row for row in held if row["actor"] == "germany"]
    assert [(row["meeting.slug"], row["on"], row["stance"]) for row in germany] == [
        ("berlin", "2025-12-15", "undecided"),
        ("paris", "2026-01-06", "undecided"),
        ("london", "2026-02-03", "supports"),
    ]
    assert germany[-1]["entry.slug"] == "late"
    assert {row["certainty"] for row in held if row["actor"] == "russia"} == {"possible"}


def test_a_table_has_the_order_of_its_page(client, three):
    response = client.get("/en/compare/london/berlin/agenda.csv")

    assert response["Location"] == "/en/compare/berlin/london/agenda.csv"
    for path in ("berlin/london/else.csv", "berlin/nowhere/agenda.csv", "berlin/agenda.csv"):
        assert client.get(f"/en/compare/{path}").status_code == 404
    assert client.get("/en/compare/berlin/london/agenda.csv?as_of=x").status_code == 400


def test_in_german(client, three):
    page = words(client.get("/de/compare/berlin/paris/london/"))

    assert "3 Treffen im Vergleich" in page
    assert "Haltungen zu jedem dieser Zeitpunkte" in page
