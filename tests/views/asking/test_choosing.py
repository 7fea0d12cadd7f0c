import pytest
from django.test import RequestFactory

from events import public
from events.public import Moment
from events.views.asking.address import Query
from events.views.asking.choosing import Chosen, choosing

NAMES = ("process", "actor", "topic", "on", "as_of", "page", "actors")


@pytest.fixture
def read(db):
    def read(**params):
        query = Query.of(RequestFactory().get("/en/positions/", params), NAMES)
        return query, Chosen.read(query, NAMES)

    return read


def test_what_an_address_chooses(record, read):
    record.position("one", holder="france")
    record.position("two", holder="poland", topic="aid", process="other")

    _query, chosen = read(process="peace", actor=["poland", "france", "poland"], topic="aid")

    assert (chosen.process, chosen.actors, chosen.topics) == (
        *("peace", ("poland", "france"), ("aid",)),
    )
    assert (chosen.as_of, chosen.errors, chosen.status) == (None, {}, 200)
    assert chosen.names["actor"]["poland"] == {"en": "Poland", "de": "Poland (de)"}


def test_nothing_chosen(read):
    _query, chosen = read()

    assert (chosen.process, chosen.actors, chosen.topics, chosen.as_of) == (None, (), (), None)


def test_what_cannot_be_meant_is_told_and_left_out(record, read):
    record.position("one", holder="france", topic="force")

    # A topic is not an actor, and a value that is given twice counts as none.
    _query, chosen = read(actor=["france", "force", "a\0b"], topic="france", process=["x", "y"])

    assert sorted(chosen.errors) == ["actor", "process", "topic"]
    assert (chosen.process, chosen.actors, chosen.topics, chosen.status) == (None, (), (), 400)
    _query, chosen = read(actor=["france", "force"], as_of="never")
    assert sorted(chosen.errors) == ["actor", "as_of"]
    assert chosen.actors == ("france",)


def test_a_moment(record, read):
    record.position("one")

    assert read(as_of="2026-01-06")[1].as_of == Moment.parse("2026-01-06")


def test_the_form_keeps_what_is_on_and_offers_the_rest(record, read):
    record.position("one", holder="france")
    record.position("two", holder="poland", process="other")
    query, chosen = read(actor="france", on="2026-01-06", page="2", as_of="2026-02-01")
    matrix = public.matrix(chosen.as_of.until.date())

    form = choosing(query, chosen, matrix, ("on",))

    assert [(select.name, select.id) for select in form.selects] == [
        *(("actor", "choose-actor"), ("topic", "choose-topic")),
    ]
    assert [select.blank for select in form.selects] == ["Add another", "Any"]
    assert form.selects[0].options == [("poland", "Poland")]
    assert form.kept == [("actor", "france"), ("as_of", "2026-02-01")]
    [chip] = form.chips
    assert (chip.name, chip.value) == ("Actor", "France")
    assert chip.url == "/en/positions/?on=2026-01-06&as_of=2026-02-01"
    assert form.reset_url == "/en/positions/?on=2026-01-06&as_of=2026-02-01"


def test_one_process_of_several_is_chosen_in_a_list(record, read):
    record.position("one")
    record.position("two", process="other")
    query, chosen = read(process="other")

    form = choosing(query, chosen, public.Matrix({}, {}, []), ("on",))

    assert (form.selects[0].value, form.selects[0].blank) == ("other", "Any")
    assert form.selects[0].options == [("other", "Process other"), ("peace", "Process peace")]
    assert form.kept == []
    assert [chip.value for chip in form.chips] == ["Process other"]
