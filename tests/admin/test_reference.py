"""Reference data: what saving it does to public entries, and when it can be deleted."""

import json
import re

import pytest

from events import publishing
from events.models import Actor, Measure, Membership, Process, Source, Topic, Version
from tests.admin.desk import errors, row


@pytest.fixture
def named(record):
    """A public commitment and a public summit that name Germany, and a draft that does."""
    record.summit("meeting", actors=["germany"])
    record.commitment("promise", actors=["germany"])
    record.summit("draft", actors=["germany"], publish=False)
    return record.actor("germany")


def test_the_page_says_how_many_public_entries_name_it(named, desk):
    page = desk.open("actor", "change", named.pk)

    assert page.context["naming"] == 2
    text = " ".join(page.content.decode().split())
    assert "2 public entries name this. Saving a change publishes them again at once." in text


def test_the_page_of_what_nothing_names_says_nothing(record, desk):
    page = desk.open("actor", "change", record.actor("poland").pk)

    assert page.context["naming"] == 0
    assert 'id="naming"' not in page.content.decode()


def test_a_new_name_is_published_at_once(named, desk):
    desk.save("actor", named.pk, name_en="Federal Republic of Germany")

    assert desk.messages[0] == "2 public entries name this and were published again."
    documents = [json.loads(v.document) for v in Version.objects.filter(number=2)]
    assert [document["actors"][0]["name"]["en"] for document in documents] == [
        "Federal Republic of Germany"
    ] * 2
    assert {v.published_by.username for v in Version.objects.filter(number=2)} == {"editor"}


def test_renaming_does_not_publish_what_is_being_written(record, named, desk):
    meeting = named.participations.get(entry__slug="meeting").entry
    desk.save("summit", meeting.pk, title_en="Not for readers yet")

    desk.save("actor", named.pk, name_en="Federal Republic of Germany")

    document = json.loads(publishing.standing(meeting).document)
    assert document["title"]["en"] == "Title of meeting"


def test_saving_without_a_change_publishes_nothing(named, desk):
    desk.save("actor", named.pk)

    assert Version.objects.count() == 2


@pytest.mark.parametrize(
    ("model", "make"),
    [
        ("topic", lambda record: record.topic("force")),
        ("source", lambda record: record.source("report")),
        ("process", lambda record: record.process("peace")),
        ("measure", lambda record: record.measure("countries")),
    ],
)
def test_all_reference_data_is_published_again(record, desk, model, make):
    summit = record.summit(topics=["force"], publish=False)
    record.figure(summit, "countries", 26)
    publishing.publish(summit)
    field = "title" if model == "source" else "name_en"

    desk.save(model, make(record).pk, **{field: "A new name"})

    assert desk.messages[0] == "1 public entry names this and was published again."
    assert "A new name" in publishing.standing(summit).document


def test_new_members_of_a_coalition_are_published(record, desk):
    coalition = record.coalition("willing", france="lead")
    summit = record.summit(actors=["willing"])
    form = row(desk.form("actor", coalition.pk), "memberships", actor=record.actor("poland").pk)

    desk.send("actor", coalition.pk, form)

    assert Membership.objects.count() == 2
    assert desk.messages[0] == "1 public entry names this and was published again."
    assert "poland" in publishing.standing(summit).document


def test_a_coalition_is_given_its_members_after_it_exists(record, desk):
    form = desk.form("actor") | {"kind": "coalition", "name_en": "Willing", "slug": "willing"}
    assert "memberships-TOTAL_FORMS" not in form

    response = desk.send("actor", None, form, "_save")

    coalition = Actor.objects.get()
    assert response.url == desk.url("actor", "change", coalition.pk)
    assert desk.messages == ["The coalition is saved. Its members can be added now."]
    assert desk.form("actor", coalition.pk)["memberships-TOTAL_FORMS"] == "0"


def test_a_coalition_is_not_its_own_member(record, desk):
    coalition = record.coalition("willing")
    form = row(desk.form("actor", coalition.pk), "memberships", actor=coalition.pk)

    said = errors(desk.send("actor", coalition.pk, form))

    assert said["memberships-0-actor"] == ["An actor cannot be a member of itself."]


def test_coalitions_do_not_go_in_circles(record, desk):
    inner, outer = record.coalition("inner"), record.coalition("outer", inner="member")
    form = row(desk.form("actor", inner.pk), "memberships", actor=outer.pk)

    said = errors(desk.send("actor", inner.pk, form))

    assert said == {"memberships-0-actor": ["Outer has Inner among its members already."]}


