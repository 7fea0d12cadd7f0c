"""Processes, actors, topics and sources."""

from urllib.parse import parse_qs, urlsplit

import pytest

from events import publishing


def test_the_members_of_a_coalition(get, record):
    coalition = record.coalition("the-willing", france="lead", germany="member")
    membership = coalition.memberships.get(actor__slug="france")
    membership.since = "2025-03"
    membership.save()
    record.summit("paris", actors=["the-willing"])

    body = get("actors/the-willing/").json()

    assert body["kind"] == "coalition"
    assert [(member["actor"], member["role"], member["until"]) for member in body["members"]] == [
        ("france", "lead", None),
        ("germany", "member", None),
    ]
    assert body["members"][0]["since"]["edtf"] == "2025-03"
    assert body["members"][0]["name"] == {"en": "France", "de": "France (de)"}
    # Members are found as actors too, though no entry says of them what they did.
    assert get("actors/germany/").json()["country"] == "DE"


def test_an_actor_of_another_kind_has_no_members(get, record):
    record.person("merz", represents="germany", office_en="Chancellor")
    record.summit("paris", actors=["merz"])

    assert get("actors/merz/").json() == {
        "slug": "merz",
        "name": {"en": "Merz", "de": "Merz (de)"},
        "kind": "person",
        "country": "DE",
        "office": {"en": "Chancellor"},
        "description": {},
        "represents": "germany",
        "offices": [],
        "former_names": [],
        "lifespan": None,
        "predecessors": [],
        "successors": [],
        "aliases": [],
        "identifiers": [],
    }


def test_dated_facts_of_an_actor(get, record):
    merz = record.person("merz", represents="germany")
    merz.offices.create(
        title_en="Chancellor",
        represents=record.actor("germany"),
        since="2025-05-06",
        source=record.source("gazette"),
    )
    merz.former_names.create(name_en="Young Merz", until="1990")
    record.summit("paris", actors=["merz"])

    body = get("actors/merz/").json()

    [office], [former] = body["offices"], body["former_names"]
    assert office["since"].pop("label")["en"] == "6 May 2025"
    assert office["since"]["edtf"] == "2025-05-06"
    assert {**office, "since": None} == {
        "title": {"en": "Chancellor"},
        "represents": "germany",
        "since": None,
        "until": None,
        "source": "gazette",
    }
    assert (former["name"], former["until"]["edtf"], former["source"]) == (
        {"en": "Young Merz"},
        "1990",
        None,
    )


def test_a_topic_a_process_and_a_source(get, record):
    record.development(topics=["force"])

    assert get("topics/force/").json() == {
        "slug": "force",
        "name": {"en": "Topic force", "de": "Thema force"},
        "description": {},
        "aliases": [],
        "wider": [],
    }
    assert get("processes/peace/").json() == {
        "slug": "peace",
        "name": {"en": "Process peace", "de": "Prozess peace"},
        "summary": {},
    }
    # Without what only the citation by one entry has.
    assert get("sources/report/").json() == {
        "slug": "report",
        "title": "Report report",
        "authors": [],
        "publisher": None,
        "url": None,
        "archive_url": None,
        "access": None,
        "doi": None,
        "isbn": None,
        "urn": None,
        "languages": ["de"],
        "published_on": "2026-01-06",
        "state": "published",
        "state_date": None,
        "state_note": {},
        "state_source": None,
    }


@pytest.mark.parametrize("path", ["actors/", "topics/", "processes/", "sources/"])
def test_lists_have_what_details_have(get, record, path):
    record.position()
    results = get(path).json()["results"]

    assert results
    for item in results:
        assert get(f"{path}{item['slug']}/").json() == item


def test_the_newest_entry_that_names_it_says_how(get, record):
    record.summit("one", topics=["force"])
    topic = record.topic("force")
    topic.name_en = "A force"
    topic.save()
    record.summit("two", topics=["force"])

    assert get("topics/force/").json()["name"]["en"] == "A force"


def test_what_only_withdrawn_entries_name_is_gone(get, slugs, record):
    publishing.withdraw(record.position(holder="france", topic="force"))

    for path, slug in (("actors", "france"), ("topics", "force"), ("processes", "peace")):
        assert slugs(f"{path}/") == []
        assert get(f"{path}/{slug}/").status_code == 404


def test_the_domains_of_a_site_s_own(get, record):
    record.domain("mitigation")
    promise = record.commitment(domains=["land"], publish=False)
    record.called(promise, "france", domain="mitigation")
    publishing.publish(promise)

    assert get("domains/").json()["results"] == [
        {"slug": "land", "name": {"en": "On land", "de": "Zu Lande"}, "description": {}},
        {
            "slug": "mitigation",
            "name": {"en": "Mitigation", "de": "Mitigation (de)"},
            "description": {},
        },
    ]
    assert get("domains/mitigation/").json()["name"]["en"] == "Mitigation"
    # On the desk, and in no public entry.
    assert get("domains/sea/").status_code == 404


def test_the_formats_of_meetings(get, record):
    record.summit(format="call")

    [call] = get("formats/").json()["results"]

    assert call == get("formats/call/").json()
    assert call == {
        "slug": "call",
        "name": {"en": "Call or video conference", "de": "Telefonat oder Videokonferenz"},
        "description": {},
    }


@pytest.fixture
def named(record):
    germany = record.actor("germany", name_en="Germany", name_de="Deutschland", country="DE")
    record.alias("germany", "Federal Republic")
    merz = record.person("merz", represents="germany", name_en="Friedrich Merz")
    record.coalition("the-willing", france="lead")
    record.summit(actors=["germany", "merz", "france", "the-willing"], topics=["force", "talks"])
    return germany, merz


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    ("path", "params", "expected"),
    [
        ("actors/", {"q": "germany"}, "germany"),
        ("actors/", {"q": "deutsch"}, "germany"),
        ("actors/", {"q": "FEDERAL republic"}, "germany"),
        ("actors/", {"q": "utschland"}, ""),
        ("actors/", {"kind": "person"}, "merz"),
        ("actors/", {"kind": "country"}, "france germany"),
        ("actors/", {"country": "DE"}, "germany merz"),
        ("actors/", {"country": "de", "kind": "country", "q": "germany"}, "germany"),
        ("topics/", {"q": "talks"}, "talks"),
        ("topics/", {"q": "topic talks force"}, ""),
        ("sources/", {"q": "report"}, "report"),
        ("formats/", {"q": "nothing"}, ""),
    ],
)
def test_those_that_are_asked_for(get, path, params, expected):
    for limit in (1, 2, 200):
        body, given = get(path, limit=limit, **params).json(), []
        while True:
            given += [one["slug"] for one in body["results"]]
            if not body["next"]:
                break
            query = parse_qs(urlsplit(body["next"]).query)
            assert query.keys() >= params.keys()
            body = get(path, **query).json()
        assert given == expected.split()


@pytest.mark.parametrize(
    ("path", "params"),
    [
        ("actors/", {"kind": "state"}),
        ("actors/", {"q": "…"}),
        ("actors/", {"q": "x" * 201}),
        ("topics/", {"kind": "country"}),
        ("sources/", {"country": "DE"}),
    ],
)
def test_what_they_cannot_be_asked_for(get, db, path, params):
    response = get(path, **params)

    assert response.status_code == 400
    assert response.json()["errors"].keys() == params.keys()
