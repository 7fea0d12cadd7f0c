"""What is on file of an actor, in words, with who says so."""

import pytest
from django.utils.translation import override

from events.documents.rendering.records import date_of
from events.presenting.parts import Fact, FactSource, OnFile, facts


def on_file(links, *documents):
    return OnFile(documents, {}, links)


def lived(kind, since=None, until=None):
    return {
        "kind": kind,
        "lifespan": {
            "since": date_of(since) if since else None,
            "since_source": None,
            "until": date_of(until) if until else None,
            "until_source": None,
        },
    }


@pytest.mark.parametrize(
    ("actor", "english", "german"),
    [
        (
            lived("country", "1949-10-07", "1990-10-02"),
            "from 7 October 1949 to 2 October 1990",
            "7. Oktober 1949 bis 2. Oktober 1990",
        ),
        (lived("organisation", "1949"), "since 1949", "seit 1949"),
        (lived("organisation", "2006-06-05"), "since 5 June 2006", "seit dem 5. Juni 2006"),
        (lived("organisation", "2018~"), "since about 2018", "seit etwa 2018"),
        (lived("organisation", "199X"), "since the 1990s", "seit den 1990er-Jahren"),
        (lived("organisation", "../2018"), "since 2018 or earlier", "seit 2018 oder davor"),
        (lived("organisation", "2101-07"), "from July 2101", "ab Juli 2101"),
        (lived("organisation", "XXXX", "2019"), "until 2019", "bis 2019"),
        (lived("country", until="1990~"), "until about 1990", "bis etwa 1990"),
        (
            lived("country", "1980?", "1990~"),
            "from probably 1980 to about 1990",
            "vermutlich 1980 bis etwa 1990",
        ),
        (lived("person", "1954"), "born 1954", "geboren: 1954"),
        (
            lived("person", "1954", "2020-05"),
            "born 1954, died May 2020",
            "geboren: 1954, gestorben: Mai 2020",
        ),
    ],
)
def test_a_life_span_in_words(links, actor, english, german):
    assert on_file(links).lifespan(actor).said == english
    with override("de"):
        assert on_file(links).lifespan(actor).said == german


def test_whose_life_span_nobody_has_recorded(links):
    assert on_file(links).lifespan({"kind": "person", "lifespan": None}) is None


@pytest.mark.parametrize(
    ("alias", "said"),
    [
        ({"text": "Zelenskiy", "language": None, "kind": "spelling"}, "Zelenskiy"),
        (
            {"text": "USSR", "language": "en", "kind": "abbreviation"},
            'USSR <span class="note">Abbreviation</span>',
        ),
        (
            {"text": "Київ", "language": "uk", "kind": "script"},
            '<bdi lang="uk">Київ</bdi> <span class="note">In another script</span>',
        ),
    ],
)
def test_other_names(alias, said):
    assert facts.alias(alias) == Fact(said)


@pytest.mark.parametrize(
    ("identifier", "said"),
    [
        (
            {"scheme": "wikidata", "value": "Q1", "url": "https://www.wikidata.org/wiki/Q1"},
            '<a href="https://www.wikidata.org/wiki/Q1" rel="external">Wikidata Q1</a>',
        ),
        ({"scheme": "iso", "value": "SUHH", "url": None}, "ISO 3166 SUHH"),
        (
            {"scheme": "other", "value": "GND 1", "url": "https://d-nb.info/gnd/1"},
            '<a href="https://d-nb.info/gnd/1" rel="external">GND 1</a>',
        ),
        ({"scheme": "other", "value": "x", "url": "javascript:alert(1)"}, "x"),
    ],
)
def test_identifiers(identifier, said):
    assert facts.identifier(identifier) == Fact(said)


def test_who_says_so_is_named_once_and_only_if_it_is_known(record, read, links):
    body = record.coalition("willing", france="lead")
    body.memberships.update(source=record.source("treaty"))
    record.development("event", actors=["willing"])
    known = on_file(links, read("event"))

    assert known.who_says_so("treaty", "treaty", None, "unknown") == (
        FactSource('<bdi lang="de">Report treaty</bdi>', ""),
    )
