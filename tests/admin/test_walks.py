"""The steps on the page of a walk."""

from events import publishing
from events.models import AuditLine
from tests.admin.desk import errors, row


def test_a_step_is_added_and_the_history_has_it(record, desk):
    walk = record.walk(publish=False)
    third = record.summit("third")
    texts = {"text_en": "Look at that.", "text_de": "Sieh das an."}
    form = row(desk.form("walk", walk.pk), "steps", entry=third.pk, order=2, **texts)

    desk.send("walk", walk.pk, form)

    shown = list(walk.steps.values_list("entry__slug", "text_de"))
    assert [slug for slug, _text in shown] == ["walk-first", "walk-second", "third"]
    assert shown[2][1] == "Sieh das an."
    line = AuditLine.objects.filter(key=walk.pk).last()
    assert line.params["rows"] == {"steps": {"added": ["third"]}}
    assert "Steps of the walk: added third." in (
        desk.open("walk", "history", walk.pk).content.decode()
    )
    assert publishing.check(walk) == []


def test_a_sentence_may_be_missing_in_a_draft(record, desk):
    walk = record.walk(publish=False)
    form = row(desk.form("walk", walk.pk), "steps", entry=record.summit("third").pk, order=2)

    desk.send("walk", walk.pk, form)

    assert walk.steps.count() == 3
    assert len(publishing.check(walk)) == 2


def test_a_step_shows_no_other_walk(record, desk):
    walk, other = record.walk(publish=False), record.walk("other")
    form = row(desk.form("walk", walk.pk), "steps", entry=other.pk, order=2, text_en="Look.")

    said = errors(desk.send("walk", walk.pk, form))

    assert said == {"steps-2-entry": ["A step shows an entry, and not another walk."]}


def test_a_step_is_chosen_by_its_title(record, desk):
    page = desk.open("walk", "add").content.decode()

    assert 'data-address="/admin/events/entry/look-up/entry/"' in page
    assert 'name="steps-__prefix__-text_de"' in page
