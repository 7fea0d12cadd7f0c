"""What editors see of work that goes on in the background."""

import pytest
from django.urls import reverse

from events import publishing
from events.models import AuditLine, Job
from events.publishing import republishing
from events.vocabulary import JobState

LIST = "admin:events_job_changelist"


@pytest.fixture
def many(record, monkeypatch):
    """An actor that more entries name than are published again at once."""
    monkeypatch.setattr(republishing, "AT_ONCE", 1)
    monkeypatch.setattr("events.desk.AT_ONCE", 1)
    record.position("one", holder="france")
    record.position("two", holder="france")
    return record.actor("france")


@pytest.fixture
def asked(desk, many):
    desk.save("actor", many.pk, name_en="French Republic")
    return Job.objects.get()


def text(response):
    return " ".join(response.content.decode().split())


def test_whoever_saves_what_many_name_is_told_that_it_goes_on_in_the_background(desk, many):
    page = text(desk.open("actor", "change", many.pk))
    assert (
        "2 public entries name this. Saving a change publishes them again in the background."
    ) in page

    desk.save("actor", many.pk, name_en="French Republic")

    [told] = [message for message in desk.messages if "background" in message]
    assert told == (
        "2 public entries name this and are being published again in the background. "
        f'<a href="{reverse(LIST)}">Background work</a>'
    )
    assert AuditLine.objects.get().params["renewing"] == 2


def test_the_list_says_what_is_done_how_far_it_is_for_whom_and_that_nobody_does_it(desk, asked):
    page = text(desk.open("job"))
    assert "Entries that name it are published again" in page
    assert f'<a href="/admin/events/actor/{asked.key}/change/">france</a>' in page
    assert '<td class="field-progress">0 of 2</td>' in page
    assert '<td class="field-asked_for_by">editor</td>' in page
    assert "Work is waiting, and no worker is running. Start one: `manage.py worker`." in page

    publishing.worker_appears("one")
    list(publishing.carry_out(publishing.claim_job("one")))

    page = text(desk.open("job"))
    assert '<td class="field-progress">2 of 2</td>' in page
    assert "no worker is running" not in page


def test_what_was_given_up_says_why_and_can_be_tried_again(desk, asked):
    Job.objects.update(state=JobState.FAILED, error="ValueError: <odd>")
    assert "0 of 2<br>ValueError: &lt;odd&gt;" in text(desk.open("job"))

    address = reverse(LIST)
    desk.client.post(address, {"action": "try_again", "_selected_action": [str(asked.pk)]})

    assert Job.objects.get().state == JobState.WAITING
    assert "1 job is tried again." in text(desk.open("job"))


@pytest.mark.parametrize(
    ("role", "status"),
    [("editor", 200), ("superuser", 200), ("contributor", 403), ("staff", 403), ("anonymous", 302)],
)
def test_those_who_may_publish_see_it(desk_of, asked, role, status):
    assert desk_of(role).open("job").status_code == status
    index = desk_of(role).client.get(reverse("admin:index")).content.decode()
    assert (reverse(LIST) in index) == (status == 200)


def test_it_is_only_to_be_looked_at(desk, asked):
    for page, arguments in (("add", []), ("delete", [asked.pk])):
        assert desk.open("job", page, *arguments).status_code == 403
    change = reverse("admin:events_job_change", args=[asked.pk])
    assert desk.client.post(change, {"state": "done"}).status_code == 403


def test_the_list_costs_the_same_however_long_it_is(desk, asked, django_assert_num_queries):
    with django_assert_num_queries(8):
        desk.open("job")
    for number in range(5):
        Job.objects.create(
            what=asked.what,
            kind="actor",
            key=1000 + number,
            slug="x",
            asked_by=asked.asked_by,
            asked_at=asked.asked_at,
            due_at=asked.due_at,
        )
    with django_assert_num_queries(8):
        desk.open("job")
