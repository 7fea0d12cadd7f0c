"""From the first draft to what readers see, on the page of an entry."""

from decimal import Decimal

import pytest

from events import public, publishing
from events.models import Summit, Version
from tests.admin.desk import row


def new_summit(record, desk):
    return desk.form("summit") | {
        "title_en": "Paris meeting",
        "title_de": "Treffen in Paris",
        "slug": "paris",
        "processes": str(record.process().pk),
        "date": "6 January 2026",
    }


def test_an_entry_is_written_from_start_to_published_on_its_own_page(record, desk):
    form = new_summit(record, desk)
    form["topics"] = [str(record.topic("force").pk)]
    form = row(form, "participations", actor=record.actor("france").pk, status="attended")
    form = row(form, "citations", source=record.source().pk, locator="p. 3")
    form = row(form, "figures", measure=record.measure("countries").pk, value="26")

    response = desk.send("summit", None, form, "_publish")

    summit = Summit.objects.get()
    assert response.url == desk.url("summit", "change", summit.pk)
    assert desk.messages == ["Published: readers now see version 1."]
    assert (summit.kind, summit.date, [str(t) for t in summit.topics.all()]) == (
        "summit",
        "2026-01-06",
        ["Topic force"],
    )
    assert list(summit.participations.values_list("actor__slug", "role", "status")) == [
        ("france", "participant", "attended")
    ]
    assert list(summit.figures.values_list("measure__slug", "value")) == [
        ("countries", Decimal(26))
    ]
    assert publishing.standing(summit).published_by.username == "editor"


def test_a_draft_that_is_saved_changes_nothing_for_readers(record, desk):
    summit = record.summit()
    before = publishing.standing(summit)

    desk.save("summit", summit.pk, title_en="Another title")

    assert Summit.objects.get().title_en == "Another title"
    assert publishing.standing(summit) == before
    assert Version.objects.count() == 1


def test_saving_a_draft_and_closing_goes_back_to_the_list(record, desk):
    summit = record.summit(publish=False)

    response = desk.save("summit", summit.pk, "_save", title_en="Another title")

    assert response.url == desk.url("summit", "changelist")


def test_what_is_missing_is_told_at_once_and_the_draft_is_saved(record, desk):
    position = record.position(publish=False, source=None)
    position.participations.all().delete()
    position.topics.clear()

    response = desk.save(
        "position", position.pk, "_publish", title_en="Kept", note_en="A note", one_language="on"
    )

    assert response.url == desk.url("position", "change", position.pk) + (
        "?note_en=A+note&one_language=on"
    )
    [message] = desk.messages
    assert message == (
        "Not published. The draft is saved, but something is missing:<ul>"
        '<li><a href="#citations-group">A source is missing: cite at least one that supports '
        "the entry.</a></li>"
        '<li><a href="#participations-group">A position needs an actor who holds it.</a></li>'
        '<li><a href="#id_topics">A position needs a topic.</a></li></ul>'
    )
    position.refresh_from_db()
    assert position.title_en == "Kept"
    assert Version.objects.count() == 0
    # The note that was typed is still there for the next attempt.
    page = desk.client.get(response.url)
    assert page.context["note"]["note_en"].value() == "A note"


def test_a_note_tells_readers_what_was_corrected(record, desk):
    summit = record.summit()

    desk.save(
        "summit",
        summit.pk,
        "_publish",
        title_en="Right",
        note_en="The title was wrong.",
        one_language="on",
    )

    version = publishing.standing(summit)
    assert (version.number, version.told) == (2, {"en": "The title was wrong."})
    assert desk.messages == ["Published: readers now see version 2."]


def test_a_note_in_every_language_is_told_in_each(record, desk):
    summit = record.summit()

    desk.save(
        *("summit", summit.pk, "_publish"), title_en="Right", note_en="Wrong", note_de="Falsch"
    )

    assert publishing.standing(summit).told == {"en": "Wrong", "de": "Falsch"}
    assert public.entry("meeting").document["version"]["note"] == {"en": "Wrong", "de": "Falsch"}


def test_a_note_in_one_language_is_asked_about_and_nothing_typed_is_lost(record, desk):
    summit = record.summit()

    response = desk.save("summit", summit.pk, "_publish", title_en="Saved", note_de="Falsch")

    assert (
        "The note for readers is missing in: English. Write it in that language too, or tick "
        "“not in every language”."
    ) in desk.messages[0]
    assert Version.objects.count() == 1
    assert Summit.objects.get().title_en == "Saved"
    page = desk.client.get(response.url)
    assert page.context["note"]["note_de"].value() == "Falsch"
    assert 'value="Falsch"' in page.text

    desk.save("summit", summit.pk, "_publish", note_de="Falsch", one_language="on")
    assert publishing.standing(summit).told == {"de": "Falsch"}


@pytest.mark.parametrize(
    ("note", "problem"),
    [
        ("x" * 501, "Ensure this value has at most 500 characters (it has 501)."),
        ("a\x07b", "The character U+0007 cannot be part of a text. Please remove it."),
        ("a\x00b", "Null characters are not allowed."),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused(record, desk, note, problem):
    summit = record.summit()

    desk.save("summit", summit.pk, "_publish", title_en="Saved", note_en=note, one_language="on")

    assert problem in desk.messages[0]
    assert Summit.objects.get().title_en == "Saved"
    assert Version.objects.count() == 1


def test_publishing_what_has_not_changed_says_so_and_writes_nothing(record, desk):
    summit = record.summit()

    desk.save("summit", summit.pk, "_publish")

    assert desk.messages == ["Nothing has changed since version 1."]
    assert Version.objects.count() == 1


def test_the_short_name_of_a_published_entry_may_change(record, desk):
    summit = record.summit()

    desk.save("summit", summit.pk, "_publish", slug="better")

    assert desk.messages == ["Published: readers now see version 2."]
    assert publishing.standing(summit).slug == "better"


def test_a_popup_has_only_djangos_button(record, desk):
    response = desk.open("summit", "add", _popup=1)

    assert "_publish" not in response.content.decode()
    form = new_summit(record, desk) | {"_popup": "1"}
    saved = desk.send("summit", None, form, "_save")
    assert saved.template_name == [
        "admin/events/summit/popup_response.html",
        "admin/events/popup_response.html",
        "admin/popup_response.html",
    ]
