"""From a file to the desk: created, updated, left alone; and every mistake told with its line."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError
from django.utils import translation

from events import importing, publishing
from events.desk import records
from events.importing import LoadError
from events.models import (
    Actor,
    Citation,
    Commitment,
    Entry,
    Figure,
    Measure,
    Membership,
    Participation,
    Position,
    Process,
    Question,
    Source,
    StatusChange,
    Summit,
    Topic,
    Version,
)

pytestmark = pytest.mark.django_db

File = Callable[..., Path]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours, with keys and times."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_app_config("events").get_models()
    }


def problems_of(path: Path) -> list[str]:
    before = everything()
    with pytest.raises(LoadError) as raised:
        importing.load(path)
    assert everything() == before
    return [str(problem).split(": ", 1)[1] for problem in raised.value.problems]


def changes(written: records.Written) -> tuple[list[str], list[str]]:
    created, updated = (
        [": ".join(map(str, place)) for place in places]
        for places in (written.created, written.updated)
    )
    return created, updated


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
    assert source.published_on == "2025-03"
    assert Actor.objects.get(slug="norway").country == "NO"
    assert Actor.objects.get(slug="ola").represents.slug == "norway"
    assert list(
        Membership.objects.values_list("coalition__slug", "actor__slug", "role", "since")
    ) == [
        ("league", "norway", "lead", "2024"),
        ("league", "finland", "member", ""),
    ]

    oslo = Summit.objects.get(slug="oslo-2")
    assert (oslo.status, oslo.format, oslo.place_country) == ("held", "summit", "NO")
    assert (oslo.follows.slug, oslo.date) == ("oslo-1", "2025-04")
    assert (oslo.title_en, oslo.title_de, oslo.place_en) == ("Oslo again", "Wieder Oslo", "Oslo")
    assert list(oslo.topics.values_list("slug", flat=True)) == ["truce"]
    assert list(oslo.participations.values_list("actor__slug", "role", "status", "order")) == [
        ("norway", "host", "attended", 0),
        ("ola", "participant", "attended", 1),
    ]

    patrol = Commitment.objects.get()
    assert (patrol.domains, patrol.firmness, patrol.status) == (
        ["land", "sea"],
        "announced",
        "under-way",
    )
    assert patrol.made_at == oslo
    assert list(patrol.figures.values_list("value", "low", "high", "qualifier")) == [
        (Decimal(500), None, None, "about"),
        (None, Decimal(300), Decimal("900.5"), "exactly"),
    ]
    assert list(patrol.contributions.values_list("actor__slug", "amount", "confirmed")) == [
        ("norway", Decimal(200), True),
        ("finland", None, False),
    ]
    assert StatusChange.objects.get().locator == "p. 2"
    assert Citation.objects.get(entry=patrol).note_de == "Erste Seite"
    assert Position.objects.get().stance == "supports"
    assert Question.objects.get().answered_by.slug == "oslo-2"


def test_loading_again_changes_nothing(file: File) -> None:
    importing.load(file())
    before = everything()
    written = importing.load(file())
    assert changes(written) == ([], [])
    assert len(written.unchanged) == 14
    assert everything() == before


def test_loading_again_in_another_language_changes_nothing(file: File) -> None:
    importing.load(file())
    before = everything()
    with translation.override("de"):
        assert changes(importing.load(file())) == ([], [])
    assert everything() == before


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("{en: Talks, de: Gespräche}", "{en: The talks, de: Gespräche}", "processes: talks"),
        ("{en: Talks, de: Gespräche}", "{en: Talks}", "processes: talks"),
        ("role: lead, since: 2024}", "role: lead, since: 2023}", "actors: league"),
        ("      - finland\n  norway:", "  norway:", "actors: league"),
        ("status: held", "status: planned", "summits: oslo-2"),
        ("    follows: oslo-1\n", "", "summits: oslo-2"),
        ("    topics: [truce]\n    actors:\n", "    actors:\n", "summits: oslo-2"),
        ("{actor: ola, status: attended}", "{actor: ola, status: absent}", "summits: oslo-2"),
        ("      - {actor: ola, status: attended}\n", "", "summits: oslo-2"),
        ("[land, sea]", "[land, air]", "commitments: patrol"),
        ("value: 500\n", "value: 501\n", "commitments: patrol"),
        ("confirmed: true", "confirmed: false", "commitments: patrol"),
        ("date: 2025-05,", "date: 2025-06,", "commitments: patrol"),
        ("de: Erste Seite", "de: Seite 1", "commitments: patrol"),
        ("    answered_by: oslo-2\n", "", "questions: when"),
    ],
)
def test_a_record_that_differs_is_updated_and_no_other(
    file: File, old: str, new: str, place: str
) -> None:
    importing.load(file())
    edited = dict(Entry.objects.values_list("slug", "edited_at"))
    written = importing.load(file((old, new)))
    assert changes(written) == ([], [place])
    touched = {
        slug
        for slug, edited_at in Entry.objects.values_list("slug", "edited_at")
        if edited_at != edited[slug]
    }
    assert touched == {place.split(": ")[1]} & edited.keys()
    # And back again.
    assert changes(importing.load(file())) == ([], [place])
    assert changes(importing.load(file())) == ([], [])


def test_what_the_file_leaves_out_is_empty_afterwards(file: File) -> None:
    importing.load(file())
    importing.load(file(("    status: held\n    place: {en: Oslo, de: Oslo}\n", "")))
    oslo = Summit.objects.get(slug="oslo-2")
    assert (oslo.status, oslo.place_en, oslo.place_de) == ("planned", None, None)


def test_a_text_in_one_language_is_not_copied_into_the_other(file: File) -> None:
    for language in ("en", "de"):
        with translation.override(language):
            importing.load(file(("{en: Talks, de: Gespräche}", "{de: Gespräche}")))
        assert (Process.objects.get().name_en, Process.objects.get().name_de) == (None, "Gespräche")


def test_records_that_the_file_does_not_name_stay(file: File) -> None:
    importing.load(file())
    before = everything()
    written = importing.load(file(text="topics:\n  peace:\n    name: {en: Peace, de: Frieden}\n"))
    assert changes(written) == (["topics: peace"], [])
    Topic.objects.get(slug="peace").delete()
    after = everything()
    assert [line["slug"] for line in after.pop("events.AuditLine")][-1] == "peace"
    before.pop("events.AuditLine")
    assert after == before


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


def test_two_actors_can_change_places(file: File) -> None:
    importing.load(file())
    first = "      - {actor: norway, role: host, status: attended}\n"
    second = "      - {actor: ola, status: attended}\n"
    importing.load(file((first + second, second + first)))
    parts = Participation.objects.filter(entry__slug="oslo-2")
    assert [part.actor.slug for part in parts] == ["ola", "norway"]


def test_nothing_is_kept_on_request(file: File) -> None:
    before = everything()
    assert len(importing.load(file(), keep=False).created) == 14
    assert everything() == before


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("date: 2025-04\n    status", "date: soon\n    status", "summits: oslo-2: date: "),
        (
            "date: 2025-04\n    status",
            "status",
            "summits: oslo-2: date: This field cannot be blank.",
        ),
        (
            "status: held",
            "status: over",
            "summits: oslo-2: status: Value 'over' is not a valid choice.",
        ),
        ("place_country: NO", "place_country: no", "summits: oslo-2: place_country: Two capital"),
        (
            "follows: oslo-1",
            "follows: oslo-3",
            "summits: oslo-2: follows: There is no “oslo-3” among",
        ),
        (
            "follows: oslo-1",
            "follows: rain",
            "summits: oslo-2: follows: There is no “rain” among",
        ),
        (
            "follows: oslo-1",
            "follows: oslo-2",
            "summits: oslo-2: follows: This goes round in a circle",
        ),
        (
            "actors: [finland]",
            "actors: [finnland]",
            "among the actors, here or on the desk. Did you mean “finland”?",
        ),
        (
            "actors: [finland]",
            "actors: [finland, finland]",
            "actors 2: This actor has this role already.",
        ),
        (
            "actors: [finland]",
            "actors: [{actor: finland, role: host}]",
            "actors 1: role: An entry of",
        ),
        (
            "actors: [finland]",
            "actors: [{role: holder}]",
            "actors 1: actor: This field cannot be null.",
        ),
        (
            "actors: [finland]",
            "actors: [{actor: finland, status: absent}]",
            "actors 1: status: Only a",
        ),
        ("    stance: supports\n", "", "positions: finland-on-truce: stance: This field cannot be"),
        ("{en: Finland is for it, de: Finnland ist dafür}", "{}", "title: This text is missing."),
        ("    title: {en: It rained, de: Es regnete}\n", "", "rain: title: This text is missing."),
        (
            "en: It rained",
            f"en: {'x' * 201}",
            "developments: rain: title: en: Ensure this value has at",
        ),
        ("amount: 200,", "amount: -200,", "patrol: contributions 1: amount: Ensure this value is"),
        (
            "amount: 200,",
            "amount: many,",
            "patrol: contributions 1: amount: “many” value must be a",
        ),
        ("value: 500\n", "value: NaN\n", "patrol: figures 1: value: "),
        ("value: 500\n", "value: 1e999999999\n", "patrol: figures 1: value: "),
        ("low: 300,", "low: 1000,", "patrol: figures 2: The value lies between"),
        (
            "- {measure: soldiers, low: 300, high: 900.5}",
            "- {measure: soldiers}",
            "figures 2: A figure",
        ),
        (
            "domains: [land, sea]",
            "domains: [land, space]",
            "patrol: domains: A list of domains from:",
        ),
        ("country: FI", "country: NO", "actors: finland: Another actor has this country code."),
        (
            "    represents: norway\n",
            "    represents: ola\n",
            "actors: ola: represents: This goes round",
        ),
        ("  gazette:\n", "  ga zette:\n", "sources: ga zette: slug: Enter a valid “slug”"),
        ("    language: en\n", "", "sources: gazette: language: This field cannot be blank."),
        (
            "role: lead, since: 2024",
            "role: boss, since: 2024",
            "league: members 1: role: Value 'boss'",
        ),
        (
            "      - finland\n  norway:",
            "      - league\n  norway:",
            "league: members 2: actor: A coalition",
        ),
        ("date: 2025-05,", "date: then,", "commitments: patrol: history 1: date: "),
    ],
)
def test_a_mistake_is_told_with_its_place(file: File, old: str, new: str, problem: str) -> None:
    told = problems_of(file((old, new)))
    assert [text for text in told if problem in text], told


def test_a_mistake_is_told_once(file: File) -> None:
    """Not again for everything that names the record with the mistake."""
    assert problems_of(file(("    country: NO\n", ""))) == [
        "actors: norway: A country needs its two-letter code; other actors have none."
    ]
    assert problems_of(file(("    language: en\n", ""))) == [
        "sources: gazette: language: This field cannot be blank."
    ]
    assert len(problems_of(file(("date: 2025-04\n    status", "date: soon\n    status")))) == 1


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(file: File) -> None:
    told = problems_of(
        file(
            ("{en: Talks, de: Gespräche}", "Talks"),
            ("    country: FI\n", ""),
            ("status: held", "status: over"),
            ("follows: oslo-1", "folows: oslo-1"),
            ("value: 500\n", "value: many\n"),
            ("actors: [finland]", "actors: [finnland, {actor: norway, role: host}]"),
            ("    stance: supports\n", ""),
        )
    )
    assert [": ".join(text.split(": ")[:3]) for text in told] == [
        "processes: talks: name",
        "actors: finland: A country needs its two-letter code; other actors have none.",
        "summits: oslo-2: status",
        "summits: oslo-2: folows",
        "commitments: patrol: figures 1",
        "positions: finland-on-truce: stance",
        "positions: finland-on-truce: actors 1",
        "positions: finland-on-truce: actors 2",
    ]


def test_a_mistake_in_a_file_that_is_loaded_again_leaves_the_first_state(file: File) -> None:
    importing.load(file())
    told = problems_of(file(("status: held", "status: over"), ("value: 500", "value: 5")))
    assert len(told) == 1


def test_what_validation_misses_is_no_traceback(
    file: File, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise DatabaseError("disk I/O error\nat page 3")

    monkeypatch.setattr(records, "write", refuse)
    with pytest.raises(LoadError, match="refused it: disk I/O error at page 3"):
        importing.load(file())


def test_a_kind_cannot_change_under_the_same_short_name(file: File) -> None:
    importing.load(file())
    [told] = problems_of(
        file(
            text="""\
