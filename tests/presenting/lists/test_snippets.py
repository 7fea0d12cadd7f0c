import re

import pytest
from django.utils.translation import override

from events import publishing, words
from events.documents.indexing import text_words
from events.presenting.lists.snippets import Snippet, hit

LONG = "The delegations talked for hours about many things. " * 8


@pytest.fixture
def show(read, links):
    def show(slug, q, language="en"):
        with override(language):
            return hit(read(slug), list(dict.fromkeys(words.words(q))), links)

    return show


def said(found):
    return [(snippet.label, str(snippet.html)) for snippet in found.snippets]


def test_words_in_the_title_are_marked_and_need_no_snippet(record, show):
    record.development("event", title_en="Troops & tanks", summary_en="About troops.")

    found = show("event", "troops")

    assert found.title == "<mark>Troops</mark> &amp; tanks"
    assert found.snippets == []
    assert found.item.excerpt == "About troops."


def test_a_snippet_shows_the_words_around(record, show):
    record.development("event", summary_en=f"{LONG}At last **Kyiv** agreed. {LONG}")

    [(label, html)] = said(show("event", "kyiv"))

    assert label == ""
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert "At last <mark>Kyiv</mark> agreed." in html
    assert len(html) < 300


def test_a_short_text_is_shown_whole(record, show):
    record.development("event", summary_en="Kyiv agreed.\n\n* So did Paris")

    assert said(show("event", "kyiv paris")) == [
        ("", "<mark>Kyiv</mark> agreed. So did <mark>Paris</mark>")
    ]


def test_each_word_is_shown_wherever_it_is(record, show):
    record.person("merz", represents="germany")
    event = record.development("event", actors=["merz"], summary_en="Kyiv.", publish=False)
    record.cite(event, "paper", quote="Wir üben.")
    publishing.publish(event)

    assert said(show("event", "title kyiv merz ueben")) == [
        ("", "<mark>Kyiv</mark>."),
        ("Named", "<mark>Merz</mark>"),
        ("Quote", '<bdi lang="de">Wir <mark>üben</mark>.</bdi>'),
    ]


def test_the_readers_language_comes_first(record, show):
    record.development("event", summary_en="The plan for Kyiv.", summary_de="Der Plan für Kyiv.")

    assert said(show("event", "plan")) == [("", "The <mark>plan</mark> for Kyiv.")]
    assert said(show("event", "plan", "de")) == [("", "Der <mark>Plan</mark> für Kyiv.")]


def test_what_is_in_the_other_language_only_says_so(record, show):
    record.development("event", summary_en="The plan.", summary_de="Der Truppeneinsatz <b>.")

    [snippet] = show("event", "einsatz").snippets

    assert snippet == Snippet(
        "", '<bdi lang="de">Der Truppen<mark>einsatz</mark> &lt;b&gt;.</bdi>', "de"
    )


def test_the_other_title_is_shown_where_it_has_the_word(record, show):
    record.development("event", title_en="Exercise", title_de="Eine Übung")

    found = show("event", "uebung")

    assert found.title == "Exercise"
    assert said(found) == [("Title", '<bdi lang="de">Eine <mark>Übung</mark></bdi>')]


def test_a_title_that_falls_back_says_its_language(record, show):
    record.development("event", title_en="Only English", title_de="")

    assert show("event", "english", "de").title == (
        '<bdi lang="en">Only <mark>English</mark></bdi>'
    )


def test_a_snippet_does_no_harm(record, show):
    attack = 'kyiv <script>alert(1)</script> "><img src=x> [a](javascript:kyiv)'
    record.development("event", title_en=attack, summary_en=attack, actors=["<kyiv>"])

    found = show("event", "kyiv javascript")

    html = " ".join([found.title, *(snippet.html for snippet in found.snippets)])
    assert set(_tags(html)) == {"mark"}


def _tags(html):
    return re.findall(r"<(\w+)", html)


@pytest.mark.parametrize(
    ("q", "label"),
    [
        ("speakerword", "Speaker"),
        ("conditionword", "Condition"),
        ("placeword", "Place"),
        ("reasonword", "Figure"),
        ("measureword", "Figure"),
        ("contributionword", "Roll call"),
        ("historyword", "Status"),
        ("noteword", "Note"),
        ("reportword", "Source"),
        ("topicword", "Topic"),
        ("processword", "Process"),
        ("january", "Date"),
    ],
)
def test_whatever_a_search_finds_can_be_shown(record, read, show, q, label):
    """One entry of each kind that has something of its own; the index says which has the word."""
    record.position("stand", attribution_en="speakerword")
    record.summit("paris", place_en="placeword", topics=["topicword"])
    promise = record.commitment(
        "promise", condition_en="conditionword", process="processword", publish=False
    )
    record.figure(promise, "measureword", 3, preferred=True, reason_en="reasonword")
    record.called(promise, "france", note_en="contributionword")
    record.status(promise, "under-way", "2026-01", note_en="historyword")
    promise.citations.update(note_en="noteword")
    record.cite(promise, "reportword")
    promise.figures.update(source=record.source("report"))
    publishing.publish(promise)
    documents = {slug: read(slug) for slug in ("stand", "paris", "promise")}
    having = [slug for slug, document in documents.items() if q in text_words(document)]

    assert having
    for slug in having:
        assert label in [snippet.label for snippet in show(slug, q).snippets]


def test_snippets_are_few(record, show):
    record.development("event", actors=["alpha", "beta"], topics=["gamma"], summary_en="delta")

    found = show("event", "delta alpha gamma report peace")

    assert len(found.snippets) == 3
