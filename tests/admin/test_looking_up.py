"""Choosing a record by what is typed: the list that answers, and what a form does without it."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from events.models import Source, Unit
from tests.admin.desk import errors, row


def ask(desk, model: str, text: str):
    return desk.client.get(reverse("admin:events_look_up", args=[model]), {"text": text})


def test_the_answer_says_which_text_it_answers_and_who_is_meant(record, desk):
    actor = record.actor("france")
    record.actor("franconia")

    assert ask(desk, "actor", "Fran").json() == {
        "text": "Fran",
        "lines": [
            {"key": actor.pk, "label": "France", "beside": "Country · FR", "why": "begins so"},
            {
                "key": record.actor("franconia").pk,
                "label": "Franconia",
                "beside": "Organisation",
                "why": "begins so",
            },
        ],
        "meant": None,
        "ready": True,
        "said": "",
        "add": {"name_en": "Fran"},
    }
    assert ask(desk, "actor", "FR").json()["meant"] == actor.pk


def test_of_two_with_one_name_none_may_be_taken_unseen(record, desk):
    for slug in ("georgia", "georgia-us"):
        record.actor(slug, name_en="Georgia")

    answer = ask(desk, "actor", "Georgia").json()

    assert (answer["meant"], answer["ready"], len(answer["lines"])) == (None, False, 2)


def test_nor_one_whose_name_is_only_like_it(record, desk):
    record.actor("france")

    answer = ask(desk, "actor", "Frnace").json()

    assert [line["label"] for line in answer["lines"]] == ["France"]
    assert (answer["meant"], answer["ready"]) == (None, False)


def test_how_many_more_there_are_is_said(record, desk):
    for number in range(9):
        record.actor(f"ally-{number}")

    assert ask(desk, "actor", "ally").json()["said"] == "8 of 9: write on."
    assert ask(desk, "actor", "enemy").json()["said"] == "Nothing on file is called like this."


def test_a_new_record_begins_with_what_was_typed(record, desk):
    with override("de"):
        named = ask(desk, "topic", "Wald").json()["add"]

    assert named == {"name_en": "Wald"}
    assert ask(desk, "source", "https://example.org/a").json()["add"] == {
        "url": "https://example.org/a"
    }
    assert ask(desk, "source", "Paris report").json()["add"] == {"title": "Paris report"}


@pytest.mark.parametrize("model", ["version", "user", "auditline", "nosuch"])
def test_only_what_editors_choose_is_looked_up(desk, model):
    assert ask(desk, model, "x").status_code == 404


def test_only_who_may_see_records_looks_them_up(record, desk_of):
    assert ask(desk_of("contributor"), "actor", "x").status_code == 200
    assert ask(desk_of("staff"), "actor", "x").status_code == 403
    assert ask(desk_of("anonymous"), "actor", "x").status_code == 302


@pytest.mark.parametrize("text", ["\x00", "a" * 5_000, "%", "🙂"])
def test_odd_texts_find_nothing(record, desk, text):
    record.actor("france")

    assert ask(desk, "actor", text).json()["lines"] == []


def test_a_link_between_entries_is_looked_up_among_those_of_its_kind(record, desk):
    record.summit("paris")
    record.position("france", holder="france", topic="force")

    assert 'data-address="/admin/events/entry/look-up/summit/"' in desk.open("summit", "add").text
    assert 'data-address="/admin/events/entry/look-up/entry/"' in desk.open("question", "add").text
    assert [line["label"] for line in ask(desk, "summit", "title").json()["lines"]] == [
        "Title of paris"
    ]
    assert len(ask(desk, "entry", "title").json()["lines"]) == 2


def test_a_typed_name_or_code_is_as_good_as_a_choice(record, desk):
    entry = record.summit(publish=False)
    record.actor("germany")
    form = row(desk.form("summit", entry.pk), "participations", actor_typed="germany")
    form = row(form, "participations", actor_typed="FR", role="host")

    desk.send("summit", entry.pk, form | {"topics_typed": "Topic force; topic WAR"})
    assert [str(actor) for actor in entry.participations.all()] == []

    record.actor("france")
    record.topic("force")
    record.topic("war")
    desk.send("summit", entry.pk, form | {"topics_typed": "Topic force; topic WAR"})
    assert {part.actor.slug for part in entry.participations.all()} == {"germany", "france"}
    assert {topic.slug for topic in entry.topics.all()} == {"force", "war"}


def test_what_stands_for_nobody_is_a_question_and_is_kept(record, desk):
    entry = record.summit(publish=False)
    for slug in ("georgia", "georgia-us"):
        record.actor(slug, name_en="Georgia")
    form = row(desk.form("summit", entry.pk), "participations", actor_typed="Georgia")
    form = row(form, "participations", actor_typed="Atlantis")

    response = desk.send("summit", entry.pk, form | {"topics_typed": "no such <topic>"})

    assert errors(response) == {
        "participations-0-actor": [
            (
                "Which one is meant by “Georgia”? Choose it: "
                "Georgia (Organisation) · Georgia (Organisation)"
            )
        ],
        "participations-1-actor": [
            "Nothing on file is called “Atlantis”. Choose something else, or add it."
        ],
        "topics": [
            "Nothing on file is called “no such <topic>”. Choose something else, or add it."
        ],
    }
    assert 'name="participations-1-actor_typed" id="id_participations-1-actor_typed"' in (
        response.text
    )
    assert 'value="Atlantis"' in response.text
    assert 'value="no such &lt;topic&gt;"' in response.text


def test_what_is_typed_goes_before_what_was_chosen(record, desk):
    earlier, later = record.summit("earlier"), record.summit("later", title_en="Later talks")
    entry = record.summit("now", publish=False, follows=earlier)

    desk.save("summit", entry.pk, follows_typed="later talks")

    entry.refresh_from_db()
    assert entry.follows == later


def test_a_saved_record_is_found_at_once_and_a_deleted_one_no_more(record, desk):
    def lines(text: str) -> list[str]:
        return [line["label"] for line in ask(desk, "unit", text).json()["lines"]]

    desk.save("unit", name_en="pints of beer", slug="pints")
    unit = Unit.objects.get(slug="pints")
    assert lines("pints")[0] == "pints of beer"

    desk.save("unit", unit.pk, name_en="barrels of oil")
    assert "barrels of oil" not in lines("pints of")
    assert lines("barrels") == ["barrels of oil"]

    desk.post(desk.url("unit", "delete", unit.pk), {"post": "yes"})
    assert lines("barrels") == []


def test_a_source_is_found_by_its_address_however_it_is_spelt(record, desk):
    desk.save("source", title="Report", slug="r", language="en", url="https://www.example.org/r/")

    answer = ask(desk, "source", "http://example.org/r?utm_source=mail").json()

    assert answer["meant"] == Source.objects.get(slug="r").pk
