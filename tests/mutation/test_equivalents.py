"""The list of mutants that no test can notice: each of them is a mutant, and says why."""

import pytest

from tests.mutation.copying import ROOT
from tests.mutation.equivalents import equivalents
from tests.mutation.mutants import mutants_of

KNOWN = equivalents()


@pytest.mark.parametrize("path", sorted({name.partition("\n")[0] for name in KNOWN}))
def test_each_is_a_mutant_of_the_module_as_it_is(path: str) -> None:
    names = {mutant.name for mutant in mutants_of(path, (ROOT / path).read_text())}
    listed = {name for name in KNOWN if name.startswith(f"{path}\n")}
    assert sorted(listed - names) == []


def test_each_has_a_reason() -> None:
    assert [name for name, reason in KNOWN.items() if not reason.strip()] == []
