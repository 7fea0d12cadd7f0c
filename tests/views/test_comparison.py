import pytest

from events import publishing
from tests.views.reading import missing, queries, words


@pytest.fixture
def pair(record):
    berlin = record.summit(
        "berlin", date="2025-12-15~", place_en="Berlin", topics=["peace"], publish=False
    )
    record.part(berlin, "ukraine", "participant", status="attended")
    record.part(berlin, "russia", "participant", status="absent")
    publishing.publish(berlin)
    paris = record.summit(
        "paris", place_en="Paris", topics=["force"], actors=["ukraine", "nato"], follows=berlin
    )
    return berlin, paris


def test_two_meetings_side_by_side(client, record, pair):
    record.commitment("promise", made_at=pair[1])
    record.question("unclear", topics=["force"])

    page = client.get("/en/compare/berlin/paris/")

    assert (
        missing(
            page,
            "Berlin, about 15 December 2025",
            "The second of the two follows the first.",
            "Two meetings compared Berlin, about 15 December 2025 ↔ and Paris, 6 January 2026",
            "Topic force Not named ● on the agenda Topic peace ● on the agenda Not named",
            "In both 1 Ukraine Attended Participant",
            "In one 1 Nato Not named Participant",
            "Named as absent or as having declined 1 Russia Absent Not named",
            "Title of unclear 6 January 2026 · on the agenda Not raised yet Open Open",
            "No commitment made there is on record.",
            "Title of promise",
        )
        == []
    )


def test_a_meeting_that_was_moved_says_so(client, record, pair):
    doha = record.summit(
        "doha", date="2026-02-03", level="ministers", mode="online", status="held", publish=False
    )
    record.earlier_date(doha, "2026-01-30", moved_on="2026-01-20", note_en="A storm")
    publishing.publish(doha)
    record.summit("put-off", date="2026-03-01", status="postponed", earlier=["2026-02-20"])

    page = client.get("/en/compare/paris/doha/")
    moved = "3 February 2026, first planned for 30 January 2026 Held Moved"
    about = (
        "30 January 2026: moved on 20 January 2026. A storm Summit of leaders · Ministers · Online"
    )
    assert missing(page, moved, about, "6 January 2026 Planned") == []
    page = client.get("/en/compare/doha/put-off/")
    assert missing(page, "1 March 2026, first planned for 20 February 2026 Postponed") == []
    page = client.get("/de/compare/paris/doha/")
    moved = "3. Februar 2026, zunächst für den 30. Januar 2026 geplant"
    assert missing(page, moved, "Verlegt", "· Minister ·") == []


def test_two_meetings_of_one_day_have_one_order(client, record):
    record.summit("late", date="2026-02-03T17:00:00Z")
    record.summit("early", date="2026-02-03T09:00:00Z")

    response = client.get("/en/compare/late/early/")

    assert (response.status_code, response["Location"]) == (302, "/en/compare/early/late/")
    assert client.get("/en/compare/early/late/").status_code == 200


@pytest.mark.parametrize("edtf", ["XXXX-02-03", "9999-12-31", "../2026-02", "2026-02/..", "2026~"])
def test_any_date_can_be_compared(client, record, pair, edtf):
    record.question("unclear", topics=["force"], date=edtf)
    record.summit("odd", date=edtf)

    found = [
        client.get(f"/en/compare/{slugs}/").status_code for slugs in ("paris/odd", "odd/paris")
    ]

    assert sorted(found) == [200, 302]


def test_the_earlier_meeting_stands_first(client, pair):
    response = client.get("/en/compare/paris/berlin/")

    assert (response.status_code, response["Location"]) == (302, "/en/compare/berlin/paris/")


def test_an_address_that_has_moved_leads_on(client, pair):
    paris = pair[1]
    paris.slug = "paris-2026"
    paris.save()
    publishing.publish(paris)

    response = client.get("/en/compare/berlin/paris/")

    assert (response.status_code, response["Location"]) == (302, "/en/compare/berlin/paris-2026/")


def test_a_meeting_with_itself_is_no_pair(client, pair):
    page = client.get("/en/compare/paris/paris/")

    assert page.status_code == 400
    assert missing(page, "Compare meetings", "Choose two different meetings.") == []
    assert page.text.count('<option value="paris" selected>') == 2


def test_what_is_no_meeting_is_said_to_be_none(client, record, pair):
    record.question("unclear")

    page = client.get("/en/compare/paris/unclear/")

    said = "“Title of unclear” is not a meeting. It is on record as: Question."
    assert page.status_code == 404
    assert missing(page, said) == []
    assert page.text.count('<option value="paris" selected>') == 1
    assert missing(client.get("/en/compare/nowhere/paris/"), "There is no meeting “nowhere”") == []
    assert said in words(client.get("/en/compare/?first=unclear"))


def test_an_address_that_has_moved_is_not_what_is_wrong(client, pair):
    pair[1].slug = "paris-2026"
    pair[1].save()
    publishing.publish(pair[1])

    page = client.get("/en/compare/paris/nowhere/")

    assert missing(page, "There is no meeting “nowhere” on record.") == []
    assert page.text.count('<option value="paris-2026" selected>') == 1