def test_nobody_usually_represents_themselves(record, desk):
    person = record.person("emmanuel")

    said = errors(desk.save("actor", person.pk, represents=person.pk))

    assert said["represents"] == ["An actor cannot represent itself."]


def test_the_short_name_of_what_is_public_is_fixed(named, record, desk):
    assert "slug" not in desk.form("actor", named.pk)
    assert "slug" in desk.form("actor", record.actor("poland").pk)
    desk.save("actor", named.pk, slug="elsewhere")
    assert Actor.objects.filter(slug="germany").exists()


USES = [
    (
        "actor",
        lambda record: record.actor("france"),
        [
            "Coalition: Willing",
            "Commitment: Title of promise",
            "Person: Emmanuel",
            "Position: Title of stand",
        ],
    ),
    ("topic", lambda record: record.topic("force"), ["Position: Title of stand"]),
    (
        "source",
        lambda record: record.source("report"),
        ["Commitment: Title of promise", "Position: Title of stand"],
    ),
    (
        "process",
        lambda record: record.process(),
        ["Commitment: Title of promise", "Position: Title of stand"],
    ),
    ("measure", lambda record: record.measure("countries"), ["Commitment: Title of promise"]),
]


@pytest.fixture
def used(record):
    """A country in every use: a member, represented, a holder, a party and a contributor."""
    record.coalition("willing", france="member")
    record.person("emmanuel", represents="france")
    record.position("stand", holder="france", topic="force", publish=False)
    commitment = record.commitment("promise", actors=["france"], publish=False)
    record.called(commitment, "france")
    record.status(commitment, "open", "2026")
    record.figure(commitment, "countries", 26, source=record.source())
    return record


def listed(response):
    """The uses on the page that refuses, without their links."""
    [items] = re.findall(
        r'<ul id="deleted-objects">(.*?)</ul>', response.content.decode(), re.DOTALL
    )
    assert items.count("<a href=") == items.count("<li>")
    return [
        re.sub("<.*?>", "", item).strip() for item in re.findall("<li>(.*?)</li>", items, re.DOTALL)
    ]


@pytest.mark.parametrize(("model", "make", "uses"), USES)
def test_what_is_in_use_is_not_deleted_and_its_uses_are_listed(used, desk, model, make, uses):
    thing = make(used)

    page = desk.open(model, "delete", thing.pk)
    sent = desk.post(desk.url(model, "delete", thing.pk), {"post": "yes"})

    assert listed(page) == uses
    assert "cannot be deleted, because it is in use here" in page.content.decode()
    assert listed(sent) == uses
    thing.refresh_from_db()


@pytest.mark.parametrize(("model", "make", "uses"), USES)
def test_nor_is_it_deleted_among_others(used, desk, model, make, uses):
    thing = make(used)

    page = desk.act(model, "delete_selected", thing)
    sent = desk.act(model, "delete_selected", thing, post="yes")

    assert listed(page) == uses
    assert "Nothing was deleted, because what you selected is in use here" in page.content.decode()
    assert listed(sent) == uses
    thing.refresh_from_db()


@pytest.mark.parametrize(
    ("model", "make"),
    [
        (Actor, lambda record: record.actor("poland")),
        (Topic, lambda record: record.topic("money")),
        (Source, lambda record: record.source("leaflet")),
        (Process, lambda record: record.process("trade")),
        (Measure, lambda record: record.measure("leaders")),
    ],
)
def test_what_is_not_in_use_is_deleted(record, desk, model, make):
    thing = make(record)
    name = model._meta.model_name

    desk.post(desk.url(name, "delete", thing.pk), {"post": "yes"})

    assert model.objects.count() == 0


def test_a_coalition_goes_with_its_list_of_members(record, desk):
    coalition = record.coalition("willing", france="lead")

    desk.post(desk.url("actor", "delete", coalition.pk), {"post": "yes"})

    assert [actor.slug for actor in Actor.objects.all()] == ["france"]
    assert Membership.objects.count() == 0


def test_things_that_use_each_other_are_deleted_one_after_the_other(record, desk):
    person = record.person("emmanuel", represents="france")

    page = desk.act("actor", "delete_selected", *Actor.objects.all(), post="yes")

    assert listed(page) == ["Person: Emmanuel"]
    desk.act("actor", "delete_selected", person, post="yes")
    desk.act("actor", "delete_selected", *Actor.objects.all(), post="yes")
    assert Actor.objects.count() == 0
