"""Which module may import which (the layers stand in `pyproject.toml`)."""

import grimp
import pytest
from importlinter.cli import lint_imports

# What is served comes from versions. These are the tables on which editors work, and the package
# that has them all.
DESK = {
    "events.models",
    "events.models.entries",
    "events.models.parts",
    "events.models.reference",
}
READERS = ["api", "delivery", "exporting", "feeds", "presenting", "public", "views"]


def test_imports_point_one_way(capsys):
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("reader", READERS)
def test_nothing_public_reads_the_desk(reader):
    graph = grimp.build_graph("events", cache_dir=None)
    package = f"events.{reader}"
    modules = [name for name in graph.modules if f"{name}.".startswith(f"{package}.")]

    reads = {name: graph.find_modules_directly_imported_by(name) & DESK for name in modules}

    assert {name: desk for name, desk in reads.items() if desk} == {}
