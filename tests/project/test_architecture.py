"""Which module may import which: the contracts in `pyproject.toml`, façades, no circles.

The README's table of what is where is the order of the first contract.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import grimp
import pytest
from grimp import ImportGraph
from importlinter import api
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = api.read_configuration(str(ROOT / "pyproject.toml"))
TYPES = {"layers": LayersContract, "forbidden": ForbiddenContract}

# Packages that are only a folder for rooms, each of which has a façade of its own. All others are
# entered by what their `__init__` lists in `__all__`.
FOLDERS = {
    "events",
    "events.documents",
    "events.management",
    "events.management.commands",
    "events.migrations",
    "events.presenting",
    # Rooms of one package: from outside, all of them are entered by `events.public`.
    "events.public.asking",
    "events.public.lists",
    "events.public.names",
    "events.public.positions",
    "events.public.sources",
    "events.public.versions",
    "events.views",
    "events.views.boards",
    "events.views.names",
    "events.views.taking",
}
# Imports that would break a rule: who imports, and what.
WRONG = [
    ("events.admin.site", "events.views.asking.address"),
    ("events.admin.site", "events.api.problems"),
    ("events.importing.loading", "events.admin.outcomes"),
    ("events.importing.loading", "events.feeds"),
    ("events.importing.loading", "events.log"),
    ("events.api.changes", "events.views.asking"),
    ("events.api.changes", "events.log"),
    ("events.api.changes", "events.desk"),
    ("events.feeds.atom", "events.views.asking"),
    ("events.feeds.atom", "events.importing"),
    ("events.views.front", "events.publishing"),
    ("events.views.front", "events.admin"),
    ("events.views.front", "events.api"),
    ("events.views.front", "events.log"),
    ("events.views.front", "events.log.versions"),
    ("events.views.front", "events.models"),
    ("events.views.front", "events.models.entries"),
    ("events.views.front", "events.documents.rendering"),
    ("events.views.front", "events.documents.rendering.records"),
    ("events.views.asking.address", "events.views.front"),
    ("events.views.front", "events.views.timeline"),
    ("events.views.front", "events.public.lists.search"),
    ("events.presenting.profiles", "events.publishing"),
    ("events.presenting.profiles", "events.desk"),
    ("events.presenting.profiles", "events.views.asking"),
    ("events.presenting.profiles", "events.models"),
    ("events.presenting.wording.texts", "events.presenting.parts"),
    ("events.presenting.profiles", "events.presenting.wording.texts"),
    ("events.public.lists.listing", "events.publishing"),
    ("events.public.lists.listing", "events.documents.rendering"),
    ("events.public.lists.listing", "events.models"),
    ("events.public.lists.listing", "events.presenting"),
    ("events.public.versions.moments", "events.public.lists.listing"),
    ("events.desk.roles", "events.admin"),
    ("events.desk.roles", "events.presenting"),
    ("events.desk.roles", "events.views.asking"),
    ("events.desk.roles", "events.public"),
    ("events.publishing.door", "events.desk"),
    ("events.publishing.door", "events.public"),
    ("events.publishing.door", "events.views.asking"),
    ("events.documents.indexing", "events.documents.rendering"),
    ("events.documents.indexing", "events.models"),
    ("events.documents.rendering.records", "events.publishing"),
    ("events.models.entries", "events.documents.rendering"),
    ("events.log.versions", "events.models"),
    ("events.filters.table", "events.log"),
    ("events.filters.table", "events.public"),
    ("events.filters.declaring", "events.filters.table"),
    ("events.log.versions", "events.filters"),
    ("events.views.front", "events.filters.table"),
    ("events.dates.edtf", "events.vocabulary"),
    ("events.vocabulary", "events.views"),
    ("events.management.commands.load", "events.log"),
    ("events.admin.outcomes", "events.publishing"),
    ("events.importing.loading", "events.publishing"),
    ("events.management.commands.publish", "events.publishing"),
    ("events.admin.outcomes", "events.desk.audit"),
    ("events.importing.loading", "events.desk.records.writing"),
    ("events.desk.records.reading", "events.importing"),
    ("events.desk.rights", "events.desk.saving"),
    ("events.desk.audit", "events.desk.records"),
]


@pytest.fixture(scope="module")
def graph() -> ImportGraph:
    return grimp.build_graph("events", cache_dir=None)


def test_imports_point_one_way(graph: ImportGraph) -> None:
    assert list(broken_contracts(graph)) == []


def test_packages_are_entered_by_their_facade(graph: ImportGraph) -> None:
    assert list(side_doors(graph)) == []


def test_no_modules_import_each_other_in_a_circle(graph: ImportGraph) -> None:
    assert circles(graph) == []


@pytest.mark.parametrize(("importer", "imported"), WRONG)
def test_a_wrong_import_is_noticed(graph: ImportGraph, importer: str, imported: str) -> None:
    assert {importer, imported} <= graph.modules
    with_it = grimp.ImportGraph.__deepcopy__(graph, {})
    with_it.add_import(
        importer=importer,
        imported=imported,
        line_number=1,
        line_contents=f"import {imported}",
    )

    assert [*broken_contracts(with_it), *side_doors(with_it), *circles(with_it)]


def test_the_readme_names_the_layers_in_their_order() -> None:
    layers = [set(layer.split(" | ")) for layer in CONTRACTS["contracts_options"][0]["layers"]]
    rows = [row for row in (ROOT / "README.md").read_text("utf-8").splitlines() if row[:3] == "| `"]
    named = [set(re.findall(r"`events/(\w+)(?:/|\.py)`", row)) for row in rows]

    assert [names for names in named if names] == layers


def test_every_folder_of_packages_is_one() -> None:
    for name in FOLDERS:
        assert not hasattr(import_module(name), "__all__"), name


def broken_contracts(graph: ImportGraph) -> Iterator[str]:
    session = CONTRACTS["session_options"]
    for options in CONTRACTS["contracts_options"]:
        contract = TYPES[options["type"]](options["name"], session, options)
        if not contract.check(graph.__deepcopy__({}), verbose=False).kept:
            yield options["name"]


def side_doors(graph: ImportGraph) -> Iterator[str]:
    """Imports of a module inside a package by one outside of it."""
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            house = closed_to(importer, imported)
            if house and not importer.startswith("events.migrations."):
                room = imported.removeprefix(f"{house}.")
                lines = [
                    details["line_contents"]
                    for details in graph.get_import_details(importer=importer, imported=imported)
                ]
                listed = room in facade(house) and all(
                    line.startswith(f"from {house} import") for line in lines
                )
                if not listed:
                    yield f"{importer} enters {house} by {imported}"


def closed_to(importer: str, imported: str) -> str | None:
    """The outermost package around the module that has a façade and does not hold the importer."""
    parts = imported.split(".")
    for length in range(1, len(parts)):
        package = ".".join(parts[:length])
        if package not in FOLDERS and not f"{importer}.".startswith(f"{package}."):
            return package
    return None


def facade(package: str) -> list[str]:
    module: ModuleType = import_module(package)
    return list(getattr(module, "__all__", []))


def circles(graph: ImportGraph) -> list[list[str]]:
    """Modules that import each other, directly or through others (Tarjan's components)."""
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        order[module] = lowest[module] = len(order)
        path.append(module)
        for other in graph.find_modules_directly_imported_by(module):
            if other not in order:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in path:
                lowest[module] = min(lowest[module], order[other])
        if lowest[module] == order[module]:
            start = path.index(module)
            if len(circle := path[start:]) > 1:
                found.append(sorted(circle))
            del path[start:]

    for module in sorted(graph.modules):
        if module not in order:
            visit(module)
    return found
