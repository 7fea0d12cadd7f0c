"""Measuring one thing beside another in one run, and the table of the results.

Machines differ and are noisy, so only ratios count: the things compared take turns, and the median
of its turns stands for each. A turn of a quick thing is many calls, which together take about as
long as one call of a slow thing: asked once every 50 ms, an answer takes twice as long, because the
processes that give it have fallen asleep, whatever else was done meanwhile.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

MOST_TURNS = 2000
MOST_CALLS = 100
FEWEST_TURNS = 5


@dataclass(frozen=True)
class Bound:
    """The bound of a ratio: at least, or at most, this limit."""

    limit: float
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"

    def met(self, ratio: float) -> bool:
        return ratio >= self.limit if self.at_least else ratio <= self.limit


def at_least(limit: float) -> Bound:
    return Bound(limit, at_least=True)


def at_most(limit: float) -> Bound:
    return Bound(limit)


@dataclass(frozen=True)
class Result:
    """A line of the table: a figure, what it is compared with, their ratio, and its bound."""

    name: str
    ours: str
    beside: str = ""
    theirs: str = ""
    ratio: float | None = None
    bound: Bound | None = None

    @property
    def met(self) -> bool:
        return self.bound is None or (self.ratio is not None and self.bound.met(self.ratio))

    def cells(self) -> tuple[str, ...]:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        bound = "" if self.bound is None else str(self.bound)
        verdict = "" if self.bound is None else ("yes" if self.met else "NO")
        return (self.name, self.ours, self.beside, self.theirs, ratio, bound, verdict)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def seconds_of(call: Callable[[], Any]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def alternately(calls: Sequence[Callable[[], Any]], seconds: float) -> list[float]:
    """The median time of each call, in seconds; they take turns for about `seconds` in all."""
    for call in calls:  # the first turn warms the caches of the database and is not counted
        call()
    once = [seconds_of(call) for call in calls]
    repeats = [min(max(round(max(once) / each), 1), MOST_CALLS) for each in once]
    turns: list[list[float]] = [[] for _ in calls]
    end = perf_counter() + seconds
    while len(turns[0]) < FEWEST_TURNS or (perf_counter() < end and len(turns[0]) < MOST_TURNS):
        for call, number, times in zip(calls, repeats, turns, strict=True):
            times.append(seconds_of(partial(_repeat, call, number)) / number)
    return [median(times) for times in turns]


def _repeat(call: Callable[[], Any], number: int) -> None:
    for _ in range(number):
        call()


def cost(
    name: str,
    ours: Callable[[], Any],
    beside: str,
    theirs: Callable[[], Any],
    seconds: float,
    bound: Bound | None = None,
) -> Result:
    """How many times as long ours takes as theirs."""
    mine, other = alternately([ours, theirs], seconds)
    return Result(name, milliseconds(mine), beside, milliseconds(other), mine / other, bound)


def speed(
    name: str,
    ours: Callable[[], Any],
    beside: str,
    theirs: Callable[[], Any],
    seconds: float,
    bound: Bound | None = None,
) -> Result:
    """How many times ours can be done while theirs is done once."""
    mine, other = alternately([ours, theirs], seconds)
    return Result(name, milliseconds(mine), beside, milliseconds(other), other / mine, bound)


HEADINGS = ("measured", "ours", "beside", "theirs", "ratio", "target", "met")
TO_THE_RIGHT = {1, 3, 4}


def table(results: Sequence[Result]) -> str:
    """The results as aligned text, which is also a Markdown table."""
    lines = [HEADINGS, *(result.cells() for result in results)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]

    def line(cells: Sequence[str]) -> str:
        aligned = [
            cell.rjust(width) if place in TO_THE_RIGHT else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(aligned)} |"

    rule = [
        "-" * (width - 1) + ":" if place in TO_THE_RIGHT else "-" * width
        for place, width in enumerate(widths)
    ]
    return "\n".join([line(HEADINGS), line(rule), *map(line, lines[1:])])