developments:
  patrol:
    process: talks
    title: {en: Patrol, de: Patrouille}
    date: 2025-04
"""
        )
    )
    assert told.startswith("developments: patrol: slug: ")
    assert "already exists" in told


def test_what_is_renamed_is_renamed_for_readers_too(file: File) -> None:
    for _entry, problems in importing.publish(importing.load(file()).entries):
        assert problems == []
    versions = Version.objects.count()
    importing.load(file(("{en: Norway, de: Norwegen}", "{en: Norge, de: Norwegen}")))
    standing = publishing.standing(Summit.objects.get(slug="oslo-2"))
    assert '"en":"Norge"' in standing.document
    assert Version.objects.count() > versions
    # Undone where the file has a mistake.
    with pytest.raises(LoadError):
        importing.load(file(("{en: Norway, de: Norwegen}", "{en: N, de: N}"), ("held", "over")))
    assert publishing.standing(standing.entry) == standing


def test_another_figure_can_be_preferred(file: File) -> None:
    """Only one at a time is allowed, so rows have to be deleted before others are added."""
    importing.load(file())
    chosen = "        preferred: true\n        reason: {en: Newer, de: Neuer}\n"
    other = "low: 300, high: 900.5"
    importing.load(file((chosen, ""), (other, f"{other}, preferred: true, reason: {{en: Wider}}")))
    assert list(Figure.objects.values_list("preferred", "reason_en", "reason_de")) == [
        (False, None, None),
        (True, "Wider", None),
    ]
