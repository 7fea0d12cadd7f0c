"""Two editors on the page of one entry."""

from events.models import Summit
from tests.admin.desk import errors


def test_a_second_editor_does_not_silently_replace_what_the_first_saved(record, desk_of):
    summit = record.summit()
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="Of the first", level="experts")

    response = second.send("summit", summit.pk, opened | {"title_en": "Of the second"})

    [message] = errors(response)["__all__"]
    assert message.startswith("This entry was saved by editor (")
    assert message.endswith("Yours differs from it in: Title (English), Level.")
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
