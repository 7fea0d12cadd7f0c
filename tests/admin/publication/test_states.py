"""What the page of an entry says that readers see, and what counts as an edit."""

from events import publishing
from events.models import Entry, Summit


def test_an_edit_that_is_taken_back_leaves_the_entry_public_and_not_edited(record, desk):
    summit = record.summit()
    title = summit.title_en
    desk.save("summit", summit.pk, title_en="A slip")
    desk.save("summit", summit.pk, title_en=title)
    assert desk.open("summit", "change", summit.pk).context["standing"].state == "edited"

    desk.save("summit", summit.pk, "_publish")

    assert desk.messages == ["Nothing has changed since version 1."]
    assert desk.open("summit", "change", summit.pk).context["standing"].state == "public"


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

    assert 'href="/en/entries/meeting/?min_seq=3"' in page
    assert page.count("/admin/events/version/") == 3
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
    record.called(commitment, "france", value="6000.000", unit="soldiers")
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
