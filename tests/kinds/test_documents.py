"""What is published of a kind: a document that tells all, and by which the entry is found."""

from typing import Any

import orjson
from jsonschema import Draft202012Validator

from events import publishing
from events.api.shapes import SHAPES
from events.documents.indexing import tags, text_words
from events.documents.linking import links
from events.documents.rendering import named_entries
from events.models import Entry
from events.vocabulary import Facet, Kind, Traits
from tests.own_fields import own_fields, own_texts, word_of
from tests.record import Record

Document = Any


def test_its_document_has_a_status_where_the_table_has_a_list(
    traits: Traits, document: Document
) -> None:
    if traits.statuses is None:
        assert "status" not in document
    else:
        assert document["status"] in traits.statuses.values


def test_its_document_has_the_shape_that_the_api_gives(kind: Kind, document: Document) -> None:
    assert kind.title() in SHAPES, f"events/documents/shapes/entries.py: no type of {kind}"
    for shape in (kind.title(), "Entry"):
        schema = {"$ref": f"#/components/schemas/{shape}", "components": {"schemas": SHAPES}}
        errors = Draft202012Validator(schema).iter_errors(document)
        assert not [error.message for error in errors], (
            f"events/documents/shapes/entries.py: {shape}"
        )


def test_its_document_tells_all_that_editors_wrote(entry: Any, document: Document) -> None:
    written = orjson.dumps(document).decode()
    missing = []
    for field in own_fields(type(entry)):
        value = getattr(entry, field.name)
        said = value if isinstance(value, list) else [getattr(value, "slug", value)]
        if not all(f'"{one}"' in written for one in said):
            missing.append(field.name)
    assert not missing, f"events/documents/rendering/entries.py: {missing}"


def test_it_is_found_by_every_word_of_its_own(entry: Any, document: Document) -> None:
    found = text_words(document)
    texts = own_texts(type(entry))
    missing = [field.name for field in texts if word_of(field).lower() not in found]

    assert not missing, f"events/documents/reading.py: passages: {missing}"


def test_it_is_found_by_its_status(traits: Traits, document: Document) -> None:
    found = [tag.slug for tag in tags(document) if tag.facet == Facet.STATUS]

    assert found == ([document["status"]] if traits.statuses else [])


def test_what_it_names_is_found_from_the_other_side(
    traits: Traits, entry: Entry, document: Document
) -> None:
    named = list(named_entries(entry))
    expected = [(traits.links[str(one.where[0])], str(one.entry.uid)) for one in named]
    found = [(naming, link["id"]) for naming, link in links(document)]

    assert list(dict(found)) == list(traits.links.values())
    assert found == expected, "events/documents/rendering/entries.py"


def test_what_it_names_has_to_be_public_before(
    record: Record, kind: Kind, traits: Traits, model: type[Entry]
) -> None:
    entry = record.entry(kind, publish=False)
    named = list(named_entries(entry))
    for one in named:
        publishing.withdraw(one.entry, note="gone")

    assert {str(one.where[0]) for one in named} == {*traits.links}
    assert len(publishing.check(entry)) == len(named)