@pytest.mark.parametrize("other", ["nowhere", "event", "gone", "draft", "%00", "x" * 300])
def test_only_meetings_on_record_are_compared(client, record, pair, other):
    record.development("event")
    publishing.withdraw(record.summit("gone"), note="wrong")
    record.summit("draft", publish=False)

    assert client.get(f"/en/compare/paris/{other}/").status_code == 404
    assert client.get(f"/en/compare/{other}/paris/").status_code == 404
    assert "/embed/" not in client.get(f"/en/compare/{other}/paris/").content.decode()


def test_questions_of_the_agendas_come_before_others_of_the_process(client, record, pair):
    event = record.development("event", date="2026-01-03")
    record.question("on-it", date="2025-12-01", topics=["peace"], answered_by=event)
    record.question("beside-it", date="2026-01-05", topics=["other"])
    record.question("in-the-week-after", date="2026-01-13")
    record.question("too-late", date="2026-01-14")
    record.question("elsewhere", process="trade", date="2026-01-01")

    page = client.get("/en/compare/berlin/paris/")

    assert [
        (row.item.slug, *(term.value for term in row.at), row.now.value)
        for row in page.context["questions"]
    ] == [
        ("on-it", "open", "answered", "answered"),
        ("in-the-week-after", "not-raised", "not-raised", "open"),
        ("beside-it", "not-raised", "open", "open"),
    ]


def test_of_several_processes_the_one_of_both_meetings_counts(client, record):
    record.summit("berlin", date="2025-12-15", status="held", processes=["peace", "trade"])
    record.summit("paris", date="2026-01-06", status="held", processes=["climate", "trade"])
    record.question("on-trade", process="trade", date="2025-12-01")
    record.question("on-climate", process="climate", date="2025-12-01")

    page = client.get("/en/compare/berlin/paris/")

    assert [row.item.slug for row in page.context["questions"]] == ["on-trade"]


def test_as_the_record_stood(client, pair):
    assert client.get("/en/compare/berlin/paris/?as_of=2020-01-01").status_code == 404
    page = client.get("/en/compare/berlin/paris/?as_of=nonsense")
    assert page.status_code == 400
    assert "You see the current version of the record." in page.text


def test_what_can_be_chosen(client, record, pair):
    record.development("event")

    page = client.get("/en/compare/")

    assert page.context["options"] == [
        ("paris", "Title of paris (6 January 2026)"),
        ("berlin", "Title of berlin (about 15 December 2025)"),
    ]
    [pair] = page.context["pairs"]
    assert (pair.earlier, pair.later) == ("Title of berlin", "Title of paris")
    assert pair.url == "/en/compare/berlin/paris/"


def test_choosing_two_leads_to_their_comparison(client, pair):
    response = client.get("/en/compare/?first=paris&second=berlin")

    assert (response.status_code, response["Location"]) == (302, "/en/compare/paris/berlin/")
    assert client.get("/en/compare/?first=paris&second=berlin", follow=True).status_code == 200


def test_one_that_is_chosen_stays_chosen(client, pair):
    page = client.get("/en/compare/?first=berlin&second=", follow=True)

    assert page.redirect_chain == [("/en/compare/?first=berlin", 302)]
    assert page.status_code == 200
    assert page.text.count('<option value="berlin" selected>') == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("first=paris&second=paris", "Choose two different meetings."),
        ("first=nowhere", "There is no meeting “nowhere” on record."),
        (
            "first=paris&second=event",
            "“Title of event” is not a meeting. It is on record as: Development.",
        ),
        ("first=%00&second=paris", "on record."),
        ("first=paris&second=berlin&as_of=nonsense", "Compare meetings"),
    ],
)
def test_a_choice_that_cannot_be_meant(client, record, pair, query, said):
    record.development("event")

    page = client.get(f"/en/compare/?{query}")

    assert page.status_code == 400
    assert missing(page, said) == []


def test_an_older_meeting_can_be_chosen_from_its_own_page(client, record, monkeypatch):
    monkeypatch.setattr("events.views.comparison.choosing.MEETINGS", 1)
    record.summit("old", date="2020-01-01")
    record.summit("new", date="2026-01-01")

    page = client.get("/en/compare/?first=old")

    assert [slug for slug, _title in page.context["options"]] == ["old", "new"]
    assert missing(page, "The 1 latest meetings are listed.") == []


def test_the_choice_as_the_record_stood(client, pair):
    page = client.get("/en/compare/?as_of=2020-01-01")

    assert "There are no two meetings on record yet." in words(page)


def test_an_empty_record(client, db):
    assert "There are no two meetings" in words(client.get("/en/compare/"))


def test_the_number_of_queries(client, record, pair, django_assert_max_num_queries):
    event = record.development("event")
    record.question("unclear", answered_by=event)
    record.commitment("promise", made_at=pair[0])
    paths = ("/en/compare/berlin/paris/", "/en/compare/")
    before = [queries(client, path, django_assert_max_num_queries) for path in paths]
    for number in range(3):
        other = record.development(f"event-{number}")
        record.question(f"question-{number}", topics=["force"], answered_by=other)
        record.commitment(f"promise-{number}", made_at=pair[1])
        record.summit(f"next-{number}", follows=pair[1], date="2026-02-01")

    assert [queries(client, path, django_assert_max_num_queries) for path in paths] == before
