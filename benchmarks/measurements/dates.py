"""How many dates per second the parser reads, beside the `edtf` package on the same distinct
strings.

    python benchmarks/measurements/dates.py

Each reads every string once, one after the other in one run. Needs the development requirements.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from edtf import parse_edtf

sys.path.insert(0, str(Path(__file__).parents[2]))

from events.dates import parse

PATTERNS = (
    *("{year}", "{year}-09", "{year}-01-06", "{year}-12-15", "{year}-24", "{decade}X"),
    *("{year}-XX", "{year}-04-XX", "{year}?", "{year}-12~", "{year}-12-15%"),
    *("{year}-12-14/{year}-12-15", "{year}-06/{year}-09", "{year}-11-15~/..", "../{year}-01-06"),
    *("{year}-03-04T14:30:00Z", "[{year}-12-14,{year}-12-16]", "{year}-06~-11", "?{year}-06-~11"),
)
PLAIN = ("{year}", "{year}-09", "{year}-01-06", "{year}-12-15")


def strings(patterns: tuple[str, ...], years: int) -> list[str]:
    filled = [
        pattern.format(year=year, decade=f"{year:04}"[:3])
        for year in range(1900, 1900 + years)
        for pattern in patterns
    ]
    return list(dict.fromkeys(filled))


def per_second(read: Callable[[str], object], texts: list[str]) -> float:
    start = perf_counter()
    for text in texts:
        read(text)
    return len(texts) / (perf_counter() - start)


def main() -> None:
    for name, patterns in (("mixed", PATTERNS), ("plain", PLAIN)):
        texts = strings(patterns, 30)
        ours, theirs = per_second(parse, texts), per_second(parse_edtf, texts)
        print(f"{name}: {len(texts)} distinct strings")
        print(f"  events.dates {ours:10,.0f} a second")
        print(f"  edtf         {theirs:10,.0f} a second")
        print(f"  ratio        {ours / theirs:10,.0f}")


if __name__ == "__main__":
    main()
