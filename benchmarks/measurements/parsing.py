"""The parser of dates beside the `edtf` package, as a line of the table (`dates.py`)."""

from collections.abc import Callable, Iterator

from edtf import parse_edtf

from benchmarks.comparing import Result, speed
from benchmarks.measurements.dates import PATTERNS, PLAIN, strings
from events.dates import parse

YEARS = 3


def measure(seconds: float) -> Iterator[Result]:
    for name, patterns in (("mixed", PATTERNS), ("plain", PLAIN)):
        texts = strings(patterns, YEARS)
        yield speed(
            f"{len(texts)} dates, {name}",
            _reading(parse, texts),
            "edtf",
            _reading(parse_edtf, texts),
            seconds,
        )


def _reading(read: Callable[[str], object], texts: list[str]) -> Callable[[], None]:
    def all_of_them() -> None:
        for text in texts:
            read(text)

    return all_of_them
