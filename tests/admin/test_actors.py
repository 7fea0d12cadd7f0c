"""The lists on the desk's page of an actor, other than its offices and former names."""

import pytest

from events.models import Alias, Identifier, Membership, Succession
from tests.admin.desk import errors, row

pytestmark = pytest.mark.django_db


def test_an_organisation_is_given_members(record, desk):
    eu = record.actor("eu")
    form = row(
        desk.form("actor", eu.pk),
        "memberships",
        actor=record.actor("france").pk,
        role="member",
        since="1958",
        source=record.source("treaty").pk,
    )

    desk.send("actor", eu.pk, form)

    membership = Membership.objects.get()
    assert (membership.body, membership.since, membership.source.slug) == (eu, "1958", "treaty")
    assert desk.messages == [
        'The actor “<a href="'
        + desk.url("actor", "change", eu.pk)
        + ('">Eu</a>” was changed successfully. You may edit it again below.')
    ]


def test_a_country_and_a_person_have_no_members(record, desk):
    for actor in (record.actor("france"), record.person("macron")):
        assert "memberships-TOTAL_FORMS" not in desk.form("actor", actor.pk)


def test_a_succession_is_seen_from_both_sides(record, desk):
    alba, norda = record.actor("alba"), record.actor("norda")
    form = row(desk.form("actor", alba.pk), "successors", actor=norda.pk, date="1 July 2011")

    desk.send("actor", alba.pk, form)

    assert Succession.objects.get().date == "2011-07-01"
    assert desk.form("actor", norda.pk)["predecessors-0-predecessor"] == str(alba.pk)
    circle = row(desk.form("actor", norda.pk), "successors", actor=alba.pk)
    assert errors(desk.send("actor", norda.pk, circle)) == {
        "successors-0-actor": ["Alba comes before Norda already, so it cannot come after it."]
    }
    itself = row(desk.form("actor", norda.pk), "successors", actor=norda.pk)
    assert errors(desk.send("actor", norda.pk, itself)) == {
        "successors-0-actor": ["An actor cannot be its own successor."]
    }


def test_other_names_and_identifiers(record, desk):
    ukraine = record.actor("ukraine")
    form = row(desk.form("actor", ukraine.pk), "aliases", text="Україна", language="uk")
    form = row(form | {"aliases-0-kind": "script"}, "identifiers", scheme="wikidata", value="Q212")

    desk.send("actor", ukraine.pk, form)

    assert Alias.objects.values_list("text", "language", "kind").get() == (
        *("Україна", "uk", "script"),
    )
    assert str(Identifier.objects.get()) == "Wikidata Q212"


def test_what_is_wrong_with_them_is_said_at_the_field_and_nothing_is_lost(record, desk):
    record.actor("poland")
    ukraine = record.actor("ukraine")
    form = row(desk.form("actor", ukraine.pk), "aliases", text="Poland", language="polski")
    form = row(form, "identifiers", scheme="wikidata", value="Q0x")

    response = desk.send("actor", ukraine.pk, form)

    assert errors(response) == {
        "aliases-0-language": ["A language tag such as “de”, “uk” or “pt-BR”."],
        "aliases-0-text": [
            "This is the name of another actor, “poland”. Readers would take the one for the other."
        ],
        "identifiers-0-value": [
            "An item of Wikidata is Q and a number that begins with no zero, as in “Q212”."
        ],
    }
    assert 'value="Q0x"' in response.text
    assert 'value="polski"' in response.text


def test_a_state_without_a_code_is_saved_and_an_invented_code_is_questioned(record, desk):
    desk.save("actor", kind="country", slug="ossetia", name_en="South Ossetia")
    assert [message for message in desk.messages if "check" in message] == []
    desk.save("actor", kind="country", slug="nosuch", name_en="No such state", country="QQ")
    [question] = [message for message in desk.messages if "check" in message]
    assert "Nobody has or had the country code “QQ” (ISO 3166)." in question
    assert '<a href="#id_country">' in question


def test_two_lists_of_a_page_close_no_circle(record, desk):
    alba, norda, suda = (record.actor(slug) for slug in ("alba", "norda", "suda"))
    record.succession("norda", "suda")
    form = row(desk.form("actor", alba.pk), "predecessors", predecessor=suda.pk, date="2011")
    form = row(form, "successors", actor=norda.pk, date="2012")

    response = desk.send("actor", alba.pk, form)

    assert errors(response) == {
        "successors-0-actor": ["Norda comes before Alba already, so it cannot come after it."]
    }
    assert 'value="2012"' in response.text
    assert Succession.objects.count() == 1


@pytest.mark.parametrize(
    ("rows", "values", "said"),
    [
        (
            "identifiers",
            [{"scheme": "wikidata", "value": "q42"}, {"scheme": "wikidata", "value": " Q42"}],
            {"identifiers-1-value": ["This identifier is listed already."]},
        ),
        (
            "aliases",
            [{"text": "Foo", "kind": "spelling"}, {"text": "Foo", "kind": "script"}],
            {"aliases-1-text": ["This name is listed already."]},
        ),
    ],
)
def test_what_is_there_twice_is_named(record, desk, rows, values, said):
    alba = record.actor("alba")
    form = desk.form("actor", alba.pk)
    for one in values:
        form = row(form, rows, **one)

    assert errors(desk.send("actor", alba.pk, form)) == said


def test_a_row_that_is_there_already_is_not_added_again(record, desk):
    record.alias("alba", "Foo")
    alba = record.actor("alba")
    form = row(desk.form("actor", alba.pk), "aliases", text="Foo", kind="script")

    assert errors(desk.send("actor", alba.pk, form)) == {
        "aliases-1-text": ["This name is listed already."]
    }


@pytest.mark.parametrize(
    ("kind", "field", "said"),
    [
        ("organisation", "country", "Only a country has a country code."),
        ("country", "represents", "Only a person represents somebody."),
    ],
)
def test_what_belongs_to_another_kind_is_said_at_its_field(record, desk, kind, field, said):
    poland = record.actor("poland")
    alba = record.actor("alba", kind=kind)
    values = {"country": "FR", "represents": poland.pk}

    assert errors(desk.save("actor", alba.pk, **{field: values[field]})) == {field: [said]}
