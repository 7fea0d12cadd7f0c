"""A record of another subject, with domains and formats of its own, from a file to the pages."""

import pytest

from events import importing
from events.models import Domain, MeetingFormat
from tests.importing.loading.outcome import problems_of

CLIMATE = """
processes:
  climate:
    name: {en: Climate negotiations, de: Klimaverhandlungen}
domains:
  mitigation:
    name: {en: Mitigation, de: Klimaschutz}
    description: {en: Fewer emissions, de: Weniger Emissionen}
    order: 20
  finance:
    name: {en: Climate finance, de: Klimafinanzierung}
    order: 21
formats:
  cop:
    name: {en: Conference of the parties, de: Vertragsstaatenkonferenz}
    order: 0
sources:
  decision: {title: Decision 1/CMA.6, language: en}
actors:
  brazil: {kind: country, country: BR, name: {en: Brazil, de: Brasilien}}
summits:
  cop30:
    process: climate
    title: {en: Climate conference in Belém, de: Klimakonferenz in Belém}
    date: 2025-11
    actors: [{actor: brazil, role: host}]
    sources: [decision]
  cop29:
    process: climate
    title: {en: Climate conference in Baku, de: Klimakonferenz in Baku}
    date: 2024-11
    format: cop
    sources: [decision]
commitments:
  baku-goal:
    process: climate
    title: {en: The Baku goal, de: Das Ziel von Baku}
    date: 2024-11-24
    domains: [finance, mitigation]
    made_at: cop29
    roll_call: [{actor: brazil, domain: mitigation, source: decision}]
    sources: [decision]
"""


@pytest.fixture
def climate(db, file):
    loaded = importing.load(file(text=CLIMATE))
    problems = [problem for _entry, found in importing.publish(loaded.entries) for problem in found]
    assert problems == []


@pytest.mark.usefixtures("climate")
def test_the_site_has_lists_of_its_own():
    mitigation = Domain.objects.get(slug="mitigation")
    assert (mitigation.name_de, mitigation.description_en, mitigation.order) == (
        "Klimaschutz",
        "Fewer emissions",
        20,
    )
    assert [domain.slug for domain in Domain.objects.all()][-2:] == ["mitigation", "finance"]
    assert MeetingFormat.objects.first().slug == "cop"


@pytest.mark.usefixtures("climate")
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("en/entries/cop30/", ["Conference of the parties"]),
        ("de/entries/cop30/", ["Vertragsstaatenkonferenz"]),
        ("en/entries/baku-goal/", ["Mitigation · Climate finance"]),
        ("de/entries/baku-goal/", ["Klimaschutz · Klimafinanzierung"]),
        ("en/commitments/", ["· Mitigation · Climate finance"]),
        ("de/commitments/?domain=mitigation", ["Klimaschutz", "Das Ziel von Baku"]),
        ("de/commitments/?by=map", ["Klimaschutz 1"]),
        ("en/meetings/?format=cop", ["Climate conference in Belém", "Conference of the parties"]),
        ("de/meetings/", ["Vertragsstaatenkonferenz"]),
        ("en/compare/cop29/cop30/", ["Conference of the parties"]),
        ("en/actors/brazil/", ["Mitigation"]),
        ("de/search/?q=Klimafinanzierung", ["Das Ziel von Baku"]),
        ("en/timeline/?format=cop", ["Climate conference in Baku"]),
    ],
)
def test_pages_have_their_names(client, path, said):
    response = client.get(f"/{path}")

    assert response.status_code == 200
    assert [text for text in said if text not in " ".join(response.text.split())] == []


@pytest.mark.usefixtures("climate")
def test_feeds_name_what_they_are_narrowed_to(client):
    feed = client.get("/de/feed.atom?domain=finance")

    assert "Klimafinanzierung" in feed.text
    assert "Das Ziel von Baku" in feed.text


@pytest.mark.usefixtures("climate")
def test_the_api_says_their_names(client):
    document = client.get("/api/v1/entries/baku-goal/").json()

    assert document["domains"] == ["mitigation", "finance"]
    assert [record["name"]["de"] for record in document["domain_records"]] == [
        "Klimaschutz",
        "Klimafinanzierung",
    ]
    assert client.get("/api/v1/summits/cop30/").json()["format"] == "cop"
    assert [one["slug"] for one in client.get("/api/v1/domains/").json()["results"]] == [
        "finance",
        "mitigation",
    ]


@pytest.mark.usefixtures("climate")
def test_loading_it_again_changes_nothing(file):
    again = importing.load(file(text=CLIMATE))

    assert (again.created, again.updated) == ([], [])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "format: cop",
            "format: copp",
            (
                "cop29: format: There is no “copp” among the formats, here or on the desk. Did you "
                "mean “cop”?"
            ),
        ),
        (
            "domains: [finance,",
            "domains: [finanse,",
            (
                "baku-goal: domains 1: There is no “finanse” among the domains, here or "
                "on the desk. Did you mean “finance”?"
            ),
        ),
        (
            "domains:\n  mitigation",
            "domain:\n  mitigation",
            "domain: There is no such section. Did you mean “domains”?",
        ),
        ("order: 0", "order: first", "formats: cop: order: “first” value must be an integer."),
        (
            "name: {en: Climate finance, de: Klimafinanzierung}",
            "name: {}",
            "domains: finance: name: This text is missing.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(file, old, new, said):
    assert CLIMATE.count(old) == 1

    told = problems_of(file(text=CLIMATE.replace(old, new)))
    assert [text for text in told if said in text], told
