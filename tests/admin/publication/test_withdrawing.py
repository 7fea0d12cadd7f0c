"""What was published is withdrawn, and only a draft is deleted."""

import pytest

from events import publishing
from events.models import Entry, Summit, Version


def test_withdrawing_asks_for_a_reason_and_leaves_a_tombstone(record, desk):
    summit = record.summit()
    address = desk.url("summit", "withdraw", summit.pk)
    assert desk.client.get(address).status_code == 200

    refused = desk.post(address, {"reason_en": " ", "one_language": "on"})
    assert refused.context["form"].errors == {"reason_en": ["Readers need a reason."]}
    assert Version.objects.count() == 1

    response = desk.post(address, {"reason_en": "The report was false.", "one_language": "on"})

    assert response.url == desk.url("summit", "change", summit.pk)
    assert desk.messages == ["1 entry was withdrawn."]
    last = Version.objects.latest("seq")
    assert (last.action, last.told, last.published_by.username, last.document) == (
        "withdrawn",
        {"en": "The report was false."},
        "editor",
        None,
    )


def test_a_reason_in_one_language_is_asked_about(record, desk):
    summit = record.summit()
    address = desk.url("summit", "withdraw", summit.pk)

    asked = desk.post(address, {"reason_en": "The report was false."})

    [question] = asked.context["form"].errors["one_language"]
    assert question.startswith("The note for readers is missing in: German.")
    assert "The report was false." in asked.text
    assert Version.objects.count() == 1
    desk.post(address, {"reason_en": "False.", "reason_de": "Falsch."})
    assert Version.objects.latest("seq").told == {"en": "False.", "de": "Falsch."}


def test_withdrawing_what_is_not_public_says_so(record, desk):
    summit = record.summit(publish=False)

    desk.post(
        desk.url("summit", "withdraw", summit.pk), {"reason_en": "None", "one_language": "on"}
    )

    assert desk.messages == ["“Title of meeting” is not public."]
    assert Version.objects.count() == 0


def test_withdrawing_what_does_not_exist_goes_to_the_index(desk):
    assert desk.open("summit", "withdraw", 4711).url == "/admin/"


def test_what_was_published_is_never_deleted(record, desk):
    summit = record.summit()
    publishing.withdraw(summit)

    response = desk.post(desk.url("summit", "delete", summit.pk), {"post": "yes"})

    assert response.url == desk.url("summit", "change", summit.pk)
    assert desk.messages == ["This entry was published, so its history stays. Withdraw it instead."]
    assert Summit.objects.count() == 1
    assert "deletelink" not in desk.open("summit", "change", summit.pk).content.decode()


def test_a_draft_can_be_deleted_from_its_page(record, desk):
    summit = record.summit(publish=False, actors=["france"])

    response = desk.post(desk.url("summit", "delete", summit.pk), {"post": "yes"})

    assert response.url == desk.url("summit", "changelist")
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("model", ["entry", "summit"])
def test_lists_of_entries_cannot_delete(record, desk, model):
    summit = record.summit(publish=False)

    desk.act(model, "delete_selected", summit, post="yes")

    assert Entry.objects.count() == 1
