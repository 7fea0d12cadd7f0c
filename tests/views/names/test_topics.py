import re

import pytest

from events import publishing
from tests.views.reading import missing, queries, words


@pytest.fixture
def force(record):
    topic = record.topic("force")
    topic.description_en = "Foreign <forces>."
    topic.save()
    record.position("of-france", holder="france", stance="supports")
    record.position("of-russia", holder="russia", stance="opposes", date="2025-05")
    return topic


def test_all_topics(client, record, force):
    record.question("open", topics=["aid", "force"])

    page = client.get("/en/topics/")

    told = "2 topics Topic aid 1 entry Topic force 3 entries Foreign <forces>."
    assert missing(page, told) == []
    assert 'href="/en/topics/aid/"' in page.text


def test_a_long_list_has_pages(client, record):
    record.development("event", topics=[f"t-{number:02}" for number in range(60)])

    assert len(client.get("/en/topics/").context["roster"]) == 40
    assert len(client.get("/en/topics/?page=2").context["roster"]) == 20
    assert client.get("/en/topics/?page=3").status_code == 400


def test_who_stands_where_now(client, record, force, today):
    page = client.get("/en/topics/force/")

    assert (
        missing(
            page,
            "Topic contested Topic force Foreign <forces>.",
            "+ Supports 1 France 6 January 2026 , 26 days ago · over time : France",
            "− Opposes 1 Russia May 2025 day not known, at least 8 months ago · over time : Russia",
        )
        == []
    )
    for url in ("/en/positions/russia/force/", "/en/actors/russia/", "/en/entries/of-russia/"):
        assert f'href="{url}"' in page.text


def test_who_stands_where_possibly(client, record, force, today):
    record.position("perhaps", holder="poland", stance="opposes", date="2026~")

    page = client.get("/en/topics/force/")
    german = client.get("/de/topics/force/")

    assert (
        missing(page, "− Opposes 2 Poland about 2026 approximate (possibly) · over time : Poland")
        == []
    )
    assert "(möglicherweise) · Verlauf : Poland (de)" in words(german)


def test_what_else_there_is_on_a_topic(client, record, force):
    event = record.development("event", topics=["force"])
    record.commitment("promise", topics=["force"])
    record.summit("paris", topics=["force", "aid"])
    record.question("open", topics=["force"])
    record.question("answered", topics=["force"], answered_by=event)

    page = client.get("/en/topics/force/")

    assert [item.slug for item in page.context["history"]] == ["of-france", "of-russia"]
    assert [item.slug for item in page.context["commitments"]] == ["promise"]
    assert [row.item.slug for row in page.context["meetings"]] == ["paris"]
    assert [item.slug for item in page.context["questions"]] == ["open"]
    assert len(page.context["latest"]) == 7
    assert 'href="/en/timeline/?kind=summit&amp;topic=force"' in page.text


def test_a_topic_on_which_nobody_stands(client, record):
    record.development("event", topics=["aid"])

    page = client.get("/en/topics/aid/")

    assert "Who stands where now" not in words(page)
    assert "Title of event" in words(page)


@pytest.mark.parametrize("slug", ["nothing", "draft", "gone", "france", "%00", "x" * 500])
def test_what_nothing_public_names_is_not_found(client, record, slug):
    record.development("event", actors=["france"], topics=["force"])
    record.development("unpublished", topics=["draft"], publish=False)
    publishing.withdraw(record.development("withdrawn", topics=["gone"]), note="wrong")

    assert client.get(f"/en/topics/{slug}/").status_code == 404


def test_as_the_record_stood(client, record):
    first = record.position("first", stance="opposes")
    moment = publishing.standing(first).published_at.isoformat()
    record.position("second", holder="poland")

    page = client.get("/en/topics/force/", {"as_of": moment})

    assert missing(page, "− Opposes 1 France") == []
    assert "Poland" not in words(page)
    assert client.get("/en/topics/force/?as_of=2020-01-01").status_code == 404
    assert client.get("/en/topics/force/?as_of=nonsense").status_code == 400
    assert "No topic is on record." in words(client.get("/en/topics/?as_of=2020-01-01"))


def test_an_empty_record(client, db):
    assert "No topic is on record." in words(client.get("/en/topics/"))
    assert "Nobody is named on record." in words(client.get("/en/actors/"))


def test_the_number_of_queries(client, record, force, django_assert_max_num_queries):
    record.summit("paris", topics=["force"])
    record.question("open", topics=["force"])
    paths = ("/en/topics/", "/en/topics/force/")
    before = [queries(client, path, django_assert_max_num_queries) for path in paths]
    for number in range(3):
        record.position(f"stand-{number}", holder=f"actor-{number}")
        record.commitment(f"promise-{number}", topics=["force", "aid"])
        record.summit(f"meeting-{number}", topics=["force"], actors=["france"])
        record.question(f"open-{number}", topics=["force"])

    assert [queries(client, path, django_assert_max_num_queries) for path in paths] == before


def test_a_wider_topic_and_those_within_it(client, record):
    record.topic("guarantees", wider="security")
    record.topic("troops", wider="guarantees")
    record.position("deploy", topic="troops", holder="france")

    troops, security = client.get("/en/topics/troops/"), client.get("/de/topics/security/")

    assert missing(troops, "Topic troops Part of: Topic security › Topic guarantees") == []
    told = "Engere Themen, deren Einträge auch hier stehen: Thema guarantees , Thema troops"
    assert missing(security, told) == []
    assert "deploy" in security.text
    assert security.context["camps"] == []  # nobody has said anything on it as a whole
    assert client.get("/en/topics/guarantees/").status_code == 200


def test_the_page_begins_with_the_positions_over_time(client, record):
    record.position("stand", holder="germany", topic="force", date="2026-01-06", stance="opposes")
    record.development("event", actors=["poland"], topics=["other"])

    page = client.get("/en/topics/force/")

    headings = [" ".join(one.split()) for one in re.findall(r"<h2[^>]*>([^<]*)", page.text)]
    assert headings[0] == "Positions by actor"
    assert "Germany − Opposes" in words(page)
    assert "<title>Opposes, 6 January 2026: Title of stand</title>" in page.text
    other = client.get("/en/topics/other/")
    assert "Positions by actor" not in words(other)
