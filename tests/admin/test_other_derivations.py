"""The desk as long as another release has derived what is public."""

import pytest

from events.models import Version
from tests.log.derived_by import WRONG, derived_by


@pytest.mark.parametrize("number", WRONG)
def test_a_draft_is_saved_and_it_is_said_why_it_is_not_published(record, desk, number):
    summit = record.summit()
    derived_by(number)

    desk.save("summit", summit.pk, "_publish", title_en="Another title")

    summit.refresh_from_db()
    [message] = desk.messages
    assert summit.title_en == "Another title"
    assert "Not published. The draft is saved" in message
    assert "the tables that are derived from the log" in message.lower()
    assert Version.objects.count() == 1


@pytest.mark.parametrize("number", WRONG)
@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected"])
def test_nothing_is_published_or_withdrawn_from_a_list(record, desk, number, action):
    summit = record.summit()
    derived_by(number)

    response = desk.act("summit", action, summit, reason_en="It never happened.", one_language="on")

    assert response.status_code == 503
    assert Version.objects.count() == 1


@pytest.mark.parametrize("number", WRONG)
def test_what_may_be_public_cannot_be_renamed(record, desk, number):
    record.development("event", actors=["france"])
    derived_by(number)

    response = desk.open("actor", "change", record.actor("france").pk)

    assert response.status_code == 503
    assert "Back in a few minutes" in response.text


@pytest.mark.parametrize("number", WRONG)
@pytest.mark.parametrize("model", ["entry", "summit", "actor", "version"])
def test_lists_of_the_desk_are_open(record, desk, number, model):
    record.summit()
    derived_by(number)

    assert desk.open(model).status_code == 200
