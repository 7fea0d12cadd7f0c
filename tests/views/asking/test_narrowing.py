"""The filters of a page of one kind: read, and shown as a form and as chips."""

import pytest
from django.test import RequestFactory

from events import public
from events.views.asking.address import Query
from events.views.asking.narrowing import asked, narrowing
from events.vocabulary import CommitmentStatus, Domain, Facet, Firmness

NAMES = ("by", "process", "actor", "topic", "status", "domain", "firmness", "as_of", "cursor")
CHOICES = {
    "by": ("status", "map"),
    "status": CommitmentStatus.values,
    "firmness": Firmness.values,
    "domain": Domain.values,
}
FACETS = (Facet.PROCESS, Facet.ACTOR, Facet.TOPIC, Facet.STATUS, Facet.DOMAIN)
LISTS = {
    "status": ("Status", CommitmentStatus.choices),
    "domain": ("Domain", Domain.choices),
}


@pytest.fixture
def read(record):
    record.commitment("one", actors=["ukraine", "france"], domains=["air"], topics=["force"])

    def of(address):
        query = Query.of(RequestFactory().get(f"/en/commitments/{address}"), NAMES)
        return asked(query, "commitment", CHOICES, 7)

    return of


@pytest.fixture
def shown(read):
    def of(address):
        said = read(address)
        return narrowing(said, public.tallies(said.base, FACETS), LISTS, ("by", "as_of"))

    return of


def test_nothing_is_asked_for(read):
    said = read("")

    assert (said.errors, said.is_narrowed) == ({}, False)
    assert said.filters.kind == said.base.kind == "commitment"
    assert said.filters.limit == 7


def test_what_is_asked_for_narrows_the_list_and_not_the_choices(read):
    said = read("?actor=france&domain=air&as_of=2020-01-01&by=map")

    assert (said.errors, said.is_narrowed) == ({}, True)
    assert len(said.filters.tags) == 2
    assert said.base.tags == ()
    assert said.base.as_of == said.filters.as_of == public.Moment.parse("2020-01-01")
    assert read("?domain=sea").filters.tags is None


def test_what_cannot_be_meant_is_left_out(read):
    said = read("?status=held&domain=air&domain=sea&actor=nobody&topic=force&by=x")

    assert said.errors.keys() == {"status", "domain", "actor", "by"}
    assert said.filters.topic == "force"
    assert len(said.filters.tags) == 1


def test_the_form_offers_what_there_is(shown):
    form = shown("")

    assert [(field.name, field.label, field.options) for field in form.fields] == [
        ("actor", "Actor", [("france", "France"), ("ukraine", "Ukraine")]),
        ("topic", "Topic", [("force", "Topic force")]),
        ("status", "Status", [("open", "Open")]),
        ("domain", "Domain", [("air", "In the air")]),
    ]
    assert (form.chips, form.errors, form.kept, form.open) == ([], [], [], False)


def test_what_is_on_is_a_chip_that_can_be_taken_away(shown):
    form = shown("?by=map&actor=france&actor=ukraine&domain=sea&cursor=x")

    assert [(chip.name, chip.value, chip.url) for chip in form.chips] == [
        ("Actor", "France", "/en/commitments/?by=map&actor=ukraine&domain=sea"),
        ("Actor", "Ukraine", "/en/commitments/?by=map&actor=france&domain=sea"),
        ("Domain", "At sea", "/en/commitments/?by=map&actor=france&actor=ukraine"),
    ]
    assert form.reset_url == "/en/commitments/?by=map"
    assert form.kept == [("by", "map")]
    # A value that nothing has is still the one that was chosen.
    assert form.fields[-1].options[-1] == ("sea", "At sea")


def test_what_is_wrong_opens_the_form_and_stands_beside_its_control(shown):
    form = shown("?status=held&by=x")

    status = next(field for field in form.fields if field.name == "status")
    assert (status.value, len(status.errors)) == ("held", 1)
    assert form.open
    assert form.errors == [
        "View: “x” is not one of: By status (status), Who contributes what (map)."
    ]
    assert (form.chips, form.kept) == ([], [])


def test_several_processes_can_be_told_apart(shown, record):
    record.commitment("two", process="trade")
    names = [field.name for field in shown("").fields]

    assert names == ["process", "actor", "topic", "status", "domain"]
