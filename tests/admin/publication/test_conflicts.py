"""Two editors on the page of one record: whoever saves second sees both texts, and loses none."""

import pytest

from events.models import Actor, Snapshot, Source, Summit, Topic
from tests.admin.desk import row


def conflict(desk, model, pk, form):
    """Send the form; the page that says that somebody else has saved."""
    response = desk.send(model, pk, form)
    assert response.status_code == 302
    assert "/merge/?mine=" in response["Location"]
    return response["Location"]


def choices(desk, page):
    response = desk.client.get(page)
    assert response.status_code == 200
    return {
        choice.name: (choice.label, plain(choice.theirs), plain(choice.mine))
        for choice in response.context["choices"]
    }


def plain(html):
    return str(html).replace("<ins>", "+").replace("<del>", "-")


def merge(desk, page, **answers):
    opened = desk.client.get(page).context["theirs"].pk
    return desk.client.post(page, {"opened": opened, **answers})


def test_what_only_one_has_changed_is_put_together(record, desk_of):
    summit = record.summit()
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="Of the first")

    page = conflict(second, "summit", summit.pk, opened | {"summary_en": "Of the second"})

    assert Summit.objects.get().summary_en != "Of the second"
    assert choices(second, page) == {}
    assert merge(second, page).status_code == 302
    now = Summit.objects.get()
    assert (now.title_en, now.summary_en) == ("Of the first", "Of the second")
    assert Snapshot.objects.latest("pk").occasion == "merged"


def test_what_both_have_changed_is_to_be_chosen(record, desk_of):
    summit = record.summit()
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="First", level="experts")
    page = conflict(second, "summit", summit.pk, opened | {"title_en": "Second"})

    assert list(choices(second, page)) == ["title/en"]
    refused = merge(second, page)
    assert refused.status_code == 200
    assert Summit.objects.get().title_en == "First"
    merge(second, page, **{"title/en": "mine"})

    now = Summit.objects.get()
    assert (now.title_en, now.level) == ("Second", "experts")
    # Both texts are on record, whatever was chosen.
    texts = [one.record["title"]["en"] for one in Snapshot.objects.filter(key=summit.pk)]
    assert texts == ["Title of meeting", "First", "Second", "Second"]


def test_changes_to_one_text_that_do_not_overlap_are_proposed_together(record, desk_of):
    summit = record.summit(summary_en="They met. They talked. They left.")
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, summary_en="They all met. They talked. They left.")
    changed = opened | {"summary_en": "They met. They talked. They left late."}
    page = conflict(second, "summit", summit.pk, changed)

    [choice] = second.client.get(page).context["choices"]
    assert (choice.written, choice.chosen) == (
        "They all met. They talked. They left late.",
        "written",
    )
    merge(second, page, **{"summary/en": "written", "summary/en/written": choice.written})

    assert Summit.objects.get().summary_en == "They all met. They talked. They left late."


def test_a_row_that_the_other_has_taken_out_leads_into_no_dead_end(record, desk_of):
    summit = record.summit(actors=["france", "poland"])
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, **{"participations-0-DELETE": "on"})

    page = conflict(second, "summit", summit.pk, opened | {"summary_en": "Mine"})
    merge(second, page)

    now = Summit.objects.get()
    assert now.summary_en == "Mine"
    assert [part.actor.slug for part in now.participations.all()] == ["poland"]


def test_a_row_that_one_took_out_and_the_other_changed_is_to_be_chosen(record, desk_of):
    summit = record.summit(actors=["france", "poland"])
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, **{"participations-0-DELETE": "on"})
    changed = opened | {"participations-0-role": "host"}

    page = conflict(second, "summit", summit.pk, changed)
    assert list(choices(second, page)) == ["actors/0"]
    merge(second, page, **{"actors/0": "mine"})

    now = Summit.objects.get()
    assert {(part.actor.slug, part.role) for part in now.participations.all()} == {
        ("france", "host"),
        ("poland", "participant"),
    }


def test_rows_that_both_have_added_are_all_there(record, desk_of):
    summit = record.summit(actors=["france"])
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    pole, dane = record.actor("poland"), record.actor("denmark")
    first.send(
        "summit", summit.pk, row(first.form("summit", summit.pk), "participations", actor=pole.pk)
    )

    page = conflict(second, "summit", summit.pk, row(opened, "participations", actor=dane.pk))
    merge(second, page)

    parts = Summit.objects.get().participations.all()
    assert {part.actor.slug for part in parts} == {"france", "poland", "denmark"}


@pytest.mark.parametrize("model", [Actor, Topic, Source])
def test_reference_data_is_not_silently_replaced_either(record, desk_of, model):
    kind = model._meta.model_name
    thing = {"actor": record.actor, "topic": record.topic, "source": record.source}[kind]("mine")
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form(kind, thing.pk)
    name = "title" if kind == "source" else "name_en"
    text = {"actor": "description_en", "topic": "description_en", "source": "publisher"}[kind]
    first.save(kind, thing.pk, **{name: "Another name"})

    page = conflict(second, kind, thing.pk, opened | {text: "Of the second"})
    assert getattr(model.objects.get(pk=thing.pk), text) != "Of the second"
    merge(second, page)

    now = model.objects.get(pk=thing.pk)
    assert (getattr(now, name), getattr(now, text)) == ("Another name", "Of the second")


def test_a_new_short_name_is_put_together_too(record, desk_of):
    summit = record.summit(publish=False)
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="First")

    page = conflict(second, "summit", summit.pk, opened | {"slug": "another"})
    merge(second, page)

    now = Summit.objects.get()
    assert (now.slug, now.title_en) == ("another", "First")


def test_a_short_name_that_was_taken_meanwhile_is_refused_and_nothing_is_lost(record, desk_of):
    summit = record.summit(publish=False)
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="First")
    page = conflict(second, "summit", summit.pk, opened | {"slug": "another", "title_de": "Neu"})
    record.development("another", publish=False)

    answer = merge(second, page)

    assert answer.status_code == 302
    assert answer["Location"] == page
    assert Summit.objects.get().slug == "meeting"
    assert Snapshot.objects.filter(occasion="set-aside").count() == 1


def test_whoever_saves_while_two_texts_are_put_together_is_not_overwritten(record, desk_of):
    summit = record.summit()
    first, second = desk_of("editor"), desk_of("superuser")
    opened = second.form("summit", summit.pk)
    first.save("summit", summit.pk, title_en="First")
    page = conflict(second, "summit", summit.pk, opened | {"summary_en": "Mine"})
    stale = second.client.get(page).context["theirs"].pk
    first.save("summit", summit.pk, title_de="Noch einmal")

    assert second.client.post(page, {"opened": stale}).status_code == 200
    merge(second, page)

    now = Summit.objects.get()
    assert (now.title_en, now.title_de, now.summary_en) == ("First", "Noch einmal", "Mine")


def test_a_page_without_the_state_in_which_it_was_opened_asks_about_all_that_differs(record, desk):
    summit = record.summit()

    page = conflict(
        desk, "summit", summit.pk, desk.form("summit", summit.pk) | {"title_en": "O", "opened": ""}
    )

    assert list(choices(desk, page)) == ["title/en"]


def test_a_text_that_nobody_has_set_aside_has_no_page(record, desk):
    summit = record.summit()
    for mine in ("", "x", "99", "9" * 30):
        assert desk.open("summit", "merge", summit.pk, mine=mine).status_code == 404
