"""From the first draft to what readers see, and back, on the page of an entry."""

from decimal import Decimal

import pytest

from events import publishing
from events.models import Entry, Summit, Version
from tests.admin.desk import errors, row


def new_summit(record, desk):
    return desk.form("summit") | {
        "title_en": "Paris meeting",
        "title_de": "Treffen in Paris",
        "slug": "paris",
        "process": str(record.process().pk),
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

    response = desk.save("position", position.pk, "_publish", title_en="Kept", note="A note")

    assert response.url == desk.url("position", "change", position.pk) + "?note=A+note"
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
    assert page.context["note"] == "A note"


def test_a_note_tells_readers_what_was_corrected(record, desk):
    summit = record.summit()

    desk.save("summit", summit.pk, "_publish", title_en="Right", note="The title was wrong.")

    version = publishing.standing(summit)
    assert (version.number, version.note) == (2, "The title was wrong.")
    assert desk.messages == ["Published: readers now see version 2."]


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

    desk.save("summit", summit.pk, "_publish", title_en="Saved", note=note)

    assert problem in desk.messages[0]
    assert Summit.objects.get().title_en == "Saved"
    assert Version.objects.count() == 1


def test_publishing_what_has_not_changed_says_so_and_writes_nothing(record, desk):
    summit = record.summit()

    desk.save("summit", summit.pk, "_publish")

    assert desk.messages == ["Nothing has changed since version 1."]
    assert Version.objects.count() == 1


def test_an_edit_that_is_taken_back_leaves_the_entry_public_and_not_edited(record, desk):
    summit = record.summit()
    title = summit.title_en
    desk.save("summit", summit.pk, title_en="A slip")
    desk.save("summit", summit.pk, title_en=title)
    assert desk.open("summit", "change", summit.pk).context["standing"].state == "edited"

    desk.save("summit", summit.pk, "_publish")

    assert desk.messages == ["Nothing has changed since version 1."]
    assert desk.open("summit", "change", summit.pk).context["standing"].state == "public"


def test_withdrawing_asks_for_a_reason_and_leaves_a_tombstone(record, desk):
    summit = record.summit()
    address = desk.url("summit", "withdraw", summit.pk)
    assert desk.client.get(address).status_code == 200

    refused = desk.post(address, {"reason": " "})
    assert refused.context["form"].errors == {"reason": ["This field is required."]}
    assert Version.objects.count() == 1

    response = desk.post(address, {"reason": "The report was false."})

    assert response.url == desk.url("summit", "change", summit.pk)
    assert desk.messages == ["1 entry was withdrawn."]
    last = Version.objects.latest("seq")
    assert (last.action, last.note, last.published_by.username, last.document) == (
        "withdrawn",
        "The report was false.",
        "editor",
        None,
    )


def test_withdrawing_what_is_not_public_says_so(record, desk):
    summit = record.summit(publish=False)

    desk.post(desk.url("summit", "withdraw", summit.pk), {"reason": "None"})

    assert desk.messages == ["“Title of meeting” is not public."]
    assert Version.objects.count() == 0


def test_withdrawing_what_does_not_exist_goes_to_the_index(desk):
    assert desk.open("summit", "withdraw", 4711).url == "/admin/"


def test_the_page_says_what_readers_see(record, desk):
    summit = record.summit(publish=False)

    def shown():
        standing = desk.open("summit", "change", summit.pk).context["standing"]
        sentence = standing.sentence.split(" (")[0].split(" since ")[0]
        return standing.state, sentence, standing.public_slug, len(standing.versions)

    assert shown() == ("draft", "Readers do not see this entry yet.", None, 0)
    publishing.publish(summit)
    assert shown() == ("public", "Readers have seen version 1", "meeting", 1)
    desk.save("summit", summit.pk, title_en="Other", slug="other")
    assert shown() == ("edited", "Edited since: readers still see version 1", "meeting", 1)
    publishing.withdraw(summit)
    assert shown() == ("withdrawn", "Withdrawn", None, 2)


def test_the_page_links_to_what_readers_see_and_lists_the_versions(record, desk):
    summit = record.summit()
    publishing.withdraw(summit, note="Wrong <b>source</b>")
    publishing.publish(summit)

    page = desk.open("summit", "change", summit.pk).content.decode()

    assert 'href="/en/entries/meeting/"' in page
    assert page.count("/admin/events/version/") == 1 + 3  # the sidebar and three versions
    assert "Wrong &lt;b&gt;source&lt;/b&gt;" in page


def test_saving_without_a_change_is_no_edit(record, desk):
    summit = record.summit(
        actors=["france"],
        topics=["force"],
        summary_en="One line.\n\nAnother line.",
        date_label_en="on 6 January 2026",
        place_en="Paris",
    )
    record.figure(summit, "countries", "26.5")
    publishing.publish(summit)
    before = Summit.objects.get().edited_at

    assert desk.save("summit", summit.pk).status_code == 302

    assert Summit.objects.get().edited_at == before
    assert Summit.objects.get().summary_en == "One line.\n\nAnother line."


def test_a_commitment_saved_without_a_change_is_no_edit(record, desk):
    commitment = record.commitment(actors=["france"], domains=["land", "air"], deadline="2027")
    record.contribution(commitment, "france", amount="6000.000", unit="soldiers")
    record.status(commitment, "under-way", "2026-02")
    before = Entry.objects.get().edited_at

    assert desk.save("commitment", commitment.pk).status_code == 302

    assert Entry.objects.get().edited_at == before


def test_changing_only_a_part_is_an_edit(record, desk):
    summit = record.summit(actors=["france"])
    before = Summit.objects.get().edited_at

    desk.save("summit", summit.pk, **{"participations-0-role": "host"})

    assert Summit.objects.get().edited_at > before
    assert desk.open("summit", "change", summit.pk).context["standing"].state == "edited"


def test_what_was_published_is_never_deleted(record, desk):
    summit = record.summit()
    publishing.withdraw(summit)

    response = desk.post(desk.url("summit", "delete", summit.pk), {"post": "yes"})

    assert response.url == desk.url("summit", "change", summit.pk)
    assert desk.messages == ["This entry was published, so its history stays. Withdraw it instead."]
    assert Summit.objects.count() == 1
    assert "deletelink" not in desk.open("summit", "change", summit.pk).content.decode()


def test_a_draft_can_be_deleted_from_its_page(record, desk):
    summit = record.summit(publish=False, actors=["france"])

    response = desk.post(desk.url("summit", "delete", summit.pk), {"post": "yes"})

    assert response.url == desk.url("summit", "changelist")
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("model", ["entry", "summit"])
def test_lists_of_entries_cannot_delete(record, desk, model):
    summit = record.summit(publish=False)

    desk.act(model, "delete_selected", summit, post="yes")

    assert Entry.objects.count() == 1


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


def test_a_second_editor_does_not_silently_replace_what_the_first_saved(record, desk_of):
    summit = record.summit()
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="Of the first", place_en="Paris")

    response = second.send("summit", summit.pk, opened | {"title_en": "Of the second"})

    [message] = errors(response)["__all__"]
    assert message.startswith("This entry was saved by editor (")
    assert message.endswith("Yours differs from it in: Title (English), Place (English).")
    assert Summit.objects.get().title_en == "Of the first"
    # What was typed is still there, and saving once more is a decision.
    form = response.context["adminform"].form
    assert form["title_en"].value() == "Of the second"
    again = opened | {"title_en": "Of the second", "opened": form["opened"].value()}
    assert second.send("summit", summit.pk, again).status_code == 302
    assert Summit.objects.get().title_en == "Of the second"


def test_a_page_without_the_state_in_which_it_was_opened_is_refused(record, desk):
    summit = record.summit()

    response = desk.save("summit", summit.pk, title_en="Other", opened="")

    assert list(errors(response)) == ["__all__"]


def test_topics_that_were_chosen_survive_the_warning(record, desk):
    summit = record.summit()
    chosen = [str(record.topic(slug).pk) for slug in ("force", "money")]

    response = desk.save("summit", summit.pk, topics=chosen, opened="long ago")

    assert response.context["adminform"].form["topics"].value() == chosen


def test_a_part_that_somebody_else_deleted_is_refused_with_a_message(record, desk):
    summit = record.summit(actors=["france"])
    opened = desk.form("summit", summit.pk) | {"participations-0-role": "host"}
    summit.participations.all().delete()

    response = desk.send("summit", summit.pk, opened)

    assert list(errors(response)) == ["participations-0-id"]
