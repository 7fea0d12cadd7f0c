"""Copies of the tree, in which mutants are tried out: the tree itself is never changed."""

import compileall
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from py_compile import PycInvalidationMode
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(
    *(".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "var")
)
COMPILED = ("events", "tests", "tracker")
# Where in a copy the processes that run its tests put what they saw.
MEASURED = Path("var/measured")


@contextmanager
def copies(number: int) -> Iterator[list[Path]]:
    """So many copies of what the tests need, which are gone after the context.

    Whether what is compiled still holds is told by the text of a module and not by its time, which
    is the same for two mutants within a second.
    """
    with TemporaryDirectory(prefix="tracker-mutants-") as folder:
        targets = [Path(folder) / str(index) for index in range(number)]
        shutil.copytree(ROOT, targets[0], ignore=LEFT_OUT)
        (targets[0] / "var").mkdir()
        for package in COMPILED:
            compileall.compile_dir(
                targets[0] / package,
                quiet=1,
                invalidation_mode=PycInvalidationMode.CHECKED_HASH,
            )
        for target in targets[1:]:
            shutil.copytree(targets[0], target)
        yield targets
