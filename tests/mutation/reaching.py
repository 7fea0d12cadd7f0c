"""Which tests are run for a mutant: those that execute the line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from coverage import CoverageData

from tests.mutation.mutants import Mutant

# For one mutant, tests are run that take so many seconds of processor time: those that are quick to
# tell at first, and the others only if these have noticed nothing.
SOON, LONGEST = 4, 30
# So much do paths such as events/dates/languages/german.py and tests/dates/test_labels.py share.
SAME_PACKAGE = 2


@dataclass(frozen=True)
class Reach:
    """`seconds`: by test; `digests`: of the sources whose lines are known, by path."""

    seconds: Mapping[str, float]
    digests: Mapping[str, str]
    lines: CoverageData

    def tests_of(self, mutant: Mutant) -> tuple[list[str], list[str]]:
        """The tests to run for a mutant, in order: at first, and then.

        Those that execute the statement; for what is done when a module is imported, those that
        execute anything in it; where there are none, those of the same package. The nearer
        to the test file that mirrors the module, and the quicker, the earlier.
        """
        by_line = _by_line(self.lines, mutant.path)
        found = set(chain.from_iterable(by_line.get(line, ()) for line in mutant.statement))
        found &= self.seconds.keys()
        if not found or digest(mutant.text.encode()) != self.digests.get(mutant.path):
            found = set(chain.from_iterable(by_line.values())) & self.seconds.keys()
        nearness = {test: near(mutant.path, test) for test in found or self.seconds}
        if not found:
            enough = min(SAME_PACKAGE, max(nearness.values()))
            found = {test for test in nearness if nearness[test] >= enough}
        return self._cut(
            sorted(found, key=lambda test: (-nearness[test], self.seconds[test], test))
        )

    def _cut(self, tests: Iterable[str]) -> tuple[list[str], list[str]]:
        at_first: list[str] = []
        then: list[str] = []
        total = 0.0
        for test in tests:
            total += self.seconds[test]
            if total <= SOON or not at_first:
                at_first.append(test)
            elif total <= LONGEST:
                then.append(test)
        return at_first, then


def near(path: str, test: str) -> int:
    """How many parts the path of a test has in common with that of the module's own tests."""
    module = Path(path)
    own = (f"test_{module.name}", module.stem)  # a file, or a folder of several
    mirrored = (*((part,) for part in ("tests", *module.parts[1:-1])), own)
    pairs = zip(Path(test.partition("::")[0]).parts, mirrored, strict=False)
    return [*(part in parts for part, parts in pairs), False].index(False)


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


@lru_cache
def _by_line(lines: CoverageData, path: str) -> dict[int, list[str]]:
    return lines.contexts_by_lineno(path)
