"""Mutation tests: would the tests notice if the code did something else?

Changes one small thing at a time in a copy of the tree, runs the tests that execute it, and prints
the share of these mutants that a test has noticed, and those that none has. Runs on SQLite: what
only PostgreSQL can notice survives here.
"""

import argparse
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutation.copying import ROOT, copies
from tests.mutation.equivalents import equivalents
from tests.mutation.measuring import measured
from tests.mutation.mutants import Mutant, mutants_of, sample
from tests.mutation.workers import Verdict, verdicts

PACKAGES = [f"events/{name}" for name in ("dates", "documents", "publishing", "public", "desk")]


def arguments(command: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.mutation", description=__doc__)
    parser.add_argument("paths", nargs="*", metavar="PATH", default=PACKAGES, type=in_events)
    parser.add_argument("--number", type=positive, default=100, help="how many (100)")
    parser.add_argument("--all", action="store_true", help="all there are; this takes hours")
    parser.add_argument("--seed", type=int, default=1, help="another number, another sample (1)")
    parser.add_argument("--jobs", type=positive, default=2, help="how many at a time (2)")
    return parser.parse_args(command)


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 on.")
    return int(text)


def in_events(text: str) -> str:
    path = (ROOT / text).resolve()
    if not path.is_relative_to(ROOT / "events") or not (path.is_dir() or path.suffix == ".py"):
        raise argparse.ArgumentTypeError(f"“{text}” is no module or package below events/.")
    return str(path.relative_to(ROOT))


def candidates(paths: Iterable[str]) -> list[Mutant]:
    """The mutants of these modules and packages, but for those known to be equivalent."""
    files: dict[Path, None] = {}
    for place in map(ROOT.joinpath, paths):
        files |= dict.fromkeys(sorted(place.rglob("*.py")) if place.is_dir() else [place])
    known = equivalents()
    found = [mutants_of(str(file.relative_to(ROOT)), file.read_text()) for file in files]
    return [mutant for of_file in found for mutant in of_file if mutant.name not in known]


def report(found: Sequence[Verdict]) -> None:
    """Print what was noticed, by package and in all, and each mutant that was not."""
    of_package: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in found:
        of_package["/".join(Path(verdict.mutant.path).parts[:2])].append(verdict)
    for verdict in sorted(found, key=lambda one: (one.mutant.path, one.mutant.line)):
        if verdict.survived:
            place = f"{verdict.mutant.path}:{verdict.mutant.line}"
            print(f"\n{place} survived {verdict.tests} tests")
            print("\n".join(verdict.mutant.diff))
    print()
    for package, of_it in [*sorted(of_package.items()), ("in all", found)]:
        killed = sum(not verdict.survived for verdict in of_it)
        print(f"{package:20} {killed:5} of {len(of_it):5} killed: {killed / len(of_it):.1%}")


def main(command: Sequence[str]) -> None:
    asked = arguments(command)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    mutants = candidates(asked.paths)
    drawn = sample(mutants, len(mutants) if asked.all else asked.number, asked.seed)
    print(f"{len(drawn)} of {len(mutants)} mutants.")
    found: list[Verdict] = []
    try:
        with copies(asked.jobs) as trees:
            known = measured(trees[0], asked.jobs)
            for verdict in verdicts(drawn, known, trees):
                found.append(verdict)
                if sys.stderr.isatty():
                    print(f"\r{len(found)} of {len(drawn)} ", end="", file=sys.stderr, flush=True)
    finally:
        if found:
            report(found)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
