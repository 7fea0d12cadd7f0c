"""The source of a statement in one line."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils.translation import override

from events import public, publishing
from events.models import Source
from events.presenting.parts import source_lines
from events.presenting.wording import Links, Term
from tests.record import Record

pytestmark = pytest.mark.django_db
record = Record()
STATED = Term("stated", "stated by the actor", "stated", "“")


def source(slug, **fields):
    defaults = {"title": f"Report {slug}", "language": "en", "published_on": "2026-01-06"}
    return Source.objects.create(slug=slug, **defaults | fields)


def html_of(*citations, basis=None, language="en"):
    """The lines of an entry with these citations: the slug of a source, and fields."""
    entry = record.development("event", source=None, publish=False)
    for slug, fields in citations:
        record.cite(entry, slug, **fields)
    publishing.publish(entry)
    document = public.entry("event").document
    with override(language):
        return source_lines(document, basis, Links(date(2026, 2, 1)))


def lines(*citations, **options):
    html = html_of(*citations, **options)
    found = re.findall(r'<p class="(source-line.*?)">(.*?)</p>', html)
    return [(kind, unescape(re.sub(r"<[^>]+>", "", said))) for kind, said in found]


def test_it_says_basis_words_publisher_day_and_where_a_copy_is():
    source("wire", publisher="Reuters", url="https://example.org/w", archive_url="https://a.org/w")
    quoted = ("wire", {"quote": "no troops in Ukraine", "quote_language": "fr"})

    [(kind, said)] = lines(quoted, basis=STATED)
    parts = ["“ stated by the actor", "no troops in Ukraine", "Reuters, 6 January 2026"]
    assert (kind, said) == ("source-line", " · ".join([*parts, "archived copy"]))


def test_the_quote_is_in_its_language_and_links_lead_to_it():
    source("wire", publisher="Reuters", url="https://example.org/w", archive_url="https://a.org/w")
    html = html_of(("wire", {"quote": "pas de troupes, jamais", "quote_language": "fr"}))

    assert '<q dir="auto"><bdi lang="fr">pas de troupes, jamais</bdi></q>' in html
    fragment = "#:~:text=pas%20de%20troupes%2C%20jamais"
    assert f'<a href="https://example.org/w{fragment}" rel="noopener nofollow external">' in html
    assert f'<a href="https://a.org/w{fragment}"' in html


def test_what_is_not_known_is_said_and_leads_to_the_page_of_the_source():
    source("leaflet", published_on="")

    [(_kind, said)] = lines(("leaflet", {}))
    lacks = "no publisher given, no address or archived copy, no quote on record"
    assert said == f"Report leaflet, no date given · {lacks}"
    with override("de"):
        html = source_lines(public.entry("event").document, None, Links(date(2026, 2, 1)))
    assert 'href="/de/sources/leaflet/">' in html
    assert 'rel="' not in html
    assert "kein Datum genannt" in html
    assert "kein Herausgeber genannt, keine Adresse, keine Archivkopie, kein Zitat" in html


def test_of_several_the_one_that_is_quoted_is_shown_and_the_others_are_counted():
    source("first", publisher="First")
    source("second", publisher="Second")
    source("third", publisher="Third")
    html = html_of(("first", {}), ("second", {"quote": "in so many words"}), ("third", {}))

    assert "Second</bdi></a>" in html or "Second</a>" in html
    assert '<a href="/en/entries/event/#sources">2 more sources</a>' in html


def test_one_that_was_retracted_gives_way_to_one_that_was_not():
    source("false", publisher="False", state="retracted")
    source("true", publisher="True")

    assert "True, " in lines(("false", {"quote": "in so many words"}), ("true", {}))[0][1]


def test_what_contradicts_has_a_line_of_its_own():
    source("for", publisher="Herald")
    source("against", publisher="Tribune")
    against = ("against", {"stance": "contradicts", "note_en": "The office denies it"})

    first, second = lines(("for", {}), against)
    assert first[0] == "source-line"
    assert second[0] == "source-line against"
    assert second[1].startswith("Contradicted · The office denies it · Tribune, 6 January 2026")


def test_a_long_quote_is_cut():
    source("wire")
    [(_kind, said)] = lines(("wire", {"quote": " ".join(["word"] * 40)}))

    assert f"{' '.join(['word'] * 25)} … ·" in said


def test_nothing_of_it_is_markup():
    source("evil", publisher='<b>"x"</b>', url="javascript:alert(1)")
    html = html_of(("evil", {"quote": "<script>alert(1)</script>"}))

    assert "<script>" not in html
    assert "<b>" not in html
    assert "javascript:" not in html
