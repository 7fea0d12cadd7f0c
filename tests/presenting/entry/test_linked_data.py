import json

import pytest
from django.utils.translation import override
from pyld import jsonld

from events import publishing
from events.documents.rendering.records import date_of
from events.presenting.entry.linked_data import iso_span, linked_data, script
from tests.presenting.entry.linked import absolute, told_of

# schema.org's own context would have to be fetched; for plain names, this says the same.
CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025", ("2025", "2025")),
        ("2025-09", ("2025-09", "2025-09")),
        ("2026-01-06", ("2026-01-06", "2026-01-06")),
        ("2026-01-06T14:30:00Z", ("2026-01-06T14:30:00Z", None)),
        ("2025-12-14/2025-12-15", ("2025-12-14", "2025-12-15")),
        ("2025-09/2025-11-03", ("2025-09", "2025-11-03")),
        ("2025-11-15/..", ("2025-11-15", None)),
        *(
            (edtf, None)
            for edtf in (
                *("2025-21", "2025-21/2025-22", "202X", "20XX", "2025-XX", "2025-09-XX"),
                *("2025-12-15~", "2025-12-15?", "2025-12-15~/..", "2025-12-15/"),
                *("../2026-01-06", "/2026-01-06", "[2025,2026]", "{2025,2026}"),
            )
        ),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known_or_not_at_all(edtf, expected):
    assert iso_span(date_of(edtf)) == expected


def test_a_position_is_a_claim_of_its_holder(record, read, links):
    record.person("merz", represents="germany")
    record.position("stand", holder="germany", topic="force", speaker="merz", date="2025-12")

    told = told_of(read("stand"), links)

    assert told["@type"] == "Claim"
    assert told["author"] == [
        {"@type": "Country", "name": "Germany"},
        {"@type": "Person", "name": "Merz"},
    ]
    assert told["about"] == [
        {"@type": "Thing", "name": "Topic force", "url": "http://site.test/en/topics/force/"}
    ]
    assert (told["dateCreated"], told["temporalCoverage"]) == ("2025-12", "2025-12")


def test_what_has_become_of_a_promise_is_told_of_the_readers_day(record, read, links):
    entry = record.commitment("promise", publish=False)
    record.status(entry, "under-way", "2025-06")
    record.status(entry, "expired", "2026-02-05")
    publishing.publish(entry)
    record.position("stand", stance="abstained")
    record.position("back", topic="aid", stance="taken-back")

    # It is 1 February.
    assert told_of(read("promise"), links)["creativeWorkStatus"] == "Under way"
    assert "creativeWorkStatus" not in told_of(read("stand"), links)
    assert told_of(read("back"), links)["creativeWorkStatus"] == "Taken back"


def test_other_kinds_have_types_of_their_own(record, read, links):
    record.commitment("promise", actors=["france"])
    record.development("event", date="2025-11-15/..", actors=["ukraine"])
    record.question("unclear", date="2025-12-15~")

    told = {slug: told_of(read(slug), links) for slug in ("promise", "event", "unclear")}

    assert {slug: found["@type"] for slug, found in told.items()} == {
        "promise": "Claim",
        "event": "CreativeWork",
        "unclear": "Question",
    }
    assert told["event"]["temporalCoverage"] == "2025-11-15/.."
    assert told["event"]["mentions"] == [{"@type": "Country", "name": "Ukraine"}]
    assert told["unclear"]["temporalCoverage"] == "about 15 December 2025"
    assert "dateCreated" not in told["event"]


def test_the_page_names_its_version_and_its_sources(record, read, links):
    source = record.source("report")
    source.url, source.archive_url = "https://example.org/a", "javascript:alert(1)"
    source.publisher = "Newspaper"
    source.save()
    record.development("event")
    document = read("event")

    page = linked_data(document, links, absolute)

    assert page | {"mainEntity": None} == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": "http://site.test/en/entries/event/",
        "url": "http://site.test/en/entries/event/",
        "name": "Title of event",
        "inLanguage": "en",
        "version": 1,
        "dateModified": document["version"]["published_at"],
        "isPartOf": {
            "@type": "WebSite",
            "name": "Record of diplomacy",
            "url": "http://site.test/en/",
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Report report",
                "publisher": {"@type": "Organization", "name": "Newspaper"},
                "inLanguage": "de",
                "datePublished": "2026-01-06",
                "url": "https://example.org/a",
            }
        ],
        "mainEntity": None,
    }


def test_a_title_in_another_language_says_which(record, read, links):
    record.development("event", title_en="", title_de="Nur auf Deutsch")

    with override("en"):
        page = linked_data(read("event"), links, absolute)

    assert (page["name"], page["inLanguage"]) == ("Nur auf Deutsch", "de")


def test_nothing_in_it_ends_the_script(record, read, links):
    title = "</script><script>alert(1)</script> <!-- & \u2028"
    record.development("event", title_en=title)

    said = script(read("event"), links, absolute)

    assert not set("<>&\u2028") & set(said)
    assert json.loads(said)["name"] == title


def test_it_is_json_ld(record, read, links):
    record.summit("meeting", actors=["france"], topics=["force"], place_en="Paris")
    data = json.loads(script(read("meeting"), links, absolute)) | {"@context": CONTEXT}

    [page] = jsonld.expand(data)
    triples = jsonld.to_rdf(data)["@default"]

    schema = "https://schema.org/"
    assert page["@type"] == [f"{schema}WebPage"]
    [meeting] = page[f"{schema}mainEntity"]
    assert meeting["@type"] == [f"{schema}Event"]
    assert meeting[f"{schema}startDate"] == [{"@value": "2026-01-06"}]
    assert {
        (triple["subject"]["value"], triple["object"]["value"])
        for triple in triples
        if triple["predicate"]["value"] == f"{schema}mainEntity"
    } == {("http://site.test/en/entries/meeting/", meeting["@id"])}


def test_an_actor_is_the_same_as_in_other_registers(record, read, links):
    ukraine = record.actor("ukraine")
    for scheme, value, url in (
        ("wikidata", "Q212", ""),
        ("iso", "UA", ""),
        ("other", "4061496-7", "https://d-nb.info/gnd/4061496-7"),
    ):
        ukraine.identifiers.create(scheme=scheme, value=value, url=url)
    record.development("event", actors=["ukraine", "france"])

    assert told_of(read("event"), links)["mentions"] == [
        {
            "@type": "Country",
            "name": "Ukraine",
            "sameAs": ["https://www.wikidata.org/wiki/Q212", "https://d-nb.info/gnd/4061496-7"],
        },
        {"@type": "Country", "name": "France"},
    ]
