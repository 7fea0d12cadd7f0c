"""Offices and former names on the desk's page of an actor."""

import json

import pytest

from events import publishing
from events.models import FormerName, Office
from tests.admin.desk import errors, row

pytestmark = pytest.mark.django_db

PAST_STAYS = (
    "What entries say of their own day has not changed: this is who somebody is today. "
    "For the past, add the office with its dates."
)


@pytest.fixture
def sam(record):
    record.actor("netherlands", kind="country", country="NL")
    return record.person("sam", represents="netherlands", office_en="Foreign Minister")


def said(entry):
    [sam] = json.loads(publishing.standing(entry).document)["actors"]
    return sam["office"].get("en"), sam["represents"], sam["country"]


def test_a_new_office_leaves_the_past_alone(record, desk, sam):
    may = record.summit("may", date="2021-05-05", actors=["sam"])

    nato = record.actor("nato-x").pk
    desk.save("actor", sam.pk, office_en="Secretary General", represents=nato)
    assert desk.messages[:-1] == [
        "1 public entry names this and was published again.",
        PAST_STAYS,
    ]
    desk.save("summit", may.pk, title_en="Without the typo")
    publishing.publish(may)

    assert said(may) == ("Foreign Minister", "netherlands", "NL")


def test_an_office_is_added_with_its_dates_and_its_source(record, desk, sam):
    may = record.summit("may", date="2021-05-05", actors=["sam"])
    form = row(
        desk.form("actor", sam.pk),
        "offices",
        title_en="Minister of Foreign Affairs",
        title_de="Außenminister",
        represents=record.actor("netherlands").pk,
        since="26 October 2017",
        until="30 June 2021",
        source=record.source().pk,
    )

    desk.send("actor", sam.pk, form)

    office = Office.objects.get()
    assert (office.since, office.until, office.source.slug) == (
        "2017-10-26",
        "2021-06-30",
        "report",
    )
    assert desk.messages[:1] == ["1 public entry names this and was published again."]
    assert said(may) == ("Minister of Foreign Affairs", "netherlands", "NL")


def test_what_is_wrong_with_an_office_is_said_at_its_field(record, desk, sam):
    form = desk.form("actor", sam.pk)
    wrong = row(form, "offices", title_en="Minister", since="2021", until="2019")
    without = row(form, "offices", since="2021")
    itself = row(form, "offices", title_en="Minister", represents=sam.pk)

    assert errors(desk.send("actor", sam.pk, wrong)) == {
        "offices-0-until": ["It ends before it begins: give a later day, or correct “since”."]
    }
    assert errors(desk.send("actor", sam.pk, without)) == {
        "offices-0-title_en": ["Write it in one language at least."]
    }
    assert errors(desk.send("actor", sam.pk, itself)) == {
        "offices-0-represents": ["A person represents a country or an organisation."]
    }
    assert Office.objects.count() == 0


def test_a_former_name_differs_from_the_present_one(record, desk):
    country = record.actor("eswatini", name_en="Eswatini", name_de="Eswatini")
    form = desk.form("actor", country.pk)

    same = row(form, "former_names", name_en="Eswatini", until="2018-04-18")
    assert errors(desk.send("actor", country.pk, same)) == {
        "former_names-0-name_en": ["This is its present name. A former one differs from it."]
    }
    assert errors(desk.send("actor", country.pk, row(form, "former_names", name_en="S"))) == {
        "former_names-0-until": ["This field is required."]
    }
    desk.send("actor", country.pk, row(form, "former_names", name_en="Swaziland", until="2018"))
    assert str(FormerName.objects.get()) == "Swaziland"


def test_only_a_person_is_offered_offices(record, desk, sam):
    assert "offices-TOTAL_FORMS" in desk.form("actor", sam.pk)
    assert "offices-TOTAL_FORMS" not in desk.form("actor", record.actor("france").pk)


def test_a_person_with_offices_stays_a_person(record, desk, sam):
    Office.objects.create(actor=sam, title_en="Minister")
    form = desk.form("actor", sam.pk) | {"kind": "organisation", "represents": ""}

    assert "This actor has offices, so it has to stay a person." in str(
        errors(desk.send("actor", sam.pk, form))
    )


def test_a_source_of_an_office_is_in_use(record, desk, sam):
    Office.objects.create(actor=sam, title_en="Minister", source=record.source("gazette"))

    response = desk.open("source", "delete", record.source("gazette").pk)

    assert "Sam" in response.content.decode()
