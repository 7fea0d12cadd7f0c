"""Several processes that try mutants out, each in a copy of the tree of its own."""

import json
import os
import queue
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant
from tests.mutation.reaching import Reach


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant. `outcome`: killed, timeout, or survived; `by`: the test that has
    noticed it, empty where the module could not even be imported; `tests`: how many were run."""

    mutant: Mutant
    outcome: str
    by: str
    tests: int

    @property
    def survived(self) -> bool:
        return self.outcome == "survived"


class Worker:
    def __init__(self, copy: Path) -> None:
        self.copy = copy
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.mutation.trying"],
            cwd=copy,
            env={name: value for name, value in os.environ.items() if name != "TEST_DATABASE_URL"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            # An interruption is for the process that has started this one: it ends it.
            start_new_session=True,
        )

    def verdict(self, mutant: Mutant, known: Reach) -> Verdict:
        answer, count = {"outcome": "survived", "by": ""}, 0
        for tests in filter(None, known.tests_of(mutant)):
            answer, count = self._ask(mutant, tests, known), count + len(tests)
            if answer["outcome"] != "survived":
                break
        return Verdict(mutant, answer["outcome"], answer["by"], count)

    def _ask(self, mutant: Mutant, tests: Sequence[str], known: Reach) -> dict[str, str]:
        seconds = sum(known.seconds[test] for test in tests)
        request = {"path": mutant.path, "text": mutant.mutated, "tests": tests, "seconds": seconds}
        assert self.process.stdin
        assert self.process.stdout
        print(json.dumps(request), file=self.process.stdin, flush=True)
        answer: dict[str, str] = json.loads(self.process.stdout.readline() or "{}")
        if not answer:
            raise RuntimeError(f"A worker in {self.copy} has ended.")
        return answer

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
        with self.process:  # closes the pipes
            pass


@contextmanager
def working(copies: Iterable[Path]) -> Iterator["queue.SimpleQueue[Worker]"]:
    """Workers that are free, as long as the context lasts."""
    free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    with ExitStack() as stack:
        for copy in copies:
            worker = Worker(copy)
            stack.callback(worker.end)
            free.put(worker)
        yield free


def verdicts(mutants: Iterable[Mutant], known: Reach, copies: Sequence[Path]) -> Iterator[Verdict]:
    """What becomes of the mutants, one after the other as it is known."""

    def verdict(mutant: Mutant, free: "queue.SimpleQueue[Worker]") -> Verdict:
        worker = free.get()
        try:
            return worker.verdict(mutant, known)
        finally:
            free.put(worker)

    pool = ThreadPoolExecutor(len(copies))
    try:
        with working(copies) as free:
            for done in as_completed([pool.submit(verdict, mutant, free) for mutant in mutants]):
                yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)
