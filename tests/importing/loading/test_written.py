"""From a file to the desk: what its records say stands there."""

from decimal import Decimal

import pytest
from django.utils import translation

from events import importing
from events.models import (
    Actor,
    Citation,
    Commitment,
    FormerName,
    Measure,
    Membership,
    Office,
    Position,
    Process,
    Question,
    Source,
    StatusChange,
    Summit,
)
from tests.importing.loading.outcome import File, everything

pytestmark = pytest.mark.django_db


def test_everything_of_the_file_stands_on_the_desk(file: File) -> None:
    written = importing.load(file())
    assert len(written.created) == 14
    assert (written.updated, written.unchanged) == ([], [])
    assert [entry.slug for entry in written.entries] == [
        *("oslo-1", "oslo-2", "patrol", "finland-on-truce", "rain", "when"),
    ]

    assert Process.objects.get().name_de == "Gespräche"
    assert Measure.objects.get().name_en == "soldiers"
    source = Source.objects.get()
    assert (source.title, source.publisher, source.url) == ("The Gazette", "", "")
    assert source.published_on == "2025-12"
    assert Actor.objects.get(slug="norway").country == "NO"
    assert Actor.objects.get(slug="ola").represents.slug == "norway"
    assert list(
        Office.objects.values_list("title_de", "represents__slug", "since", "until", "source__slug")
    ) == [
        ("Gesandte", "league", "2020-02", "2030", "gazette"),
        ("Sprecherin", None, "", "", "gazette"),
    ]
    former = FormerName.objects.values_list("actor__slug", "name_en", "until", "source__slug")
    assert list(former) == [("finland", "Grand Duchy", "1917-12-05", "gazette")]
    assert list(Membership.objects.values_list("body__slug", "actor__slug", "role", "since")) == [
        ("league", "norway", "lead", "2024"),
        ("league", "finland", "member", ""),
    ]
    league = Actor.objects.get(slug="league")
    assert (league.since, league.until, league.until_source.slug) == (
        *("1920-01-10", "2046-04-18", "gazette"),
    )
    assert list(league.successors.values_list("actor__slug", "date", "source__slug")) == [
        ("norway", "2046-04-19", "gazette")
    ]
    assert list(league.aliases.values_list("text", "language", "kind")) == [
        ("LN", "", "spelling"),
        ("Ліга", "uk", "script"),
    ]
    assert list(league.identifiers.values_list("scheme", "value", "url")) == [
        ("wikidata", "Q38130", ""),
        ("other", "L 1", "https://example.org/league"),
    ]

    oslo = Summit.objects.get(slug="oslo-2")
    assert (oslo.status, oslo.format.slug, oslo.level, oslo.mode) == (
        *("held", "summit", "ministers", "hybrid"),
    )
    assert (oslo.follows.slug, oslo.date) == ("oslo-1", "2025-04")
    assert (oslo.title_en, oslo.title_de) == ("Oslo again", "Wieder Oslo")
    [place] = oslo.places.all()
    assert (place.name_en, place.name_de, place.country, place.zone) == (
        *("Oslo", "Oslo", "NO", "Europe/Oslo"),
    )
    [earlier] = oslo.earlier_dates.all()
    assert (earlier.date, earlier.moved_on, earlier.source.slug, earlier.note_de) == (
        *("2025-03-20", "2025-03-10", "gazette", "Sturm"),
    )
    assert list(oslo.topics.values_list("slug", flat=True)) == ["truce"]
    assert list(oslo.participations.values_list("actor__slug", "role", "status", "order")) == [
        ("norway", "host", "attended", 0),
        ("ola", "participant", "attended", 1),
    ]

    patrol = Commitment.objects.get()
    assert [domain.slug for domain in patrol.domains.all()] == ["land", "sea"]
    assert (patrol.firmness, patrol.status) == ("announced", "under-way")
    assert patrol.made_at == oslo
    assert list(patrol.figures.values_list("value", "low", "high", "qualifier")) == [
        (Decimal(500), None, None, "about"),
        (None, Decimal(300), Decimal("900.5"), "exactly"),
    ]
    assert list(patrol.roll_call.values_list("actor__slug", "stage", "date", "value")) == [
        ("norway", "announced", "2025-04", Decimal(200)),
        ("finland", "", "", None),
    ]
    assert StatusChange.objects.get().locator == "p. 2"
    assert Citation.objects.get(entry=patrol).note_de == "Erste Seite"
    assert Position.objects.get().stance == "supports"
    assert Question.objects.get().answered_by.slug == "oslo-2"


def test_a_text_in_one_language_is_not_copied_into_the_other(file: File) -> None:
    for language in ("en", "de"):
        with translation.override(language):
            importing.load(file(("{en: Talks, de: Gespräche}", "{de: Gespräche}")))
        assert (Process.objects.get().name_en, Process.objects.get().name_de) == (None, "Gespräche")


def test_a_file_can_name_what_is_on_the_desk(file: File) -> None:
    importing.load(file())
    importing.load(
        file(
            text="""\
summits:
  oslo-3:
    process: talks
    title: {en: Third, de: Drittes}
    date: 2025-06
    follows: oslo-2
    actors: [norway]
    sources: [gazette]
"""
        )
    )
    assert Summit.objects.get(slug="oslo-3").follows.slug == "oslo-2"


def test_nothing_is_kept_on_request(file: File) -> None:
    before = everything()
    assert len(importing.load(file(), keep=False).created) == 14
    assert everything() == before
