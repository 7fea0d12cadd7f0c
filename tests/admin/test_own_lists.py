"""The lists that a site keeps itself: a climate record makes its own."""

import re

from events import public
from events.documents.reading import commitments
from events.models import AuditLine, Commitment, Domain, MeetingFormat, Summit
from tests.admin.desk import errors, row


def option_labels(page, name):
    """What a select or a group of checkboxes offers, in order."""
    field = page.context["adminform"].form.fields[name]
    return [str(label) for value, label in field.choices if value]


def test_a_site_adds_a_domain_of_its_own(record, desk):
    response = desk.save(
        "domain",
        name_en="Mitigation",
        name_de="Klimaschutz",
        slug="mitigation",
        description_en="Fewer emissions",
    )

    assert response.status_code == 302
    found = Domain.objects.get(slug="mitigation")
    assert (found.name_en, found.name_de, found.order) == ("Mitigation", "Klimaschutz", 100)
    assert (found.description_en, found.description_de) == ("Fewer emissions", None)
    assert AuditLine.objects.get().action == "added"
    offered = option_labels(desk.open("commitment", "add"), "domains")
    assert (offered[0], offered[-1]) == ("On land", "Mitigation")


def test_the_format_of_a_new_meeting_is_the_first_of_the_list(record, desk):
    desk.save(
        "meetingformat",
        name_en="Conference of the parties",
        name_de="Vertragsstaatenkonferenz",
        slug="cop",
        order="0",
    )

    page = desk.open("summit", "add")

    cop = MeetingFormat.objects.get(slug="cop")
    assert option_labels(page, "format")[:2] == ["Conference of the parties", "Summit of leaders"]
    assert desk.form("summit")["format"] == str(cop.pk)


def test_a_meeting_needs_a_format_of_the_list(record, desk):
    meeting = record.summit(publish=False)

    said = [errors(desk.save("summit", meeting.pk, format=wrong)) for wrong in ("", "cop", "999")]

    assert said == [
        {"format": ["This field is required."]},
        {"format": ["Select a valid choice. That choice is not one of the available choices."]},
        {"format": ["Select a valid choice. That choice is not one of the available choices."]},
    ]
    assert Summit.objects.get().format.slug == "summit"


def test_what_is_given_has_a_domain_of_the_list(record, desk):
    promise, finance = record.commitment(publish=False), record.domain("finance")
    form = desk.form("commitment", promise.pk)
    called = {"actor": record.actor("france").pk, "source": record.source().pk}
    form = row(form, "roll_call", domain=finance.pk, **called)

    assert desk.send("commitment", promise.pk, form).status_code == 302

    assert Commitment.objects.get().roll_call.get().domain == finance


def test_a_new_name_is_public_at_once_and_the_short_name_stays(record, desk):
    record.commitment(domains=["mitigation"])
    key = record.domain("mitigation").pk

    page = desk.open("domain", "change", key)
    desk.save("domain", key, name_de="Klimaschutz")

    assert page.context["naming"] == 1
    assert "slug" not in page.context["adminform"].form.fields
    assert desk.messages[0] == "1 public entry names this and was published again."
    [document] = commitments([public.entry("promise").document])
    assert document["domain_records"][0]["name"]["de"] == "Klimaschutz"


def test_one_that_is_in_use_cannot_be_deleted(record, desk):
    record.commitment("one", domains=["mitigation"], publish=False)
    promise = record.commitment("two", publish=False)
    record.called(promise, "france", domain="finance")
    record.summit("cop30", format="cop", publish=False)

    for model, thing in [
        ("domain", record.domain("mitigation")),
        ("domain", record.domain("finance")),
        ("meetingformat", record.format("cop")),
    ]:
        page = desk.open(model, "delete", thing.pk)
        assert re.search(r"Title of (one|two|cop30)", page.text)
        desk.post(desk.url(model, "delete", thing.pk), {"post": "yes"})
        assert type(thing).objects.filter(pk=thing.pk).exists()


def test_one_that_nothing_uses_can_be_deleted(record, desk):
    cyber = Domain.objects.get(slug="cyber")

    desk.post(desk.url("domain", "delete", cyber.pk), {"post": "yes"})

    assert not Domain.objects.filter(slug="cyber").exists()


def test_contributors_add_what_is_missing_and_change_nothing_public(record, desk_of):
    record.commitment(domains=["mitigation"])
    contributor = desk_of("contributor")

    added = contributor.save("domain", name_en="Finance", slug="finance")

    assert added.status_code == 302
    page = contributor.open("domain", "change", record.domain("mitigation").pk)
    assert not page.context["has_change_permission"]
