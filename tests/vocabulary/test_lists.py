"""The closed lists: their values are for good, their labels are there in every language."""

import re
from typing import Any

import pytest
from django.db import models
from django.utils import translation

from events import vocabulary
from events.filters import BY_NAME, Choice
from events.models import (
    Actor,
    Commitment,
    Entry,
    Figure,
    Membership,
    Participation,
    Position,
    Restated,
    StatusChange,
    Summit,
    Tag,
    Version,
)
from events.vocabulary import Facet

LISTS = {
    name: value
    for name, value in vars(vocabulary).items()
    if isinstance(value, type) and issubclass(value, models.TextChoices) and value.choices
}
CHOICES = [choice for choices in LISTS.values() for choice in choices]

# Published documents have them: a value may be added here, and none may be changed or removed.
VALUES = {
    "Kind": "summit commitment position development question overview walk",
    "Fate": "withdrawn contradicted answered corrected superseded open stands",
    "ActorKind": "country organisation coalition person",
    "AliasKind": "spelling abbreviation script formal other",
    "IdentifierScheme": "wikidata iso ror other",
    "MemberRole": "lead member observer",
    "Role": "host chair participant observer mediator party contributor decliner former holder"
    " speaker involved concerned",
    "Attendance": "expected attended declined absent",
    "SummitStatus": "planned held postponed cancelled",
    "MeetingMode": "in-person online hybrid",
    "MeetingLevel": "leaders ministers envoys officials experts parliaments",
    "Firmness": "floated announced agreed approved in-effect",
    "ConditionState": "pending met failed",
    "CommitmentStatus": "open under-negotiation under-way fulfilled partly-fulfilled delayed"
    " suspended blocked broken withdrawn superseded expired terminated never-in-force",
    "Restatement": "restates strengthens softens replaces",
    "Stance": "supports conditional undecided opposes abstained did-not-vote taken-back",
    "QuestionStatus": "open answered",
    "CitationStance": "supports contradicts",
    "SourceState": "published corrected retracted",
    "SourceAccess": "free registration paywall",
    "Basis": "stated reported inferred",
    "Stage": "floated announced agreed signed approved in-force delivered-in-part delivered"
    " declined suspended withdrawn ended",
    "AmountForm": "pledged allocated delivered",
    "Qualifier": "exactly about at-least at-most",
    "Action": "published withdrawn redacted",
    "DeskAction": "added changed deleted published withdrawn redacted anonymised",
    "Ground": "court-order personal-data defamation security copyright mistake clock",
    "Occasion": "found saved restored merged redacted set-aside suggested",
    "Scope": "read-drafts write publish manage",
    "JobKind": "renewal rebuild",
    "JobState": "waiting running done failed",
    "MediumKind": "video audio document",
    "Licence": "cc-by-4.0 cc-by-sa-4.0 cc-by-3.0 cc-by-sa-3.0 cc-by-2.0 cc-by-sa-2.0 cc0"
    " public-domain permission own",
}

# What is the same word in both languages.
THE_SAME = {
    vocabulary.ActorKind.ORGANISATION,
    vocabulary.ActorKind.PERSON,
    vocabulary.IdentifierScheme.WIKIDATA,
    vocabulary.IdentifierScheme.ISO,
    vocabulary.IdentifierScheme.ROR,
    vocabulary.MeetingMode.ONLINE,
    vocabulary.MediumKind.VIDEO,
    # Licences of Creative Commons are called so everywhere.
    *(one for one in vocabulary.Licence if one.startswith("cc")),
}


def label(choice: models.TextChoices, language: str) -> str:
    with translation.override(language):
        return str(choice.label)


def test_the_values_are_those_of_published_documents() -> None:
    assert {name: " ".join(choices.values) for name, choices in LISTS.items()} == VALUES


@pytest.mark.parametrize("choice", CHOICES, ids=repr)
def test_a_value_is_a_slug(choice: models.TextChoices) -> None:
    # Licences have a number and a version.
    assert re.fullmatch(r"[a-z]+0?(-[a-z]+)*(-\d\.0)?", choice.value)
    assert choice.name == choice.value.removesuffix(".0").replace("-", "_").upper()


@pytest.mark.parametrize("choice", CHOICES, ids=repr)
def test_a_choice_has_a_label_in_either_language(choice: models.TextChoices) -> None:
    english, german = label(choice, "en"), label(choice, "de")
    assert (english == german) == any(choice is same for same in THE_SAME)
    for text in (english, german):
        assert text[0].isupper()
        assert text == text.strip()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", LISTS)
def test_no_two_choices_of_a_list_read_the_same(name: str, language: str) -> None:
    labels = [label(choice, language) for choice in LISTS[name]]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("choice", "german"),
    [
        (vocabulary.CommitmentStatus.OPEN, "Offen"),
        (vocabulary.CommitmentStatus.WITHDRAWN, "Zurückgenommen"),
        (vocabulary.Action.WITHDRAWN, "Zurückgezogen"),
        (vocabulary.Stance.SUPPORTS, "Dafür"),
        (vocabulary.Stance.ABSTAINED, "Stimmenthaltung"),
        (vocabulary.CitationStance.SUPPORTS, "Stützt"),
    ],
    ids=repr,
)
def test_words_that_mean_several_things_are_told_apart(
    choice: models.TextChoices, german: str
) -> None:
    assert label(choice, "de") == german


@pytest.mark.parametrize(
    ("name", "lists"),
    [
        *(("kind", "Kind"), ("role", "Role"), ("stance", "Stance"), ("firmness", "Firmness")),
        ("basis", "Basis"),
        *(("level", "MeetingLevel"), ("mode", "MeetingMode")),
        ("status", "SummitStatus CommitmentStatus QuestionStatus"),
    ],
)
def test_filters_take_every_value_of_the_desk(name: str, lists: str) -> None:
    declared = BY_NAME[name]
    assert isinstance(declared, Choice)
    values = [value for one in lists.split() for value in VALUES[one].split()]
    assert list(declared.labels) == list(dict.fromkeys(values))


@pytest.mark.parametrize(
    ("model", "field", "name"),
    [
        (Entry, "kind", "Kind"),
        (Actor, "kind", "ActorKind"),
        (Membership, "role", "MemberRole"),
        (Participation, "role", "Role"),
        (Participation, "status", "Attendance"),
        (Summit, "status", "SummitStatus"),
        (Summit, "level", "MeetingLevel"),
        (Summit, "mode", "MeetingMode"),
        (Commitment, "firmness", "Firmness"),
        (Commitment, "condition_state", "ConditionState"),
        (Restated, "how", "Restatement"),
        (StatusChange, "status", "CommitmentStatus"),
        (Position, "stance", "Stance"),
        (Figure, "qualifier", "Qualifier"),
        (Version, "kind", "Kind"),
        (Version, "action", "Action"),
    ],
)
def test_a_column_offers_its_list_and_has_room_for_it(
    model: type[models.Model], field: str, name: str
) -> None:
    column: Any = model._meta.get_field(field)
    assert [value for value, _label in column.choices if value] == VALUES[name].split()
    assert max(map(len, LISTS[name].values)) <= column.max_length


def test_facets_differ_and_fit_their_column() -> None:
    facets = [value for name, value in vars(Facet).items() if name.isupper()]
    assert len(set(facets)) == len(facets) == 32
    assert max(map(len, facets)) <= Tag._meta.get_field("facet").max_length
