"""Drafts that are begun, in any one language: the door judges, not the form."""

import pytest

from events.admin.incomplete import SLUG_WRONG
from events.models import KINDS, Actor, Entry, Topic
from tests.admin.desk import errors


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_an_entry_is_saved_with_a_title_in_one_language_and_nothing_else(desk, kind, language):
    response = desk.save(kind, **{f"title_{language}": "Gespräche in Paris"})

    assert response.status_code == 302
    entry = Entry.objects.get()
    assert (str(entry), entry.slug, entry.date) == ("Gespräche in Paris", "gespraeche-in-paris", "")
    # And its page, its history and the lists show it.
    for page in ("change", "history"):
        assert desk.open(kind, page, entry.pk).status_code == 200
    assert desk.open(kind).status_code == 200
    assert desk.open("entry").status_code == 200
    # A second save changes nothing.
    assert desk.save(kind, entry.pk).status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_at_all_is_no_draft(desk, kind):
    wrong = errors(desk.save(kind))

    assert wrong == {"title_en": ["Write it in one language at least."]}


def test_publishing_says_all_that_is_missing(desk):
    desk.save("position", title_en="Somebody is against it", button="_publish")

    [said] = desk.messages
    for missing in ("process", "date", "source", "holds it", "stance", "topic"):
        assert missing in said


def test_a_german_desk_is_worked_in_german_alone(record, desk):
    desk.client.cookies["desk-language"] = "de"

    desk.save("actor", name_de="Österreich", kind="country", country="AT")
    desk.save("topic", name_de="Sicherheitsgarantien")

    assert Actor.objects.get(slug="oesterreich").name_de == "Österreich"
    assert Topic.objects.get(slug="sicherheitsgarantien").name_de == "Sicherheitsgarantien"
    wrong = errors(desk.save("topic"))
    assert list(wrong) == ["name_de"]


def test_an_entry_in_german_from_a_file_can_be_changed(record, desk):
    entry = record.summit("paris", title_en="", title_de="Treffen in Paris")

    assert desk.save("summit", entry.pk, summary_de="Man traf sich.").status_code == 302

    entry.refresh_from_db()
    assert (entry.title_en or "", entry.summary_de) == ("", "Man traf sich.")


def test_two_of_one_name_have_two_short_names(desk):
    for _time in range(2):
        desk.save("topic", name_en="Grain", another="on")

    assert list(Topic.objects.values_list("slug", flat=True)) == ["grain", "grain-2"]


def test_a_short_name_with_other_signs_is_refused_with_what_would_be_right(desk):
    response = desk.save("topic", name_en="Grain", slug="Grain & oil")

    assert errors(response) == {"slug": [str(SLUG_WRONG)]}
