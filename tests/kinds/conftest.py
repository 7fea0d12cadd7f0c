"""Whatever a kind of entry needs, and where. A kind is added to `events.vocabulary.kinds` first;
what the tests of this folder then miss is what is left to do, and they name the file.

Each goes through all kinds, and has its entries made from the models (`Record.entry`), so that none
has to be written for a new one. Its colours are in `tests/project/test_colours.py`, the table's own
words in `tests/vocabulary/test_kinds.py`.
"""

from typing import Any

import pytest

from events import public
from events.models import KINDS, Entry
from events.vocabulary import TRAITS, Kind, Traits
from tests import snapshot
from tests.record import Record

Document = Any


@pytest.fixture(params=Kind, ids=str)
def kind(request: pytest.FixtureRequest) -> Kind:
    found: Kind = request.param
    return found


@pytest.fixture
def traits(kind: Kind) -> Traits:
    assert kind in TRAITS, f"events/vocabulary/kinds.py: TRAITS has no row for {kind}"
    return TRAITS[kind]


@pytest.fixture
def model(kind: Kind, traits: Traits) -> type[Entry]:
    assert kind in KINDS, f"events/models/entries.py: no child of Entry has KIND = Kind.{kind.name}"
    return KINDS[kind]


@pytest.fixture
def record(db: None) -> Record:
    return Record()


@pytest.fixture
@snapshot.kept
def all_kinds(record: Record) -> None:
    """A public entry of every kind, called as its kind, with all that one can have."""
    for kind in [kind for kind in TRAITS if kind in KINDS]:
        record.entry(kind, kind)


@pytest.fixture
def entry(model: type[Entry], all_kinds: None) -> Any:
    """The entry of the kind, beside those of the others."""
    return model._default_manager.get(slug=model.KIND)


@pytest.fixture
def document(entry: Entry) -> Document:
    return _document(entry.slug)


@pytest.fixture
def own(kind: Kind, document: Document) -> set[str]:
    """The members that documents of this kind have and those of other kinds need not have."""
    others = [set(_document(other)) for other in KINDS if other != kind]
    return set(document) - set(document).intersection(*others)


def _document(slug: str) -> Document:
    return public.entry(slug).document
