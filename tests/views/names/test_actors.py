import re

import pytest

from events import publishing
from tests.views.reading import missing, queries, words


def test_everybody_by_kind(client, record):
    record.coalition("the-willing", poland="member")
    record.person("merz", represents="germany", office_en="Chancellor")
    record.development("event", actors=["the-willing", "merz", "nato"])

    page = client.get("/en/actors/")

    assert (
        missing(
            page,
            "5 actors",
            "Countries Germany 1 entry Poland Organisations Nato 1 entry",
            "Coalitions The Willing 1 entry People Merz 1 entry Chancellor, Germany",
        )
        == []
    )
    assert 'href="/en/actors/poland/"' in page.text


def test_a_long_list_has_pages(client, record):
    record.development("event", actors=[f"actor-{number:02}" for number in range(60)])

    first = client.get("/en/actors/")
    second = client.get("/en/actors/?page=2")

    assert [stop.label for stop in first.context["stops"]] == ["Act – Act", "Act – Act"]
    assert first.context["next_url"] == "/en/actors/?page=2"
    assert len(first.context["roster"][0].listed) == 40
    assert len(second.context["roster"][0].listed) == 20
    assert second.context["next_url"] == ""


@pytest.mark.parametrize("page", ["0", "3", "-1", "x", "٣", "1.5", "9" * 50])
def test_a_page_that_there_is_not(client, record, page):
    record.development("event", actors=[f"actor-{number:02}" for number in range(60)])

    response = client.get(f"/en/actors/?page={page}")

    assert response.status_code == 400
    assert missing(response, "of this list: it has 2 pages.", "Actor 00") == []


def test_the_list_as_the_record_stood(client, record):
    record.development("event", actors=["france"])

    page = client.get("/en/actors/?as_of=2020-01-01")

    assert "Nobody is named on record." in words(page)
    assert client.get("/en/actors/?as_of=nonsense").status_code == 400


def test_a_record_gone_back_to_counts_nothing(client, record):
    event = record.development("event", actors=["france"])
    moment = publishing.standing(event).published_at
    record.development("other", actors=["germany"])

    page = client.get("/en/actors/", {"as_of": moment.isoformat()})

    assert missing(page, "1 actor", "France") == []
    assert "1 entry" not in words(page)


def test_a_country(client, record, today):
    record.person("macron", represents="france", office_en="President")
    record.coalition("the-willing", france="lead")
    record.position("old", stance="opposes", date="2025-05")
    record.position("new", stance="supports", speaker="macron")
    promise = record.commitment("promise", actors=["the-willing"], publish=False)
    record.called(promise, "france", value=1200, unit="soldiers", domain="land")
    publishing.publish(promise)
    record.summit("paris", actors=["macron"])
    record.development("event", date="2025", actors=["france"])

    page = client.get("/en/actors/france/")

    assert (
        missing(
            page,
            "Country France",
            "Member of The Willing Lead",
            "Represented by Macron , President named so in: Title of",
            "Beside each of these stands who says so: a source, or an entry with its sources. "
            "Where neither is named, the record has none.",
            "Topic force + Supports 6 January 2026 26 days ago over time",
            "Positions over time",
            "May 2025 day not known at least 8 months ago Title of old − Opposes",
            "Title of promise Open Contributor · 1,200 soldiers, On land",
            "Meetings 6 January 2026 Title of paris",
            "Latest mentions",
            "Title of event",
        )
        == []
    )
    for url in (
        "/en/positions/france/force/",
        "/en/topics/force/",
        "/en/entries/new/",
        "/en/actors/macron/",
        "/en/timeline/?actor=france",
        "/en/timeline/?kind=commitment&amp;actor=france",
    ):
        assert f'href="{url}"' in page.text


def test_what_an_actor_holds_possibly(client, record, today):
    record.position("before", stance="supports", date="2025-05-01")
    record.position("perhaps", stance="opposes", date="2026~")

    page = client.get("/en/actors/france/")
    german = client.get("/de/actors/france/")

    assert (
        missing(
            page,
            "Topic force − Opposes possibly about 2026 approximate over time",
            "Topic force + Supports possibly 1 May 2025 9 months ago over time",
        )
        == []
    )
    assert "Thema force − Dagegen möglicherweise" in words(german)


def test_a_person(client, record):
    record.person(
        "merz", represents="germany", office_en="Chancellor", description_en="Of the <CDU>."
    )
    record.position("stand", holder="germany", speaker="merz")

    page = client.get("/en/actors/merz/")

    said = "Person Merz Chancellor · represents Germany Of the <CDU>. Positions by topic"
    assert missing(page, said, "Key facts Country Germany", "Title of stand") == []
    # What it voiced, with whose position it is; what holds is told of those.
    assert ">Germany: Topic force</a>" in page.text
    assert "Positions now" not in words(page)


def test_a_coalition(client, record):
    coalition = record.coalition("the-willing", france="lead", poland="member")
    coalition.memberships.filter(actor__slug="poland").update(since="2025-03")
    record.summit("paris", actors=["the-willing"])

    page = client.get("/en/actors/the-willing/")

    assert missing(page, "Members on record", "France Lead", "Poland Member since March 2025") == []


def test_a_member_that_no_entry_names_by_itself(client, record):
    record.coalition("the-willing", france="lead")
    record.summit("paris", actors=["the-willing"])

    page = client.get("/en/actors/france/")

    assert page.status_code == 200
    assert (
        missing(page, "The Willing Lead", "Named in no entry by itself, but on file with somebody")
        == []
    )
    assert client.get("/en/timeline/?actor=france").status_code == 200


