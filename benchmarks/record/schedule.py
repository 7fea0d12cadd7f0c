"""What was published in what order: worked out before anything is written, so that several
processes can write it in pieces."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import NamedTuple

from events.log.versions import STANDS

# For every two entries, one that exists already is published again.
PER_ENTRY = 1.5
# One in this many of those is withdrawn instead.
WITHDRAWN_ONE_IN = 100
# How long before today the record was opened, and the share of entries about what happened before,
# which were entered first.
YEARS = 3
CAUGHT_UP = 0.15


class Step(NamedTuple):
    """One version: which entry, its number, whether it withdraws, and the seq that ends it."""

    seq: int
    entry: int
    number: int
    withdraws: bool
    superseded_by: int


@dataclass
class Schedule:
    """The log of a record of this many entries, numbered from 1, opened `YEARS` before `now`."""

    entries: int
    now: datetime

    def __post_init__(self) -> None:
        random = Random("schedule")
        self._entry = array("q")
        self._number = array("H")
        self._withdraws = array("b")
        self.states = array("H", [0]) * (self.entries + 1)
        withdrawn: set[int] = set()
        for entry in range(1, self.entries + 1):
            self._add(entry, False)
            if entry % 2:
                continue
            # Mostly new entries are corrected, some more than once; old ones rarely are.
            back = int(random.expovariate(1 / 2000))
            again = max(1, entry - back) if random.random() < 0.8 else random.randint(1, entry)
            if again in withdrawn:
                self._add(entry, False)
            elif random.randrange(WITHDRAWN_ONE_IN):
                self._add(again, False)
            else:
                self._add(again, True)
                withdrawn.add(again)
        self._superseded_by = array("q", [STANDS]) * len(self._entry)
        later: dict[int, int] = {}
        for place in range(len(self._entry) - 1, -1, -1):
            self._superseded_by[place] = later.get(self._entry[place], STANDS)
            later[self._entry[place]] = place + 1

    def __len__(self) -> int:
        return len(self._entry)

    def _add(self, entry: int, withdraws: bool) -> None:
        self.states[entry] += 1
        self._entry.append(entry)
        self._number.append(self.states[entry])
        self._withdraws.append(withdraws)

    def steps(self, start: int, stop: int) -> Iterator[Step]:
        """The versions with these seqs, from `start` up to, but not including, `stop`."""
        for place in range(start - 1, min(stop - 1, len(self))):
            yield Step(
                place + 1,
                self._entry[place],
                self._number[place],
                bool(self._withdraws[place]),
                self._superseded_by[place],
            )

    def published_at(self, seq: int) -> datetime:
        """When that version was published: each later than the one before, the last an hour ago."""
        opened = self.now - timedelta(days=365 * YEARS)
        whole = self.now - timedelta(hours=1) - opened
        return (opened + whole * (seq / len(self))).astimezone(UTC)

    def opened(self, entry: int) -> datetime:
        """About when that entry came into the record; one past the last, at the end."""
        share = min(1, entry / self.entries)
        return self.published_at(max(1, int(len(self) * share)))
