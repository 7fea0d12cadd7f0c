"""What an editor is asked when a record is saved: nothing is refused, and a link leads there."""

import pytest

from events.models import Membership
from tests.admin.desk import row

pytestmark = pytest.mark.django_db

TWICE = "France is a member twice at the same time. Is that right?"


def test_what_is_odd_is_asked_about_and_saved_all_the_same(record, desk):
    body = record.coalition("alliance", france="member")
    body.memberships.update(source=record.source())
    form = row(
        desk.form("actor", body.pk),
        "memberships",
        actor=record.actor("france").pk,
        role="lead",
        since="2014",
        source=record.source().pk,
    )

    desk.send("actor", body.pk, form)

    assert Membership.objects.count() == 2
    assert desk.messages[0] == (
        'Saved. Please check:<ul><li><a href="#memberships-1">' + TWICE + "</a></li></ul>"
    )


def test_nothing_odd_is_not_mentioned(record, desk):
    body = record.coalition("alliance", france="member")
    body.memberships.update(source=record.source())
    desk.save("actor", body.pk, name_en="The Alliance")
    assert [message for message in desk.messages if "check" in message] == []
