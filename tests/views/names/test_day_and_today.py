"""Pages call actors what they were called on the day, with the offices of the day."""

import pytest

from events import publishing
from tests import snapshot
from tests.views.reading import missing, words

BOTH = ("Swaziland (today Eswatini)", "Swasiland (heute Eswatini)")


@pytest.fixture
@snapshot.kept
def vote(record):
    country = record.actor("eswatini", kind="country", country="SZ")
    for language, name in (("en", "Swaziland"), ("de", "Swasiland")):
        setattr(country, f"name_{language}", name)
    country.save()
    record.person("sam", represents="eswatini", office_en="Envoy", office_de="Gesandter")
    record.position("vote", holder="eswatini", speaker="sam", date="2017-09-01")
    record.summit("meeting", actors=["eswatini", "sam"], date="2017-09-02")
    promise = record.commitment("promise", actors=["eswatini"], date="2017-09-03", publish=False)
    record.called(promise, "eswatini", domain="land")
    publishing.publish(promise)
    country.name_en = country.name_de = "Eswatini"
    country.save()
    country.former_names.create(name_en="Swaziland", name_de="Swasiland", until="2018-04-18")
    publishing.republish(country)
    sam = record.actor("sam")
    sam.office_en, sam.office_de, sam.represents = "Judge", "Richter", None
    sam.save()
    publishing.republish(sam)


@pytest.mark.usefixtures("vote")
@pytest.mark.parametrize(
    "path",
    [
        "entries/vote/",
        "entries/meeting/",
        "entries/promise/",
        "timeline/",
        "timeline/?q=eswatini",
        "timeline/?q=swasiland",
        "commitments/",
    ],
)
@pytest.mark.parametrize(("language", "said"), list(zip(("en", "de"), BOTH, strict=True)))
def test_the_name_of_the_day_and_that_of_today(client, path, language, said):
    assert missing(client.get(f"/{language}/{path}"), said) == []


@pytest.mark.usefixtures("vote")
@pytest.mark.parametrize("path", ["entries/meeting/", "entries/vote/", "positions/eswatini/force/"])
def test_the_office_of_the_day(client, path):
    page = client.get(f"/en/{path}")
    assert missing(page, "Sam , Envoy") == []
    assert "Judge" not in words(page)


@pytest.mark.usefixtures("vote")
@pytest.mark.parametrize("path", ["positions/", "actors/", "timeline/?lanes=actor"])
def test_a_list_of_actors_has_the_names_of_today(client, path):
    assert missing(client.get(f"/en/{path}"), "Eswatini") == []
    if "timeline" not in path:
        assert "Swaziland" not in words(client.get(f"/en/{path}"))


@pytest.mark.usefixtures("vote")
def test_the_page_of_an_actor_has_its_dated_facts(client, record):
    sam = record.actor("sam")
    sam.offices.create(
        title_en="Envoy", represents=record.actor("eswatini"), since="2010", until="2019"
    )
    publishing.republish(sam)

    page = client.get("/en/actors/sam/")
    assert missing(page, "Judge", "Offices Envoy, Eswatini, from 2010 to 2019") == []
    page = client.get("/de/actors/eswatini/")
    assert missing(page, "Frühere Namen Swasiland, bis 18. April 2018") == []
