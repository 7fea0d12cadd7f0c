import pytest
from django.utils.translation import override

from events import publishing
from events.models import Source
from events.presenting.parts.sources import sources

CITATION = {
    "slug": "report",
    "title": "Report",
    "authors": [],
    "publisher": None,
    "url": None,
    "archive_url": None,
    "access": None,
    "doi": None,
    "isbn": None,
    "urn": None,
    "languages": ["en"],
    "published_on": None,
    "state": "published",
    "state_date": None,
    "state_note": {},
    "state_source": None,
    "locator": "",
    "quote": "",
    "quote_language": None,
    "stance": "supports",
    "note": {},
}


def source(**fields):
    [found] = sources({"sources": [CITATION | fields]})
    return found


@pytest.mark.parametrize(
    ("fields", "english", "german"),
    [
        ({}, "", "Sprache: Englisch"),
        ({"languages": ["de"]}, "in German", ""),
        ({"languages": ["uk"]}, "in Ukrainian", "Sprache: Ukrainisch"),
        ({"languages": ["qqx"]}, "in qqx", "Sprache: qqx"),
        (
            {"publisher": "Reuters", "published_on": "2026-01-06", "locator": "p. 3"},
            "Reuters · 6 January 2026 · p. 3",
            '<bdi lang="en">Reuters</bdi> · 6. Januar 2026 · Sprache: Englisch · p. 3',
        ),
        (
            {"languages": ["de"], "publisher": "FAZ", "published_on": "2026-01~"},
            '<bdi lang="de">FAZ</bdi> · about January 2026 · in German',
            "FAZ · um Januar 2026",
        ),
        ({"published_on": "some day"}, "some day", "some day · Sprache: Englisch"),
        ({"locator": "<b>§ 3"}, "&lt;b&gt;§ 3", "Sprache: Englisch · &lt;b&gt;§ 3"),
    ],
)
def test_what_is_said_of_a_source(fields, english, german):
    assert source(**fields).about == english
    with override("de"):
        assert source(**fields).about == german


def test_texts_of_a_source_are_in_its_language_and_notes_in_the_readers():
    found = source(title="Bericht", quote="„Ja“", languages=["de"], note={"en": "Yes", "de": "Ja"})

    assert (found.title, found.quote, found.note) == (
        *('<bdi lang="de">Bericht</bdi>', '<bdi lang="de">„Ja“</bdi>', "Yes"),
    )


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://e.org/a?b=1&c=2#d", "https://e.org/a?b=1&c=2#d"),
        ("http://e.org", "http://e.org"),
        ("HTTPS://e.org", "HTTPS://e.org"),
        (None, ""),
        ("", ""),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("JaVaScRiPt://e.org/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://e.org/a", ""),
        ("file:///etc/passwd", ""),
        ("//e.org/a", ""),
        ("/a", ""),
        ("e.org", ""),
        ("https:///a", ""),
        ("https://[e.org", ""),
    ],
)
@pytest.mark.parametrize("name", ["url", "archive_url"])
def test_only_addresses_of_the_web_are_links(name, address, link):
    found = source(**{name: address})

    assert getattr(found, name) == link
    assert [found.url, found.archive_url].count("") == (1 if link else 2)


def test_sources_are_numbered_and_say_whether_they_contradict(record, read):
    event = record.development("event", publish=False)
    record.cite(event, "denial", stance="contradicts", note_en="Denied", locator="0:31")
    publishing.publish(event)

    found = sources(read("event"))

    assert [(s.number, s.anchor, s.slug, s.contradicts) for s in found] == [
        (1, "source-1", "report", False),
        (2, "source-2", "denial", True),
    ]
    assert [(s.note, s.about) for s in found] == [
        ("", "6 January 2026 · in German"),
        ("Denied", "6 January 2026 · in German · 0:31"),
    ]


def test_a_source_as_the_desk_has_it(record, read):
    Source.objects.create(
        slug="report",
        title="كلمة",
        language="ar",
        url="https://e.org/1",
        archive_url="https://archive.example/1",
    )
    record.development("event")

    [found] = sources(read("event"))

    assert (found.title, found.about) == ('<bdi lang="ar">كلمة</bdi>', "in Arabic")
    assert (found.url, found.archive_url) == ("https://e.org/1", "https://archive.example/1")


def test_a_quote_says_its_language_where_that_is_not_the_reader_s():
    ours = source(quote="So be it.")
    foreign = source(quote="Хай буде так.", quote_language="uk")
    arabic = source(quote="ليكن", languages=["de"], quote_language="ar")

    assert ours.quote == "So be it."
    assert foreign.quote == '<bdi lang="uk">Хай буде так.</bdi>'
    assert arabic.quote == '<bdi lang="ar">ليكن</bdi>'
    assert source(quote="So sei es.", languages=["de"]).quote == '<bdi lang="de">So sei es.</bdi>'


@pytest.mark.parametrize(
    ("fields", "known"),
    [
        ({}, []),
        ({"doi": "10.1000/182"}, [("DOI", "10.1000/182", "https://doi.org/10.1000/182")]),
        (
            {"doi": "10.1002/(SICI)1:4<1::AID>3.0;2-O#?"},
            [
                (
                    "DOI",
                    "10.1002/(SICI)1:4<1::AID>3.0;2-O#?",
                    "https://doi.org/10.1002/(SICI)1:4%3C1::AID%3E3.0;2-O%23%3F",
                )
            ],
        ),
        (
            {"isbn": "978-3-16-148410-0", "urn": "urn:lex:eu:1"},
            [("ISBN", "978-3-16-148410-0", ""), ("URN", "urn:lex:eu:1", "")],
        ),
        (
            {"urn": "urn:nbn:de:1"},
            [("URN", "urn:nbn:de:1", "https://nbn-resolving.org/urn:nbn:de:1")],
        ),
    ],
)
def test_what_a_source_is_known_by_is_linked_where_one_place_knows_it(fields, known):
    found = source(**fields).identifiers
    assert [(one.label, one.value, one.url) for one in found] == known


@pytest.mark.parametrize(
    ("fields", "english", "german"),
    [
        (
            {"authors": ["Ada", "<b>"], "access": "paywall"},
            "Ada · &lt;b&gt; · Behind a paywall",
            "Ada · &lt;b&gt; · Sprache: Englisch · Hinter einer Bezahlschranke",
        ),
        (
            {"languages": ["en", "uk", "de"]},
            "in English, Ukrainian and German",
            "Sprachen: Englisch, Ukrainisch und Deutsch",
        ),
    ],
)
def test_authors_access_and_all_languages_are_said(fields, english, german):
    assert source(**fields).about == english
    with override("de"):
        assert source(**fields).about == german
