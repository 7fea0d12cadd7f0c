"""A file that is loaded again: what differs is updated, and all else is left alone."""

import pytest
from django.utils import translation

from events import desk, importing, publishing
from events.importing import LoadError
from events.models import Entry, Figure, Participation, Summit, Topic, Version
from tests.importing.loading.outcome import File, changes, everything

pytestmark = pytest.mark.django_db


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
        ("role: lead, since: 2024,", "role: lead, since: 2023,", "actors: league"),
        ("      - {actor: finland, source: gazette}\n", "", "actors: league"),
        ("status: held", "status: planned", "summits: oslo-2"),
        ("    follows: oslo-1\n", "", "summits: oslo-2"),
        ("    topics: [truce]\n    actors:\n", "    actors:\n", "summits: oslo-2"),
        ("{actor: ola, status: attended}", "{actor: ola, status: absent}", "summits: oslo-2"),
        ("      - {actor: ola, status: attended}\n", "", "summits: oslo-2"),
        ("zone: Europe/Oslo", "zone: Europe/Paris", "summits: oslo-2"),
        ("      - {date: 2025-03-20,", "      - {date: 2025-03-21,", "summits: oslo-2"),
        ("[land, sea]", "[land, air]", "commitments: patrol"),
        ("value: 500\n", "value: 501\n", "commitments: patrol"),
        ("stage: announced", "stage: signed", "commitments: patrol"),
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
    importing.load(file(("    status: held\n", ""), ("    level: ministers\n", "")))
    oslo = Summit.objects.get(slug="oslo-2")
    assert (oslo.status, oslo.level) == ("planned", "")


def test_records_that_the_file_does_not_name_stay(file: File) -> None:
    importing.load(file())
    before = everything()
    written = importing.load(file(text="topics:\n  peace:\n    name: {en: Peace, de: Frieden}\n"))
    assert changes(written) == (["topics: peace"], [])
    desk.delete(Topic.objects.get(slug="peace"))
    after = everything()
    assert [line["slug"] for line in after.pop("events.AuditLine")][-1] == "peace"
    assert [text["kind"] for text in after.pop("events.Snapshot")][-1] == "topic"
    before.pop("events.AuditLine")
    before.pop("events.Snapshot")
    assert after == before


def test_two_actors_can_change_places(file: File) -> None:
    importing.load(file())
    first = "      - {actor: norway, role: host, status: attended}\n"
    second = "      - {actor: ola, status: attended}\n"
    importing.load(file((first + second, second + first)))
    parts = Participation.objects.filter(entry__slug="oslo-2")
    assert [part.actor.slug for part in parts] == ["ola", "norway"]


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
