"""The desk while the clock of the database's server is behind the log."""

from datetime import UTC, datetime

import pytest
from django.db.models import Value

from events.models import Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def behind(monkeypatch):
    def behind():
        monkeypatch.setattr(
            "events.publishing.appending.NOW", Value(datetime(2026, 1, 1, tzinfo=UTC))
        )

    return behind


def test_a_draft_is_saved_and_it_is_said_why_it_is_not_published(record, desk, behind):
    summit = record.summit()
    behind()

    desk.save("summit", summit.pk, "_publish", title_en="Another title")

    summit.refresh_from_db()
    [message] = desk.messages
    assert summit.title_en == "Another title"
    assert "Not published. The draft is saved" in message
    assert "the clock of the database's server says" in message.replace("&#x27;", "'")
    assert Version.objects.count() == 1


@pytest.mark.parametrize("action", ["publish_selected", "withdraw_selected"])
def test_nothing_is_published_or_withdrawn_from_a_list(record, desk, behind, action):
    summit = record.summit()
    if action == "publish_selected":
        summit.title_en = "Another"
        summit.save()
    behind()

    response = desk.act("summit", action, summit, reason_en="It never happened.", one_language="on")

    assert response.status_code == 503
    assert response["Retry-After"] == "60"
    assert "clock is wrong" in response.text
    assert Version.objects.count() == 1
