"""Columns are members of what the API answers."""

import pytest

from events import public
from events.api.shapes import SHAPES
from events.feeds.tables import DataTable, entries, positions, references, roll_call
from events.vocabulary import Kind
from tests.views.conftest import _publish_site

TABLES = [entries.entries(), *(entries.entries(kind) for kind in Kind), references.ACTORS]
# What tables have beside the API, which has no addresses of pages.
BESIDE = {"url"}


def members(name):
    """The paths of all members of a shape of the API."""
    return set(_members(SHAPES[name]))


def _members(schema, before=""):
    for one in schema.get("anyOf", [schema]):
        reference = one.get("$ref") or one.get("items", {}).get("$ref")
        if reference and reference.endswith("/Text"):
            yield from (f"{before}.{language}" for language in ("en", "de"))
        elif reference:
            yield from _members(SHAPES[reference.rpartition("/")[2]], before)
        elif one.get("type") == "object":
            for name, member in one["properties"].items():
                yield from _members(member, f"{before}.{name}" if before else name)
        elif one.get("type") != "null":
            yield before


@pytest.mark.parametrize("kind", Kind)
def test_every_column_is_a_member_in_the_api(kind):
    table = entries.entries(kind)

    assert set(table.header) - members(kind.title()) == BESIDE
    assert len(set(table.header)) == len(table.header)


def test_a_table_of_all_kinds_has_the_columns_of_each():
    of_all = entries.entries().header

    assert [set(entries.entries(kind).header) - set(of_all) for kind in Kind] == [set()] * len(Kind)


@pytest.mark.parametrize(
    ("table", "shape"), [(references.ACTORS, "Actor"), (references.TOPICS, "Topic")]
)
def test_so_is_every_column_of_what_entries_name(table, shape):
    assert set(table.header) - members(shape) == BESIDE


def test_so_are_those_of_positions_and_of_a_roll_call():
    entry = {
        name
        for name in members("Position")
        if name.split(".")[0] in ("title", "sources", "version")
    }
    held = members("Held") | entry | {"url", "ended"}
    who = {f"{axis}.name.{language}" for axis in ("actors", "topics") for language in ("en", "de")}
    step = members("RollCallStage") | entry | {"id", "slug", "url", "on", "ahead"}
    called = step | members("CalledActor") | who
    changes = {"from", "to", "change", "actor", "topic"} | who
    changes |= {f"{when}.{name}" for when in ("before", "now") for name in held}

    assert set(positions.MATRIX.header) - held - who == {"on"}
    assert set(positions.CHANGES.header) - changes == set()
    assert set(roll_call.TABLE.header) - called == set()


def test_a_column_that_nothing_has_is_refused():
    with pytest.raises(ValueError, match=r"The rows of x have no member “date\.day”"):
        _ = DataTable("x", entries.entries().row, ("date.day",)).columns


@pytest.mark.django_db
def test_a_row_has_what_the_document_has(record):
    _publish_site(record)
    document = public.entry("promise").document
    table = entries.entries("commitment")

    [row] = entries.rows([(document, None)], lambda slug: f"/{slug}/")
    found = dict(zip(table.header, table.values(row), strict=True))

    assert found["date.edtf"] == "2025-09"
    assert found["title.de"] == "Titel von promise"
    assert found["url"] == "/promise/"
    assert found["counts.reported"] == 26
    assert found["sources.slug"] == [source["slug"] for source in document["sources"]]
    assert found["actors.name.en"] == [actor["name"]["en"] for actor in document["actors"]]
    assert found["made_at.slug"] == "paris"
    assert found["history.date.edtf"] == ["2026-01"]
    assert found["figures.unit.slug"] == [None]
