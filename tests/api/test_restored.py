"""An older copy of the record that took the place of a newer one: no tag of before is right."""

from typing import Any

import pytest
from django.db import transaction

from events import desk, publishing

WHY: dict[str, Any] = {
    "ground": "personal-data",
    "reason": {"en": "A private person asked for it."},
}


@pytest.mark.parametrize(
    "path",
    [
        "entries/{id}/",
        "entries/event/",
        "entries/",
        "entries/?limit=1&q=secret",
        "entries/?as_of=2020-01-01",
        "entries/{id}/versions/",
        "entries/{id}/versions/1/",
        "changes/",
        "actors/",
    ],
)
def test_nothing_is_told_to_be_unchanged(client, record, path, django_assert_num_queries):
    event = record.development("event", summary_en="secret")
    path = "/api/v1/" + path.format(id=event.uid)
    with transaction.atomic():
        event.summary_en = "secret and more"
        event.save()
        publishing.publish(event)
        before = client.get(path)["ETag"]
        desk.redact(event, parts=["summary"], **WHY)
        listed = list(desk.listed())
        transaction.set_rollback(True)

    desk.replay(listed[0])

    again = client.get(path, headers={"If-None-Match": before})
    assert again.status_code == 200
    assert b"secret" not in again.content
    # What is asked from now on is found unchanged, for the price that it had.
    with django_assert_num_queries(1):
        answer = client.get(path, headers={"If-None-Match": again["ETag"]})
    assert answer.status_code == 304
