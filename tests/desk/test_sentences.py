"""What a line of the audit says, in the language of whoever reads it."""

from typing import Any

import pytest
from django.utils import translation

from events.desk import label, name, sentence
from events.desk.sentences import FORMATS
from events.models import Actor, AuditLine, Source, Summit
from events.vocabulary import DeskAction

CHANGED = {
    "fields": ["title_de", "topics"],
    "rows": {"participations": {"added": ["france"], "removed": ["russia"]}},
}
# Action, model, values; in English and in German.
LINES: list[tuple[DeskAction, str, dict[str, Any], str, str]] = [
    (DeskAction.ADDED, "summit", {}, "Added.", "Angelegt."),
    (
        DeskAction.CHANGED,
        "summit",
        CHANGED,
        "Changed: Title (German), Topics. Actors in the entry: added france; removed russia.",
        "Geändert: Titel (Deutsch), Themen. Akteure im Eintrag: neu france; entfernt russia.",
    ),
    (
        DeskAction.CHANGED,
        "actor",
        {"fields": ["name_en"], "rows": {"memberships": {"changed": ["france", "poland"]}}},
        "Changed: Name (English). Members: changed france, poland.",
        "Geändert: Name (Englisch). Mitglieder: geändert france, poland.",
    ),
    (
        DeskAction.CHANGED,
        "topic",
        {"fields": [], "rows": {}, "republished": 2},
        "2 public entries name this and were published again.",
        "2 öffentliche Einträge nennen dies und wurden neu veröffentlicht.",
    ),
    (
        DeskAction.CHANGED,
        "topic",
        {"fields": [], "rows": {}, "renewing": 2000},
        "2000 public entries name this and are being published again in the background.",
        "2000 öffentliche Einträge nennen dies und werden im Hintergrund neu veröffentlicht.",
    ),
    (
        DeskAction.DELETED,
        "actor",
        {"name": {"en": "France", "de": "Frankreich"}},
        "Deleted: “France”.",
        "Gelöscht: „Frankreich“.",
    ),
    (
        DeskAction.PUBLISHED,
        "summit",
        {"number": 2, "note": "A slip"},
        "Published: readers now see version 2. Note for readers: “A slip”.",
        "Veröffentlicht: Die Leser sehen jetzt Version 2. Hinweis für die Leser: „A slip“.",
    ),
    (
        DeskAction.WITHDRAWN,
        "summit",
        {"reason": "False"},
        "Withdrawn. Reason: “False”.",
        "Zurückgezogen. Grund: „False“.",
    ),
    (
        DeskAction.REDACTED,
        "summit",
        {"number": 3, "parts": ["title"], "ground": "mistake", "reason": {"en": "A slip"}},
        "Redacted: title. Ground: Published by mistake. Reason: “A slip”.",
        "Geschwärzt: title. Grund: Versehentlich veröffentlicht. Begründung: „A slip“.",
    ),
    (DeskAction.ANONYMISED, "user", {}, "Anonymised.", "Anonymisiert."),
    (
        DeskAction.ADDED,
        "summit",
        {"together": "0123", "selected": 2},
        "Added. Selected together with 1 other record.",
        "Angelegt. Ausgewählt zusammen mit 1 weiteren Datensatz.",
    ),
]


def line(action, kind, params):
    return AuditLine(action=action, kind=kind, slug="short-name", params=params)


@pytest.mark.parametrize(("action", "kind", "params", "english", "german"), LINES)
def test_a_line_is_worded_when_it_is_read(action, kind, params, english, german):
    assert sentence(line(action, kind, params)) == english
    with translation.override("de"):
        assert sentence(line(action, kind, params)) == german


def test_every_action_has_a_label_and_a_format():
    assert set(FORMATS) == set(DeskAction) == {action for action, *_rest in LINES}
    with translation.override("de"):
        german = [str(action.label) for action in DeskAction]
    assert all(str(one.label) != de for one, de in zip(DeskAction, german, strict=True))


def test_what_there_is_no_more_keeps_its_old_name():
    params = {"fields": ["title_fr", "colour"], "rows": {"voters": {"added": ["france"]}}}

    assert sentence(line(DeskAction.CHANGED, "summit", params)) == (
        "Changed: title_fr, colour. voters: added france."
    )


def test_without_a_note_or_a_reason_nothing_is_said_of_one():
    assert sentence(line(DeskAction.PUBLISHED, "summit", {"number": 1})) == (
        "Published: readers now see version 1."
    )
    assert sentence(line(DeskAction.WITHDRAWN, "summit", {"reason": ""})) == "Withdrawn."


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"name": {"en": "France", "de": "Frankreich"}}, "France"),
        ({"name": {"de": "Frankreich"}}, "Frankreich"),
        ({"name": {}}, "short-name"),
        ({}, "short-name"),
    ],
)
def test_the_name_that_something_had(params, told):
    assert name(line(DeskAction.DELETED, "actor", params)) == told


@pytest.mark.parametrize(
    ("model", "field", "told"),
    [
        (Summit, "title_de", "Title (German)"),
        (Summit, "date", "Date"),
        (Actor, "office_en", "Office (English)"),
        (Source, "url", "Address"),
    ],
)
def test_a_field_is_called_what_its_page_calls_it(model, field, told):
    assert label(model._meta.get_field(field)) == told
