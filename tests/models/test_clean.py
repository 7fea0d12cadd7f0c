"""What the forms refuse with a message, and the message."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation

from events.models import Membership, Participation, Source, Summit
from tests.record import Record

pytestmark = pytest.mark.django_db

record = Record()


def complaints(instance: models.Model) -> dict[str, list[str]]:
    try:
        instance.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_a_whole_entry_has_no_complaints() -> None:
    for entry in (
        record.summit(publish=False),
        record.commitment(publish=False),
        record.position(publish=False),
        record.development(publish=False),
        record.question(publish=False),
    ):
        assert complaints(entry) == {}


@pytest.mark.parametrize("text", ["a\0b", "a\x07b", "\x1b[31m", "\x85"])
def test_control_characters_are_named(text: str) -> None:
    entry = record.development(publish=False)
    entry.title_de = text
    character = next(c for c in text if not c.isprintable())
    assert complaints(entry)["title_de"][-1] == (
        f"The character U+{ord(character):04X} cannot be part of a text. Please remove it."
    )


@pytest.mark.parametrize(
    "text", ["مؤتمر باريس", "\u200fשלום\u200e", "🕊️ 🇺🇦", "two\nlines\tand more"]
)
def test_every_script_and_emoji_is_welcome(text: str) -> None:
    entry = record.development(publish=False)
    entry.summary_en = text
    assert complaints(entry) == {}


def test_dates_are_explained_in_the_language_of_the_desk() -> None:
    entry = record.development(publish=False)
    entry.date = "2025-13"
    [english] = complaints(entry)["date"]
    with translation.override("de"):
        [german] = complaints(entry)["date"]
    assert "13" in english
    assert "13" in german
    assert english != german


def test_dates_are_kept_in_their_one_spelling() -> None:
    entry = record.development(date=" 2025-12-15~ ", publish=False)
    entry.full_clean()
    assert entry.date == "2025-12-15~"


def test_persons_represent_others() -> None:
    france = record.actor("france")
    person = record.person("minister", represents="france")
    person.represents = person
    assert "represents" in complaints(person)
    other = record.person("deputy")
    other.represents = person
    assert complaints(other)["represents"] == ["A person represents a country or an organisation."]
    france.kind, france.country = "person", ""
    assert complaints(france)["kind"] == [
        "Other persons represent this actor, so it cannot be a person."
    ]


def test_coalitions_do_not_run_in_circles() -> None:
    inner = record.coalition("inner", france="member")
    outer = record.coalition("outer", inner="member")
    circle = Membership(body=inner, actor=outer, role="member")
    assert complaints(circle)["actor"] == ["Outer has Inner among its members already."]
    itself = Membership(body=inner, actor=inner, role="member")
    assert complaints(itself)["actor"] == ["An actor cannot be a member of itself."]
    wrong = Membership(body=record.actor("france"), actor=record.actor("germany"))
    assert complaints(wrong)["__all__"][-1] == ("Only a coalition or an organisation has members.")
    inner.kind = "country"
    assert complaints(inner)["kind"] == [
        "This actor has members, so it has to stay a coalition or an organisation."
    ]


def test_meetings_do_not_follow_themselves_through_others() -> None:
    first = record.summit("first", publish=False)
    second = record.summit("second", follows=first, publish=False)
    third = record.summit("third", follows=second, publish=False)
    first.follows = third
    assert complaints(first)["follows"] == [
        "A meeting cannot follow itself, directly or through others."
    ]
    # A circle that somebody else made is no reason to hang.
    Summit.objects.filter(pk=second.pk).update(follows=third)
    assert complaints(Summit(**_fields("fourth", follows=third))) == {}


def _fields(slug: str, **fields: Any) -> dict[str, Any]:
    common = {"slug": slug, "title_en": slug, "date": "2026"}
    return common | {"kind": "summit", "title": slug} | fields


def test_roles_belong_to_kinds() -> None:
    summit = record.summit(publish=False)
    part = Participation(entry=summit, actor=record.actor("france"), role="holder")
    assert complaints(part)["role"] == [
        "An entry of this kind has the roles: Participant, Host, Chair, Observer, Mediator."
    ]
    question = record.question(publish=False)
    part = Participation(
        entry=question, actor=record.actor("france"), role="concerned", status="absent"
    )
    assert complaints(part)["status"] == ["Only a meeting has an attendance."]
    part = Participation(
        entry=summit,
        actor=record.actor("france"),
        role="host",
        represents=record.actor("germany"),
    )
    assert complaints(part)["represents"] == ["Only a person represents somebody."]


def test_conditions_and_amounts_are_whole() -> None:
    commitment = record.commitment(publish=False)
    commitment.condition_state = "pending"
    assert "condition" in complaints(commitment)
    commitment.condition_state, commitment.condition = "", "a ceasefire"
    commitment.condition_en = "a ceasefire"
    assert "condition_state" in complaints(commitment)


@pytest.mark.parametrize("language", ["German", "d", "de_AT", "de-"])
def test_languages_are_tags(language: str) -> None:
    source = Source(slug="s", title="S", language=language)
    assert "language" in complaints(source)


def test_published_short_names_stay() -> None:
    record.development(actors=["france"], topics=["force"])
    france = record.actor("france")
    france.slug = "frankreich"
    assert complaints(france)["slug"] == [
        "The record has published “france” and has to keep this short name."
    ]
    germany = record.actor("germany")
    germany.slug = "deutschland"
    assert complaints(germany) == {}


def test_a_wording_gives_a_date_no_other_meaning() -> None:
    entry = record.development(date="2025-12-15~", publish=False)
    entry.date_label_en, entry.date_label_de = "mid-December 2025", "Mitte Dezember 2025"
    assert complaints(entry) == {}
    entry.date_label_de = "Mitte November 2025"
    assert complaints(entry) == {
        "date_label_de": [
            "This says something other than the date, which reads “um den 15. Dezember 2025”."
        ]
    }
    entry.date = "not a date"
    assert "date_label_de" not in complaints(entry)