def test_a_state_that_has_become_others(client, record):
    treaty = record.source("treaty")
    record.actor(
        *("alba",),
        kind="country",
        since="1918",
        since_source=treaty,
        until="2011-06-30",
        until_source=treaty,
    )
    record.succession("alba", "norda", "2011-07-01", "gazette")
    record.succession("alba", "suda")
    record.alias("alba", "Стара Альба", "uk", "script")
    record.alias("alba", "ALB", kind="abbreviation")
    record.actor("alba").identifiers.create(scheme="wikidata", value="Q1")
    record.development("event", date="2000", actors=["alba"])
    record.development("later", actors=["norda"])

    page = client.get("/en/actors/alba/")

    assert (
        missing(
            page,
            "Life span from 1918 to 30 June 2011 ( Report treaty )",
            "Succeeded by Norda , 1 July 2011 ( Report gazette ) Suda",
            "Also called Стара Альба In another script ALB Abbreviation",
            "In other registers Wikidata Q1",
        )
        == []
    )
    assert '<bdi lang="uk">Стара Альба</bdi>' in page.text
    assert 'href="https://www.wikidata.org/wiki/Q1"' in page.text
    # Only what some entry names has a page.
    assert 'href="/en/actors/norda/"' in page.text
    assert 'href="/en/actors/suda/"' not in page.text
    assert missing(client.get("/en/actors/norda/"), "Came after Alba , 1 July 2011") == []
    german = client.get("/de/actors/alba/")
    assert missing(german, "Lebensdauer 1918 bis 30. Juni 2011", "Nachfolger Norda (de)") == []


def test_an_organisation_has_members_each_with_dates_and_source(client, record):
    eu = record.actor("eu")
    eu.memberships.create(
        actor=record.actor("france"), since="1958", source=record.source("treaty")
    )
    eu.memberships.create(actor=record.actor("poland"), since="2004-05-01")
    record.development("event", actors=["eu"])
    counted = "What the organisation promises or says is counted as its own"

    page = client.get("/en/actors/eu/")

    members = "France Member since 1958 ( Report treaty ) Poland Member since 1 May 2004"
    assert missing(page, f"Members on record {members}", counted) == []
    member = client.get("/en/actors/france/")
    assert missing(member, "Member of Eu Member since 1958 ( Report treaty )") == []
    assert counted not in words(member)


def test_a_sample_of_the_entries_is_called_one(client, record, monkeypatch):
    monkeypatch.setattr("events.views.names.actors.SAMPLE", 2)
    record.person("macron", represents="france")
    record.development("first", actors=["macron"])
    said = "those that the 2 entries published last name."

    assert missing(client.get("/en/actors/france/"), said) == [said]
    record.development("second", actors=["macron"])
    assert missing(client.get("/en/actors/france/"), said) == []


@pytest.mark.parametrize("slug", ["nobody", "draft", "gone", "force", "%00", "x" * 500])
def test_whom_nothing_public_names_is_not_found(client, record, slug):
    record.development("event", actors=["france"], topics=["force"])
    record.development("unpublished", actors=["draft"], publish=False)
    publishing.withdraw(record.development("withdrawn", actors=["gone"]), note="wrong")

    assert client.get(f"/en/actors/{slug}/").status_code == 404


def test_as_the_record_stood(client, record):
    first = record.position("first", stance="opposes")
    moment = publishing.standing(first).published_at.isoformat()
    first.stance = "supports"
    first.save()
    publishing.publish(first)
    record.summit("paris", actors=["france"])

    page = client.get("/en/actors/france/", {"as_of": moment})

    assert missing(page, "Topic force − Opposes") == []
    assert "Title of paris" not in words(page)
    assert "as_of=" in page.context["stands"][0].entry
    assert client.get("/en/actors/france/?as_of=2020-01-01").status_code == 404
    assert client.get("/en/actors/france/?as_of=nonsense").status_code == 400


def test_content_in_the_other_language_says_which(client, record):
    record.actor("x", name_en="", name_de="Nur deutsch", description_de="Ein Text.")
    record.development("event", actors=["x"])

    page = client.get("/en/actors/x/").text

    assert '<bdi lang="de">Nur deutsch</bdi>' in page
    assert '<p lang="de" dir="auto">Ein Text.</p>' in page


def test_the_number_of_queries(client, record, django_assert_max_num_queries):
    record.position("stand")
    record.commitment("promise", actors=["france"])
    record.summit("paris", actors=["france"])
    paths = ("/en/actors/", "/en/actors/france/")
    before = [queries(client, path, django_assert_max_num_queries) for path in paths]
    record.coalition("the-willing", france="lead", poland="member")
    for number in range(3):
        record.position(f"stand-{number}", topic=f"topic-{number}")
        record.commitment(f"promise-{number}", actors=["france", "the-willing"])
        record.summit(f"meeting-{number}", actors=["france"])
        record.person(f"minister-{number}", represents="france")
        record.development(f"event-{number}", actors=[f"minister-{number}"])

    assert [queries(client, path, django_assert_max_num_queries) for path in paths] == before


def test_the_page_begins_with_the_positions_over_time(client, record):
    record.position("stand", holder="germany", topic="force", date="2026-01-06", stance="opposes")
    record.development("event", actors=["poland"], topics=["other"])

    page = client.get("/en/actors/germany/")

    headings = [" ".join(one.split()) for one in re.findall(r"<h2[^>]*>([^<]*)", page.text)]
    assert headings[0] == "Positions by topic"
    assert "Topic force − Opposes" in words(page)
    assert "<title>Opposes, 6 January 2026: Title of stand</title>" in page.text
    other = client.get("/en/actors/poland/")
    assert "Positions by topic" not in words(other)
