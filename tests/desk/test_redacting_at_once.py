"""Somebody saves a record while somebody else redacts it: one waits for the other, and both end."""

import subprocess
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from django.db import connection, connections

from events import desk
from events.admin import outcomes
from events.desk import RecordChanges
from events.models import Actor, Alias, Version
from tests.admin.desk import Desk
from tests.processes import done_or_waiting, has_ended, start
from tests.record import Record
from tests.waiting import PATIENCE

record = Record()
SECRET = "Quastenflosser"
WHY: dict[str, Any] = {"ground": "personal-data", "reason": {"en": "A right to be forgotten."}}


only_where_many_write = pytest.mark.skipif(
    "connection.vendor == 'sqlite'", reason="there, one transaction writes at all"
)
# What somebody else does to the meeting, in a process of their own.
REDACT = """
import django; django.setup()
from events import desk
from events.models import Entry
desk.redact(
    Entry.objects.get(slug="meeting"), parts=["title"], ground="personal-data", reason={"en": "A."}
)
"""
RENAME = """
import django; django.setup()
from events import desk
from events.desk import RecordChanges
from events.models import Actor
france = Actor.objects.get(slug="france")
def write():
    france.name_en = "French Republic"
    france.save()
    return RecordChanges(("name_en",))
desk.save(france, write=write)
"""


@pytest.mark.django_db(transaction=True)
@only_where_many_write
def test_they_wait_for_each_other_in_one_order() -> None:
    person = record.person("hans-q", represents="france", name_en=f"Hans {SECRET}")
    alias = record.alias("hans-q", f"H. {SECRET}")
    record.development("event", actors=["hans-q"])
    redacting: list[Future[None]] = []

    def redact() -> None:
        try:
            desk.redact_record(Actor.objects.get(pk=person.pk), **WHY)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:

        def write() -> RecordChanges:
            # A row of its lists alone: that of the record itself is not touched.
            Alias.objects.filter(pk=alias.pk).update(text=f"Hansi {SECRET}")
            redacting.append(pool.submit(redact))
            done_or_waiting(redacting[0].done)
            return RecordChanges(("aliases",))

        desk.save(Actor.objects.get(pk=person.pk), write=write)
        redacting[0].result(PATIENCE)
    assert connection.vendor == "postgresql"
    assert desk.where_is([SECRET, "hans-q"]) == []


@pytest.mark.django_db(transaction=True)
@only_where_many_write
@pytest.mark.parametrize("other", [REDACT, RENAME], ids=["redacts", "renames"])
def test_who_saves_and_publishes_and_who_does_something_else_to_it_wait_in_one_order(
    admin_client: Any, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    """Two processes: that of the other one begins when the entry is saved and not published yet."""
    meeting = record.summit("meeting", title_en=SECRET, title_de=SECRET, actors=["france"])
    publish_one = outcomes.publish_one
    others: list[subprocess.Popen[bytes]] = []

    def publish_beside_somebody_else(*given: Any, **named: Any) -> Any:
        others.append(start(other))
        done_or_waiting(partial(has_ended, others[0]))
        return publish_one(*given, **named)

    monkeypatch.setattr(outcomes, "publish_one", publish_beside_somebody_else)
    page = Desk(admin_client)
    page.save("summit", meeting.pk, "_publish", summary_en="What was said.")

    assert others[0].wait(PATIENCE) == 0
    assert Version.objects.filter(entry=meeting.pk).count() == 3
    assert (desk.where_is([SECRET]) == []) == (other == REDACT)
