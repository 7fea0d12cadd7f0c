import pytest

from events import publishing
from tests.views.reading import words


def test_the_front_page_says_who_stands_where(client, site):
    [standing] = client.get("/en/").context["standings"]

    assert standing.topic.plain == "Topic force"
    assert standing.contested
    camps = [(c.stance.label, [h.name.plain for h in c.holders]) for c in standing.camps]
    assert camps == [("Supports", ["Germany"]), ("Opposes", ["Russia"])]


def test_the_front_page_says_who_stands_where_possibly(client, record):
    record.position("stand", date="XXXX-12-24")

    assert "+ Supports France (possibly)" in words(client.get("/en/"))
    assert "+ Dafür France (de) (möglicherweise)" in words(client.get("/de/"))


def test_the_front_page_says_what_was_promised_and_what_is_open(client, site):
    response = client.get("/en/")

    assert [item.slug for item, _counts in response.context["commitments"]] == [
        "promise",
        "older-promise",
    ]
    assert [item.slug for item in response.context["questions"]] == ["unclear"]
    assert response.context["commitments"][0][0].document["counts"]["reported"] == 26
    page = words(response)
    assert "Title of promise, corrected reported 26 (24–30) named 1 confirmed 1 unknown 25" in page
    assert "Title of older-promise no number reported – named 0 confirmed 0" in page


@pytest.mark.parametrize(
    ("date", "status", "ahead"), [("9000-01-01", "planned", True), ("9000-01-01", "held", False)]
)
def test_the_next_meeting_is_the_one_that_is_planned(client, site, date, status, ahead):
    site.record.summit("next", date=date, status=status)

    response = client.get("/en/")

    assert response.context["meeting_ahead"] is ahead
    assert response.context["meeting"].slug == ("next" if ahead else "paris")


def test_several_processes_are_introduced(client, site):
    site.record.development("elsewhere", process="other")

    names = [process.name.plain for process in client.get("/en/").context["processes"]]

    assert names == ["Process other", "Process peace"]


def test_queries_do_not_grow(client, record, django_assert_max_num_queries):
    def fill(first, last):
        for number in range(first, last):
            record.position(f"stand-{number}", holder=f"actor-{number}", topic=f"topic-{number}")
            record.commitment(f"promise-{number}")
            record.question(f"question-{number}")
            record.summit(f"summit-{number}")

    fill(0, 3)
    with django_assert_max_num_queries(15) as few:
        client.get("/en/")
    fill(3, 10)
    with django_assert_max_num_queries(15) as many:
        client.get("/en/")

    assert len(few) == len(many)


def test_a_withdrawn_position_no_longer_holds(client, record):
    publishing.withdraw(record.position("stand"))

    assert client.get("/en/").context["standings"] == []
